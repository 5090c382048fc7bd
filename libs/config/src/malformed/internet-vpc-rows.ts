import { MAIN, PAYMENTS, STOREFRONT } from '../sample-files';
import type { MalformedRow } from './row';

/** What can be wrong with the values of `internet-vpc.yaml`. */
export const INTERNET_VPC_ROWS: readonly MalformedRow[] = [
  {
    rejects: 'a VPC without a block',
    change: { [MAIN]: ['cidr: 10.12.0.0/16\n', ''] },
    says: 'apps/central-internet-account/internet-vpcs/main/internet-vpc.yaml: cidr: is missing; got nothing; expected an IPv4 block of size /16 to /20. Choose a block like 10.12.0.0/16.',
  },
  {
    rejects: 'a VPC block that is none',
    change: { [MAIN]: ['10.12.0.0/16', '10.12.0.0'] },
    says: 'apps/central-internet-account/internet-vpcs/main/internet-vpc.yaml: cidr: is no CIDR block; got "10.12.0.0"; expected an IPv4 block like 10.11.0.0/16. Choose a block like 10.12.0.0/16.',
  },
  {
    rejects: 'a VPC block with host bits',
    change: { [MAIN]: ['10.12.0.0/16', '10.12.0.1/16'] },
    says: 'apps/central-internet-account/internet-vpcs/main/internet-vpc.yaml: cidr: is no CIDR block; got "10.12.0.1/16"; expected the first address of the block, 10.12.0.0/16. Choose a block like 10.12.0.0/16.',
  },
  {
    rejects: 'a VPC block that is too large',
    change: { [MAIN]: ['10.12.0.0/16', '10.0.0.0/8'] },
    says: 'apps/central-internet-account/internet-vpcs/main/internet-vpc.yaml: cidr: is too large; got "10.0.0.0/8"; expected an IPv4 block of size /16 to /20. Choose a block like 10.12.0.0/16.',
  },
  {
    rejects: 'a VPC block that is too small',
    change: { [MAIN]: ['10.12.0.0/16', '10.12.0.0/21'] },
    says: 'apps/central-internet-account/internet-vpcs/main/internet-vpc.yaml: cidr: is too small; got "10.12.0.0/21"; expected an IPv4 block of size /16 to /20. Choose a block like 10.12.0.0/16.',
  },
  {
    rejects: 'two AZ ids',
    change: { [MAIN]: [', euc1-az3', ''], [PAYMENTS]: [', euc1-az3', ', euc1-az2'], [STOREFRONT]: null },
    says: [
      'apps/central-internet-account/internet-vpcs/main/internet-vpc.yaml: availabilityZoneIds: is not valid; got a list of 2; expected exactly three AZ ids. Name three, the same on both sides.',
      'apps/eks-service-account/tenants/payments/tenant.yaml: availabilityZoneIds[2]: is listed twice; got "euc1-az2"; expected each value once. Remove one of the two.',
    ],
  },
  {
    rejects: 'AZ names instead of ids',
    change: { [MAIN]: ['[euc1-az1, euc1-az2', '[eu-central-1a, euc1-az2'] },
    says: 'apps/central-internet-account/internet-vpcs/main/internet-vpc.yaml: availabilityZoneIds[0]: is an AZ name, which means another place in each account; got "eu-central-1a"; expected an AZ id like euc1-az1. List the ids with aws ec2 describe-availability-zones.',
  },
  {
    rejects: 'an AZ id twice',
    change: { [MAIN]: ['euc1-az2, euc1-az3', 'euc1-az2, euc1-az2'] },
    says: 'apps/central-internet-account/internet-vpcs/main/internet-vpc.yaml: availabilityZoneIds[2]: is listed twice; got "euc1-az2"; expected each value once. Remove one of the two.',
  },
  {
    rejects: 'AZ ids of another region',
    change: { [MAIN]: ['euc1-az1, ', 'use1-az1, '] },
    says: [
      'apps/central-internet-account/internet-vpcs/main/internet-vpc.yaml: availabilityZoneIds[0]: is no AZ of the region eu-central-1; got "use1-az1"; expected an AZ id like euc1-az1. Correct it, or region in platform.yaml.',
      'apps/eks-service-account/tenants/payments/tenant.yaml: availabilityZoneIds: differs from the AZ ids of internet VPC main; got euc1-az1, euc1-az2, euc1-az3; expected use1-az1, euc1-az2, euc1-az3, as an endpoint needs its service in the same AZ. Name the same three.',
      'apps/eks-service-account/tenants/storefront/tenant.yaml: availabilityZoneIds: differs from the AZ ids of internet VPC main; got euc1-az1, euc1-az2, euc1-az3; expected use1-az1, euc1-az2, euc1-az3, as an endpoint needs its service in the same AZ. Name the same three.',
    ],
  },
  {
    rejects: 'a domain with a scheme',
    change: { [MAIN]: ['domain: apps', 'domain: https://apps'] },
    says: 'apps/central-internet-account/internet-vpcs/main/internet-vpc.yaml: domain: is a URL; got "https://apps.example.com"; expected a lower-case DNS name of two labels or more, without a trailing dot. Leave out the scheme, the port and the path.',
  },
  {
    rejects: 'a domain in upper case',
    change: { [MAIN]: ['domain: apps', 'domain: Apps'] },
    says: 'apps/central-internet-account/internet-vpcs/main/internet-vpc.yaml: domain: has upper-case letters; got "Apps.example.com"; expected a lower-case DNS name of two labels or more, without a trailing dot. Write it in lower case.',
  },
  {
    rejects: 'a domain with a trailing dot',
    change: { [MAIN]: ['apps.example.com', 'apps.example.com.'] },
    says: 'apps/central-internet-account/internet-vpcs/main/internet-vpc.yaml: domain: ends with a dot; got "apps.example.com."; expected a lower-case DNS name of two labels or more, without a trailing dot. Remove the dot.',
  },
  {
    rejects: 'a domain that is a wildcard',
    change: { [MAIN]: ['domain: apps.example.com', `domain: '*.apps.example.com'`] },
    says: 'apps/central-internet-account/internet-vpcs/main/internet-vpc.yaml: domain: is a wildcard; got "*.apps.example.com"; expected a lower-case DNS name of two labels or more, without a trailing dot. Write each name out, without *.',
  },
  {
    rejects: 'a domain of one label',
    change: { [MAIN]: ['apps.example.com', 'localhost'] },
    says: 'apps/central-internet-account/internet-vpcs/main/internet-vpc.yaml: domain: is not valid; got "localhost"; expected a lower-case DNS name of two labels or more, without a trailing dot. Write it like payments.apps.example.com.',
  },
  {
    rejects: 'a domain that is too long for a certificate',
    change: {
      [MAIN]: ['domain: apps.', 'domain: a-domain-that-is-longer-than.any-certificate-of-acm-may-be-named.'],
      [PAYMENTS]: null,
      [STOREFRONT]: null,
    },
    says: `apps/central-internet-account/internet-vpcs/main/internet-vpc.yaml: domain: has 76 characters; got "a-domain-that-is-longer-than.any-certificate-of-acm-may-be-named.example.com"; expected at most 64 characters, as ACM asks of a certificate's name. Choose a shorter domain.`,
  },
  {
    rejects: 'an unknown way to get the zone',
    change: { [MAIN]: ['create', 'import'] },
    says: 'apps/central-internet-account/internet-vpcs/main/internet-vpc.yaml: hostedZone: is not known; got "import"; expected one of create, lookup. Choose one of them.',
  },
  {
    rejects: `a WAF rate below AWS's least`,
    change: { [MAIN]: ['hostedZone: create', 'hostedZone: create\nwaf: {rateLimit: 9}'] },
    says: 'apps/central-internet-account/internet-vpcs/main/internet-vpc.yaml: waf.rateLimit: is not valid; got 9; expected a whole number from 10 to 2000000000. Write a number like 2000.',
  },
  {
    rejects: 'a WAF rate in quotes',
    change: { [MAIN]: ['hostedZone: create', "hostedZone: create\nwaf: {rateLimit: '2000'}"] },
    says: 'apps/central-internet-account/internet-vpcs/main/internet-vpc.yaml: waf.rateLimit: is read by YAML as text; got "2000"; expected a whole number from 10 to 2000000000. Write it without quotes: 2000.',
  },
  {
    rejects: 'a retention that CloudWatch does not know',
    change: { [MAIN]: ['hostedZone: create', 'hostedZone: create\nlogRetentionDays: 100'] },
    says: 'apps/central-internet-account/internet-vpcs/main/internet-vpc.yaml: logRetentionDays: is not valid; got 100; expected one of 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653. Choose the next larger step.',
  },
  {
    rejects: 'a switch that is a word',
    change: { [MAIN]: ['hostedZone: create', 'hostedZone: create\ndeletionProtection: yes'] },
    says: 'apps/central-internet-account/internet-vpcs/main/internet-vpc.yaml: deletionProtection: is neither true nor false; got "yes"; expected true or false. Write true or false, without quotes.',
  },
  {
    rejects: 'a topic that is no ARN',
    change: { [MAIN]: ['hostedZone: create', 'hostedZone: create\nalarmTopicArn: alarms'] },
    says: 'apps/central-internet-account/internet-vpcs/main/internet-vpc.yaml: alarmTopicArn: is not valid; got "alarms"; expected the ARN of a standard SNS topic. Write it like arn:aws:sns:eu-central-1:111111111111:alarms.',
  },
  {
    rejects: 'a topic of another region',
    change: {
      [MAIN]: ['hostedZone: create', 'hostedZone: create\nalarmTopicArn: arn:aws:sns:eu-west-1:111111111111:alarms'],
    },
    says: 'apps/central-internet-account/internet-vpcs/main/internet-vpc.yaml: alarmTopicArn: lies in the region eu-west-1; got "arn:aws:sns:eu-west-1:111111111111:alarms"; expected an ARN in eu-central-1, the region of platform.yaml. Create it in eu-central-1.',
  },
  {
    rejects: 'a quota below the default',
    change: { [MAIN]: ['hostedZone: create', 'hostedZone: create\nquotas: {interfaceEndpoints: 40}'] },
    says: 'apps/central-internet-account/internet-vpcs/main/internet-vpc.yaml: quotas.interfaceEndpoints: is not valid; got 40; expected a whole number from 50 to 100000. State what AWS has granted, or remove the key for the default.',
  },
  {
    rejects: 'a quota that AWS never raises',
    change: { [MAIN]: ['hostedZone: create', 'hostedZone: create\nquotas: {targetGroups: 200}'] },
    says: 'apps/central-internet-account/internet-vpcs/main/internet-vpc.yaml: quotas.targetGroups: is a hard limit of AWS, which is never raised; got 200; expected 100. Remove the key, and add a further internet VPC for more tenants.',
  },
  {
    rejects: 'an unknown quota',
    change: { [MAIN]: ['hostedZone: create', 'hostedZone: create\nquotas: {rules: 200}'] },
    says: 'apps/central-internet-account/internet-vpcs/main/internet-vpc.yaml: quotas.rules: is no known key; got "rules"; expected one of the keys interfaceEndpoints, targetGroups, listenerRules, certificates. Remove it.',
  },
];
