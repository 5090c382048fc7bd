import { internetVpcFile, isAdjustable, problemText } from '@central-ingress/config';
import type { InternetVpcQuotas, QuotaName } from '@central-ingress/config';
import type { QuotaBudget } from './quota-budget';

/** Where Service Quotas keeps a quota. */
export interface QuotaCode {
  readonly serviceCode: string;
  readonly quotaCode: string;
}

/** The four quotas of AWS that limit an internet VPC. @source Service Quotas, ListServiceQuotas of vpc and elasticloadbalancing */
export const QUOTA_CODES: Readonly<Record<keyof InternetVpcQuotas, QuotaCode>> = {
  interfaceEndpoints: { serviceCode: 'vpc', quotaCode: 'L-29B6F2EB' },
  targetGroups: { serviceCode: 'elasticloadbalancing', quotaCode: 'L-822D1B1B' },
  listenerRules: { serviceCode: 'elasticloadbalancing', quotaCode: 'L-7EED9B64' },
  certificates: { serviceCode: 'elasticloadbalancing', quotaCode: 'L-9365A611' },
};

/** What AWS grants the central account now, the same for each of its VPCs and ALBs. */
export type GrantedQuotas = InternetVpcQuotas;

/** What AWS grants of one limit; nothing for the addresses, which no quota limits. */
export function grantedOf(granted: GrantedQuotas | undefined, quota: QuotaName): number | undefined {
  return quota === 'endpointAddresses' ? undefined : granted?.[quota];
}

/** One message per quota of which an internet VPC's file states more than AWS grants: what it plans would fail. */
export function overstatedQuotas(budgets: readonly QuotaBudget[], granted: GrantedQuotas): readonly string[] {
  return budgets.flatMap(({ internetVpc, lines }) =>
    lines.flatMap(({ quota, limit }) => {
      const most = grantedOf(granted, quota) ?? Infinity;
      if (quota === 'endpointAddresses' || limit <= most) return [];
      const { serviceCode, quotaCode } = QUOTA_CODES[quota];
      const ask = `Ask for the rest in Service Quotas (${serviceCode}, ${quotaCode}) of the central account`;
      return problemText({
        file: internetVpcFile(internetVpc),
        path: `quotas.${quota}`,
        what: 'is more than AWS grants',
        got: `${limit}`,
        expected: `at most ${most}`,
        fix: isAdjustable(quota) ? `${ask}, or state ${most}` : 'Have AWS Support look at the account',
      });
    }),
  );
}
