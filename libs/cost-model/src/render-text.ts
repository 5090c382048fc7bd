import type { CostReport, OwnerCost } from './cost-report';

const TITLES = { 'central-account': 'central account', 'internet-vpc': 'internet VPC', tenant: 'tenant' } as const;
const HEAD = ['item', 'quantity', 'unit price', 'USD a month'] as const;
const WHOLE = 'all of these';

/** A report as text for a terminal: a table per owner, and what the table cannot say. */
export function renderText(report: CostReport): string {
  const { region, currency, pricesOf, hoursPerMonth, owners, monthlyUsd } = report;
  const rows = [[WHOLE], ...owners.flatMap(({ lines }) => lines.map(cells))];
  const widths = HEAD.map((title, index) => Math.max(title.length, ...rows.map((row) => row[index]?.length ?? 0)));
  const table = (row: readonly string[]): string =>
    `  ${row
      .map((cell, index) => (index % 2 ? cell.padStart(widths[index] ?? 0) : cell.padEnd(widths[index] ?? 0)))
      .join('  ')}`;
  const total = (title: string, amount: number): string => table([title, '', '', amount.toFixed(2)]);
  return [
    `Fixed cost a month of ${hoursPerMonth} hours in ${region}, ${currency}, prices of ${pricesOf}`,
    ...owners.flatMap((owner) => [
      '',
      `${TITLES[owner.type]} ${owner.name}`,
      ...(owner.lines.length ? [table(HEAD), ...owner.lines.map((line) => table(cells(line)))] : []),
      ...(owner.lines.length ? [total('total', owner.monthlyUsd)] : []),
      ...remarksOf(owner),
    ]),
    '',
    total(WHOLE, monthlyUsd),
    '',
    `Sources of the prices: libs/cost-model/prices/${region}.json`,
  ].join('\n');
}

function cells({ item, quantity, unitPriceUsd, per, monthlyUsd }: OwnerCost['lines'][number]): readonly string[] {
  return [item, String(quantity), `${unitPriceUsd} per ${per}`, monthlyUsd.toFixed(2)];
}

function remarksOf({ type, notPriced, byUse, savings }: OwnerCost): readonly string[] {
  const optional = savings.map(({ service, monthlyUsd }) => `${service} would save ${monthlyUsd.toFixed(2)}`);
  return [
    ...list(
      'not priced here',
      notPriced.map(({ item, count, remark }) => `${count} × ${item}${remark ? ` (${remark})` : ''}`),
    ),
    ...list(
      'by use',
      byUse.map(({ item, unitPriceUsd, per }) => `${item}: ${unitPriceUsd ?? 'not priced here,'} per ${per}`),
    ),
    ...(type === 'tenant' ? list('optional endpoints', optional.length ? optional : ['none']) : []),
  ];
}

function list(title: string, items: readonly string[]): readonly string[] {
  return items.length ? [`  ${title}:`, ...items.map((item) => `    ${item}`)] : [];
}
