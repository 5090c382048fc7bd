import type { QuotaName } from '@central-ingress/config';
import { grantedOf } from './granted-quotas';
import type { GrantedQuotas } from './granted-quotas';
import type { BudgetLine, QuotaBudget } from './quota-budget';

/** The limits in words. */
export const QUOTA_WORDS: Readonly<Record<QuotaName, string>> = {
  interfaceEndpoints: 'interface endpoints',
  targetGroups: 'target groups',
  listenerRules: 'listener rules',
  certificates: 'certificates beside the wildcard',
  endpointAddresses: 'addresses per endpoint subnet',
};

/**
 * Renders budgets as a table per internet VPC: used, limit, left, and how many tenants like the present ones still fit.
 * One sentence where there is no internet VPC, as all tenants are reached directly.
 * @param granted adds a column with what AWS grants now
 */
export function renderBudgets(budgets: readonly QuotaBudget[], granted?: GrantedQuotas): string {
  if (!budgets.length) return 'No internet VPC, so none of these limits counts.';
  return budgets.map((budget) => renderBudget(budget, granted)).join('\n\n');
}

function renderBudget(budget: QuotaBudget, granted: GrantedQuotas | undefined): string {
  const { internetVpc, tenants, furtherTenants, bindsFirst, lines } = budget;
  const room =
    furtherTenants > 0
      ? `room for ${furtherTenants} more${tenants ? ' like them' : ''}; ${QUOTA_WORDS[bindsFirst]} bind first`
      : `no room: ${QUOTA_WORDS[bindsFirst]} are used up`;
  const head = ['limit on', 'used', 'limit', ...(granted ? ['granted'] : []), 'left', 'more tenants'];
  const rows = lines.map((line) => cellsOf(line, granted));
  return [`${internetVpc}: ${tenants} tenant(s), ${room}`, ...aligned([head, ...rows])].join('\n');
}

function cellsOf({ quota, used, limit, left, furtherTenants }: BudgetLine, granted?: GrantedQuotas): readonly string[] {
  const live = granted ? [`${grantedOf(granted, quota) ?? '-'}`] : [];
  return [QUOTA_WORDS[quota], `${used}`, `${limit}`, ...live, `${left}`, `${furtherTenants ?? '-'}`];
}

/** The first column to the left, the numbers to the right. */
function aligned(rows: readonly (readonly string[])[]): readonly string[] {
  const width = (column: number): number => Math.max(...rows.map((row) => row[column]?.length ?? 0));
  return rows.map(
    (row) =>
      `  ${row.map((cell, column) => (column ? cell.padStart(width(column)) : cell.padEnd(width(column)))).join('  ')}`,
  );
}
