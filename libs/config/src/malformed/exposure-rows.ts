import { MAIN, PAYMENTS, STOREFRONT } from '../sample-files';
import type { MalformedRow } from './row';

/** What can be wrong with an exposure beside its hosts. */
export const EXPOSURE_ROWS: readonly MalformedRow[] = [
  {
    rejects: 'a health check path without its slash',
    change: { [PAYMENTS]: ['type: central', 'type: central\n  healthCheckPath: healthz'] },
    says: 'apps/eks-service-account/tenants/payments/tenant.yaml: exposure.healthCheckPath: is not valid; got "healthz"; expected a path that begins with /. Write it like /healthz.',
  },
  {
    rejects: 'no exposure',
    change: {
      [PAYMENTS]:
        "connectionName: payments\naccountId: '222222222222'\ncidr: 10.11.0.0/16\navailabilityZoneIds: [euc1-az1, euc1-az2, euc1-az3]\n",
    },
    says: 'apps/eks-service-account/tenants/payments/tenant.yaml: exposure: is missing; got nothing; expected a mapping with type (central, direct) and what belongs to it. Choose a known type of exposure.',
  },
  {
    rejects: 'an exposure that is not known',
    change: { [PAYMENTS]: ['type: central', 'type: public'] },
    says: 'apps/eks-service-account/tenants/payments/tenant.yaml: exposure.type: is not known; got "public"; expected one of central, direct. Choose a known type of exposure.',
  },
  {
    rejects: 'an exposure without its type',
    change: { [PAYMENTS]: ['  type: central\n', ''] },
    says: 'apps/eks-service-account/tenants/payments/tenant.yaml: exposure.type: is missing; got nothing; expected one of central, direct. Choose a known type of exposure.',
  },
  {
    rejects: 'an unknown internet VPC',
    change: { [PAYMENTS]: ['internetVpc: main', 'internetVpc: mian'] },
    says: 'apps/eks-service-account/tenants/payments/tenant.yaml: exposure.internetVpc: names no internet VPC of this world; got "mian"; expected one of main. Correct the name, or add the folder.',
  },
  {
    rejects: 'an internet VPC where there is none',
    change: { [MAIN]: null, [STOREFRONT]: null },
    says: 'apps/eks-service-account/tenants/payments/tenant.yaml: exposure.internetVpc: names no internet VPC of this world; got "main"; expected an internet VPC, of which there is none. Correct the name, or add the folder.',
  },
  {
    rejects: 'a slot that another tenant has',
    change: { [PAYMENTS]: ['slot: 1', 'slot: 2'] },
    says: 'apps/eks-service-account/tenants/storefront/tenant.yaml: exposure.slot: is taken by apps/eks-service-account/tenants/payments/tenant.yaml; got 2; expected a slot that no other tenant of main has. Take 1, the next free slot.',
  },
  {
    rejects: 'a slot below zero',
    change: { [PAYMENTS]: ['slot: 1', 'slot: -1'] },
    says: 'apps/eks-service-account/tenants/payments/tenant.yaml: exposure.slot: is not valid; got -1; expected a whole number from 0 to 1999. Take a number that no other tenant of the internet VPC has.',
  },
  {
    rejects: 'a slot above the highest',
    change: { [PAYMENTS]: ['slot: 1', 'slot: 2000'] },
    says: 'apps/eks-service-account/tenants/payments/tenant.yaml: exposure.slot: is not valid; got 2000; expected a whole number from 0 to 1999. Take a number that no other tenant of the internet VPC has.',
  },
  {
    rejects: 'a slot in quotes',
    change: { [PAYMENTS]: ['slot: 1', `slot: '1'`] },
    says: 'apps/eks-service-account/tenants/payments/tenant.yaml: exposure.slot: is read by YAML as text; got "1"; expected a whole number from 0 to 1999. Write it without quotes: 1.',
  },
  {
    rejects: 'an unknown key near to slot',
    change: { [PAYMENTS]: ['type: central', 'type: central\n  slots: 1'] },
    says: 'apps/eks-service-account/tenants/payments/tenant.yaml: exposure.slots: is no known key; got "slots"; expected one of the keys type, internetVpc, slot, hosts, healthCheckPath. Did you mean slot?',
  },
];
