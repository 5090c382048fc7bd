import { PAYMENTS, PLATFORM, tenantText } from '../sample-files';
import type { MalformedRow } from './row';

/** What can be wrong with the names, account and network of `tenant.yaml`. */
export const TENANT_NAME_ROWS: readonly MalformedRow[] = [
  {
    rejects: 'a connection name that is not the folder',
    change: { [PAYMENTS]: ['connectionName: payments', 'connectionName: payment'] },
    says: 'apps/eks-service-account/tenants/payments/tenant.yaml: connectionName: is not the name of the folder; got "payment"; expected "payments". Rename the folder or correct the name.',
  },
  {
    rejects: 'a connection name in upper case',
    change: { [PAYMENTS]: ['connectionName: payments', 'connectionName: Payments'] },
    says: 'apps/eks-service-account/tenants/payments/tenant.yaml: connectionName: is not valid; got "Payments"; expected 3 to 20 lower-case letters, digits and single hyphens, beginning with a letter. Choose a short name such as payments.',
  },
  {
    rejects: 'the connection name central',
    change: {
      'apps/eks-service-account/tenants/central/tenant.yaml': tenantText('central', 3),
    },
    says: 'apps/eks-service-account/tenants/central/tenant.yaml: connectionName: is the owner of the stack central-roles; got "central"; expected 3 to 20 lower-case letters, digits and single hyphens, beginning with a letter. Choose another name.',
  },
  {
    rejects: 'a connection name of another tenant',
    change: { [PAYMENTS]: ['connectionName: payments', 'connectionName: storefront'] },
    says: [
      'apps/eks-service-account/tenants/payments/tenant.yaml: connectionName: is not the name of the folder; got "storefront"; expected "payments". Rename the folder or correct the name.',
      'apps/eks-service-account/tenants/payments/tenant.yaml: connectionName: is taken by apps/eks-service-account/tenants/storefront/tenant.yaml; got "storefront"; expected a name that no other tenant has. Choose another name.',
    ],
  },
  {
    rejects: 'a connection name of an internet VPC',
    change: {
      'apps/eks-service-account/tenants/main/tenant.yaml': tenantText('main', 3),
    },
    says: 'apps/eks-service-account/tenants/main/tenant.yaml: connectionName: is the name of the internet VPC in apps/central-internet-account/internet-vpcs/main/internet-vpc.yaml; got "main"; expected a name that no internet VPC has, as both have a stack <name>-networking. Choose another name.',
  },
  {
    rejects: 'a connection name whose roles are those of another tenant in the account',
    change: { 'apps/eks-service-account/tenants/payments-eks/tenant.yaml': tenantText('payments-eks', 3) },
    says: 'apps/eks-service-account/tenants/payments-eks/tenant.yaml: connectionName: makes the role name acme-payments-eks-cluster-role, as apps/eks-service-account/tenants/payments/tenant.yaml does in the same account; got "payments-eks"; expected role names that no other tenant of the account has. Choose another name.',
  },
  {
    rejects: 'a tenant folder with no valid name',
    change: {
      'apps/eks-service-account/tenants/pay_ments/tenant.yaml': tenantText('pay-ments', 3),
    },
    says: 'apps/eks-service-account/tenants/pay_ments/tenant.yaml: (file): lies in a folder whose name is not valid; got "pay_ments"; expected 3 to 20 lower-case letters, digits and single hyphens, beginning with a letter. Rename the folder.',
  },
  {
    rejects: 'a target group name that is too long',
    change: {
      [PLATFORM]: ['acme', 'acme-central'],
      'apps/eks-service-account/tenants/customer-payments/tenant.yaml': tenantText('customer-payments', 3),
    },
    says: 'apps/eks-service-account/tenants/customer-payments/tenant.yaml: connectionName: makes a name of 35 characters for the target group; got "acme-central-customer-payments-pods"; expected at most 32 characters. Shorten the connection name or namePrefix in platform.yaml.',
  },
  {
    rejects: 'an account id without quotes',
    change: { [PAYMENTS]: [`'222222222222'`, '222222222222'] },
    says: `apps/eks-service-account/tenants/payments/tenant.yaml: accountId: is read by YAML as a number; got 222222222222; expected an AWS account id of twelve digits in quotes. Put it in quotes: '222222222222'.`,
  },
  {
    rejects: 'the central account',
    change: { [PAYMENTS]: [`'222222222222'`, `'111111111111'`] },
    says: 'apps/eks-service-account/tenants/payments/tenant.yaml: accountId: is the central account; got "111111111111"; expected an account of its own, as the endpoint service has to cross accounts. Name the account of the cluster.',
  },
  {
    rejects: 'AZ ids that differ from the internet VPC',
    change: { [PAYMENTS]: ['euc1-az1, euc1-az2', 'euc1-az4, euc1-az2'] },
    says: 'apps/eks-service-account/tenants/payments/tenant.yaml: availabilityZoneIds: differs from the AZ ids of internet VPC main; got euc1-az4, euc1-az2, euc1-az3; expected euc1-az1, euc1-az2, euc1-az3, as an endpoint needs its service in the same AZ. Name the same three.',
  },
  {
    rejects: 'a private subnet that is too small',
    change: {
      [PAYMENTS]: [
        'connectionName: payments',
        'connectionName: payments\nprivateSubnets: {euc1-az1: 10.11.0.0/25, euc1-az2: 10.11.8.0/21, euc1-az3: 10.11.16.0/21}',
      ],
    },
    says: 'apps/eks-service-account/tenants/payments/tenant.yaml: privateSubnets.euc1-az1: is too small; got "10.11.0.0/25"; expected a block of /24 or larger, as pods take addresses of the subnet. Choose a larger block.',
  },
];
