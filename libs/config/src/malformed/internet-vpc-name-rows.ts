import { PLATFORM, internetVpcText } from '../sample-files';
import type { MalformedRow } from './row';

/** What can be wrong with the folders and names of internet VPCs. */
export const INTERNET_VPC_NAME_ROWS: readonly MalformedRow[] = [
  {
    rejects: 'a folder with no valid name',
    change: {
      'apps/central-internet-account/internet-vpcs/Second_VPC/internet-vpc.yaml': internetVpcText('second.example.com'),
    },
    says: 'apps/central-internet-account/internet-vpcs/Second_VPC/internet-vpc.yaml: (file): lies in a folder whose name is not valid; got "Second_VPC"; expected 3 to 20 lower-case letters, digits and single hyphens, beginning with a letter. Rename the folder.',
  },
  {
    rejects: 'a folder called central',
    change: {
      'apps/central-internet-account/internet-vpcs/central/internet-vpc.yaml': internetVpcText('second.example.com'),
    },
    says: 'apps/central-internet-account/internet-vpcs/central/internet-vpc.yaml: (file): lies in a folder with the name of the owner of the stack central-roles; got "central"; expected 3 to 20 lower-case letters, digits and single hyphens, beginning with a letter. Rename the folder.',
  },
  {
    rejects: 'two VPCs that create one zone',
    change: {
      'apps/central-internet-account/internet-vpcs/second/internet-vpc.yaml': internetVpcText('apps.example.com'),
    },
    says: 'apps/central-internet-account/internet-vpcs/second/internet-vpc.yaml: hostedZone: creates the zone of apps.example.com, as apps/central-internet-account/internet-vpcs/main/internet-vpc.yaml does; got "create"; expected one internet VPC that creates a zone. Write lookup here, or choose another domain.',
  },
  {
    rejects: 'a load balancer name that is too long',
    change: {
      [PLATFORM]: ['acme', 'acme-platfor'],
      'apps/central-internet-account/internet-vpcs/internet-facing-main/internet-vpc.yaml':
        internetVpcText('second.example.com'),
    },
    says: 'apps/central-internet-account/internet-vpcs/internet-facing-main/internet-vpc.yaml: (file): makes a name of 37 characters for the load balancer; got "acme-platfor-internet-facing-main-alb"; expected at most 32 characters. Shorten the name of the folder or namePrefix in platform.yaml.',
  },
];
