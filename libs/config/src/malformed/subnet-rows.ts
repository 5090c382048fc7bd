import { MAIN } from '../sample-files';
import type { MalformedRow } from './row';

/** What can be wrong with subnets. */
export const SUBNET_ROWS: readonly MalformedRow[] = [
  {
    rejects: 'a VPC of public addresses',
    change: { [MAIN]: ['cidr: 10.12.0.0/16', 'cidr: 8.8.0.0/16'] },
    says: 'apps/central-internet-account/internet-vpcs/main/internet-vpc.yaml: cidr: is no private network; got "8.8.0.0/16"; expected a block inside 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16 or 100.64.0.0/10. Choose a block like 10.12.0.0/16.',
  },
  {
    rejects: 'subnets for two of three AZ ids',
    change: {
      [MAIN]: [
        'hostedZone: create',
        'hostedZone: create\npublicSubnets: {euc1-az1: 10.12.128.0/23, euc1-az2: 10.12.130.0/23}',
      ],
    },
    says: 'apps/central-internet-account/internet-vpcs/main/internet-vpc.yaml: publicSubnets: has no subnet for euc1-az3; got a mapping of 2; expected one subnet for each of euc1-az1, euc1-az2, euc1-az3. Add a line euc1-az3.',
  },
  {
    rejects: 'a subnet of a foreign AZ id',
    change: {
      [MAIN]: [
        'hostedZone: create',
        'hostedZone: create\npublicSubnets: {euc1-az1: 10.12.128.0/23, euc1-az2: 10.12.130.0/23, euc1-az3: 10.12.132.0/23, euc1-az4: 10.12.134.0/23}',
      ],
    },
    says: 'apps/central-internet-account/internet-vpcs/main/internet-vpc.yaml: publicSubnets.euc1-az4: is for an AZ id that availabilityZoneIds does not list; got "10.12.134.0/23"; expected one subnet for each of euc1-az1, euc1-az2, euc1-az3. Remove the line, or list the AZ id.',
  },
  {
    rejects: 'a subnet key that is no AZ id',
    change: { [MAIN]: ['hostedZone: create', 'hostedZone: create\npublicSubnets: {a: 10.12.128.0/23}'] },
    says: 'apps/central-internet-account/internet-vpcs/main/internet-vpc.yaml: publicSubnets.a: is no valid key; got "a"; expected an AZ id like euc1-az1. Write one line per AZ id, e.g. euc1-az1: 10.12.0.0/23.',
  },
  {
    rejects: 'a subnet that is no block',
    change: {
      [MAIN]: [
        'hostedZone: create',
        'hostedZone: create\npublicSubnets: {euc1-az1: 10.12.128.0/23, euc1-az2: 10.12.130/23, euc1-az3: 10.12.132.0/23}',
      ],
    },
    says: 'apps/central-internet-account/internet-vpcs/main/internet-vpc.yaml: publicSubnets.euc1-az2: is no CIDR block; got "10.12.130/23"; expected an IPv4 block like 10.11.0.0/16. Choose a block inside the VPC, e.g. 10.12.0.0/23.',
  },
  {
    rejects: 'a subnet outside the VPC',
    change: {
      [MAIN]: [
        'hostedZone: create',
        'hostedZone: create\npublicSubnets: {euc1-az1: 10.13.128.0/23, euc1-az2: 10.12.130.0/23, euc1-az3: 10.12.132.0/23}',
      ],
    },
    says: 'apps/central-internet-account/internet-vpcs/main/internet-vpc.yaml: publicSubnets.euc1-az1: lies outside the VPC; got "10.13.128.0/23"; expected a block inside 10.12.0.0/16. Choose another block, or correct cidr.',
  },
  {
    rejects: 'a public subnet that is too small',
    change: {
      [MAIN]: [
        'hostedZone: create',
        'hostedZone: create\npublicSubnets: {euc1-az1: 10.12.128.0/28, euc1-az2: 10.12.130.0/23, euc1-az3: 10.12.132.0/23}',
      ],
    },
    says: 'apps/central-internet-account/internet-vpcs/main/internet-vpc.yaml: publicSubnets.euc1-az1: is too small; got "10.12.128.0/28"; expected a block of /27 or larger, as the ALB needs to grow. Choose a larger block.',
  },
  {
    rejects: 'subnets that overlap',
    change: {
      [MAIN]: [
        'hostedZone: create',
        'hostedZone: create\npublicSubnets: {euc1-az1: 10.12.128.0/23, euc1-az2: 10.12.129.0/24, euc1-az3: 10.12.132.0/23}',
      ],
    },
    says: 'apps/central-internet-account/internet-vpcs/main/internet-vpc.yaml: publicSubnets.euc1-az2: overlaps publicSubnets.euc1-az1, which is 10.12.128.0/23; got "10.12.129.0/24"; expected subnets that share no address. Choose another block.',
  },
  {
    rejects: 'a stated subnet that overlaps a default one',
    change: {
      [MAIN]: [
        'hostedZone: create',
        'hostedZone: create\nendpointSubnets: {euc1-az1: 10.12.128.0/23, euc1-az2: 10.12.2.0/23, euc1-az3: 10.12.4.0/23}',
      ],
    },
    says: 'apps/central-internet-account/internet-vpcs/main/internet-vpc.yaml: endpointSubnets.euc1-az1: overlaps publicSubnets.euc1-az1, which is 10.12.128.0/23 by default; got "10.12.128.0/23"; expected subnets that share no address. Choose another block.',
  },
];
