import { MAIN, PAYMENTS, PLATFORM, STOREFRONT } from '../sample-files';
import type { MalformedRow } from './row';

/** What can be wrong with the files of a world together. */
export const WORLD_ROWS: readonly MalformedRow[] = [
  {
    rejects: 'no file at all',
    change: { [PLATFORM]: null, [MAIN]: null, [PAYMENTS]: null, [STOREFRONT]: null },
    says: 'platform.yaml: (file): is missing; got no configuration file at all; expected a file with namePrefix, region, centralAccountId and deployerPrincipals. Create it as docs/configuration.md describes, or name the right folder with --world.',
  },
  {
    rejects: 'no platform file',
    change: { [PLATFORM]: null },
    says: 'platform.yaml: (file): is missing; got only other files; expected a file with namePrefix, region, centralAccountId and deployerPrincipals. Create it as docs/configuration.md describes, or name the right folder with --world.',
  },
  {
    rejects: 'a file that is no part of a world',
    change: { 'apps/eks-service-account/tenants/payments/service.yaml': 'a: 1\n' },
    says: 'apps/eks-service-account/tenants/payments/service.yaml: (file): is no file of a world; got its path; expected platform.yaml, internet-vpc.yaml and tenant.yaml in their folders. Move or remove it.',
  },
];
