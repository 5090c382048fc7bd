import type { Finding, ProofReport, Step } from '@central-ingress/path-proof';

const VERDICTS: Readonly<Record<Step['verdict'], string>> = {
  ok: 'ok',
  wrong: 'WRONG',
  unproven: 'unproven',
  blocked: 'blocked',
};

/**
 * A proof as text: a table per tenant, hop by hop, then what belongs to no tenant, then the sum.
 * @param missing names of stacks that were not there to be proven
 */
export function proofText(report: ProofReport, findings: readonly Finding[], missing: readonly string[]): string {
  const width = Math.max(...allSteps(report).map(({ says }) => says.length));
  const rows = (steps: readonly Step[]): readonly string[] => steps.flatMap((step) => stepLines(step, width));
  const tenants = report.tenants.flatMap(({ tenant, account, hosts, guards }) => [
    `${tenant}  account ${account}`,
    ...hosts.flatMap(({ host, steps }) => [`  ${host || 'no host'}`, ...rows(steps)]),
    '  beside the path',
    ...rows(guards),
    '',
  ]);
  const shared = report.shared.length ? ['shared by all tenants', ...rows(report.shared), ''] : [];
  return [...tenants, ...shared, summary(report, findings, missing)].join('\n');
}

function stepLines(step: Step, width: number): readonly string[] {
  const { hop, verdict, says, findings } = step;
  const head = `    ${VERDICTS[verdict].padEnd(8)}  ${hop.padEnd(15)}  `;
  if (!findings.length) return [`${head}${says.padEnd(width)}  ${place(step)}`.trimEnd()];
  return findings.flatMap((found, index) => {
    const start = index ? ' '.repeat(head.length) : head;
    const indent = ' '.repeat(head.length);
    return [`${start}${place(found)}`, `${indent}  wrong: ${found.message}`, `${indent}  fix:   ${found.fix}`];
  });
}

function summary({ tenants }: ProofReport, findings: readonly Finding[], missing: readonly string[]): string {
  const hosts = tenants.flatMap((tenant) => tenant.hosts);
  const unproven = hosts.flatMap(({ steps }) => steps).filter(({ verdict }) => verdict === 'unproven').length;
  const counts = `${tenants.length} tenant(s), ${hosts.length} host(s)`;
  const rest = unproven ? `; ${unproven} hop(s) lie outside of what is synthesized` : '';
  const found = findings.length ? `${findings.length} finding(s)` : missing.length ? 'not proven' : 'proven';
  const without = missing.length ? `; ${missing.length} stack(s) are missing` : '';
  return `${counts}: ${found}${without}${rest}`;
}

function place({ stack, address }: { readonly stack: string; readonly address: string }): string {
  return address ? `${stack}: ${address}` : stack;
}

function allSteps({ tenants, shared }: ProofReport): readonly Step[] {
  return [...tenants.flatMap(({ hosts, guards }) => [...hosts.flatMap(({ steps }) => steps), ...guards]), ...shared];
}
