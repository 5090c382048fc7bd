import { ListCertificatesCommand } from '@aws-sdk/client-acm';
import { DescribeAlarmsCommand, ListDashboardsCommand } from '@aws-sdk/client-cloudwatch';
import { DescribeLogGroupsCommand } from '@aws-sdk/client-cloudwatch-logs';
import {
  DescribeInternetGatewaysCommand,
  DescribeLaunchTemplatesCommand,
  DescribeNetworkInterfacesCommand,
  DescribeSecurityGroupsCommand,
  DescribeSubnetsCommand,
  DescribeVpcEndpointServiceConfigurationsCommand,
  DescribeVpcEndpointsCommand,
  DescribeVpcsCommand,
} from '@aws-sdk/client-ec2';
import { DescribeRepositoriesCommand } from '@aws-sdk/client-ecr';
import { ListClustersCommand } from '@aws-sdk/client-eks';
import { DescribeLoadBalancersCommand, DescribeTargetGroupsCommand } from '@aws-sdk/client-elastic-load-balancing-v2';
import { ListOpenIDConnectProvidersCommand, ListPoliciesCommand, ListRolesCommand } from '@aws-sdk/client-iam';
import { DescribeKeyCommand, ListAliasesCommand, ListKeysCommand } from '@aws-sdk/client-kms';
import { ListHostedZonesCommand } from '@aws-sdk/client-route-53';
import { ListBucketsCommand } from '@aws-sdk/client-s3';
import { DescribeParametersCommand } from '@aws-sdk/client-ssm';
import { ListWebACLsCommand } from '@aws-sdk/client-wafv2';
import type { AccountClients } from './account-clients';

type Listing = (clients: AccountClients) => Promise<readonly (string | undefined)[]>;

/** Resources by kind, without those that AWS makes and keeps by itself: default VPCs, service-linked roles, its keys. */
const LISTINGS: Readonly<Record<string, Listing>> = {
  'S3 bucket': async ({ s3 }) => ((await s3.send(new ListBucketsCommand({}))).Buckets ?? []).map(({ Name }) => Name),
  VPC: async ({ ec2 }) =>
    ((await ec2.send(new DescribeVpcsCommand({}))).Vpcs ?? []).filter((vpc) => !vpc.IsDefault).map((vpc) => vpc.VpcId),
  subnet: async ({ ec2 }) =>
    ((await ec2.send(new DescribeSubnetsCommand({}))).Subnets ?? [])
      .filter((subnet) => !subnet.DefaultForAz)
      .map((subnet) => subnet.SubnetId),
  'internet gateway': async ({ ec2 }) =>
    ((await ec2.send(new DescribeInternetGatewaysCommand({}))).InternetGateways ?? [])
      .filter(({ Tags }) => Tags?.length)
      .map((gateway) => gateway.InternetGatewayId),
  'security group': async ({ ec2 }) =>
    ((await ec2.send(new DescribeSecurityGroupsCommand({}))).SecurityGroups ?? [])
      .filter(({ GroupName }) => GroupName !== 'default')
      .map((group) => group.GroupName),
  'network interface': async ({ ec2 }) =>
    ((await ec2.send(new DescribeNetworkInterfacesCommand({}))).NetworkInterfaces ?? []).map(
      (eni) => eni.NetworkInterfaceId,
    ),
  'VPC endpoint': async ({ ec2 }) =>
    ((await ec2.send(new DescribeVpcEndpointsCommand({}))).VpcEndpoints ?? [])
      .filter(({ State }) => `${State}`.toLowerCase() !== 'deleted')
      .map((endpoint) => endpoint.VpcEndpointId),
  'VPC endpoint service': async ({ ec2 }) =>
    ((await ec2.send(new DescribeVpcEndpointServiceConfigurationsCommand({}))).ServiceConfigurations ?? []).map(
      (service) => service.ServiceName,
    ),
  'launch template': async ({ ec2 }) =>
    ((await ec2.send(new DescribeLaunchTemplatesCommand({}))).LaunchTemplates ?? []).map(
      (template) => template.LaunchTemplateName,
    ),
  'load balancer': async ({ elb }) =>
    ((await elb.send(new DescribeLoadBalancersCommand({}))).LoadBalancers ?? []).map((lb) => lb.LoadBalancerName),
  'target group': async ({ elb }) =>
    ((await elb.send(new DescribeTargetGroupsCommand({}))).TargetGroups ?? []).map((group) => group.TargetGroupName),
  'EKS cluster': async ({ eks }) => (await eks.send(new ListClustersCommand({}))).clusters ?? [],
  'ECR repository': async ({ ecr }) =>
    ((await ecr.send(new DescribeRepositoriesCommand({}))).repositories ?? []).map((repo) => repo.repositoryName),
  'IAM role': async ({ iam }) =>
    ((await iam.send(new ListRolesCommand({}))).Roles ?? [])
      .filter(({ Path }) => !Path?.startsWith('/aws-service-role/'))
      .map(({ RoleName }) => RoleName),
  'IAM policy': async ({ iam }) =>
    ((await iam.send(new ListPoliciesCommand({ Scope: 'Local' }))).Policies ?? []).map(({ PolicyName }) => PolicyName),
  'IAM OIDC provider': async ({ iam }) =>
    ((await iam.send(new ListOpenIDConnectProvidersCommand({}))).OpenIDConnectProviderList ?? []).map(({ Arn }) => Arn),
  'KMS alias': async ({ kms }) =>
    ((await kms.send(new ListAliasesCommand({}))).Aliases ?? [])
      .map(({ AliasName }) => AliasName)
      .filter((name) => !name?.startsWith('alias/aws/')),
  'KMS key': ({ kms }) => liveKeys(kms),
  'log group': async ({ logs }) =>
    ((await logs.send(new DescribeLogGroupsCommand({}))).logGroups ?? []).map(({ logGroupName }) => logGroupName),
  'SSM parameter': async ({ ssm }) =>
    ((await ssm.send(new DescribeParametersCommand({}))).Parameters ?? []).map(({ Name }) => Name),
  'hosted zone': async ({ route53 }) =>
    ((await route53.send(new ListHostedZonesCommand({}))).HostedZones ?? []).map(({ Name }) => Name),
  'ACM certificate': async ({ acm }) =>
    ((await acm.send(new ListCertificatesCommand({}))).CertificateSummaryList ?? []).map(
      ({ DomainName }) => DomainName,
    ),
  'web ACL': async ({ waf }) =>
    ((await waf.send(new ListWebACLsCommand({ Scope: 'REGIONAL' }))).WebACLs ?? []).map(({ Name }) => Name),
  'CloudWatch alarm': async ({ cloudwatch }) =>
    ((await cloudwatch.send(new DescribeAlarmsCommand({}))).MetricAlarms ?? []).map(({ AlarmName }) => AlarmName),
  'CloudWatch dashboard': async ({ cloudwatch }) =>
    ((await cloudwatch.send(new ListDashboardsCommand({}))).DashboardEntries ?? []).map(
      ({ DashboardName }) => DashboardName,
    ),
};

/** A deleted KMS key waits 7 to 30 days, as AWS prescribes; it is no leftover. */
async function liveKeys(kms: AccountClients['kms']): Promise<readonly string[]> {
  const { Keys = [] } = await kms.send(new ListKeysCommand({}));
  const described = await Promise.all(Keys.map(({ KeyId }) => kms.send(new DescribeKeyCommand({ KeyId }))));
  return described
    .filter(({ KeyMetadata }) => KeyMetadata?.KeyState === 'Enabled' && KeyMetadata.KeyManager === 'CUSTOMER')
    .map(({ KeyMetadata }) => KeyMetadata?.KeyId ?? '');
}

/**
 * Everything that exists in an account and is not AWS's own, as `<kind> <name>`.
 * Example after a tear-down: `['S3 bucket acme-tfstate-222222222222-eu-central-1']`.
 */
export async function resourcesIn(clients: AccountClients): Promise<readonly string[]> {
  const found = await Promise.all(
    Object.entries(LISTINGS).map(async ([kind, list]) => (await list(clients)).map((name) => `${kind} ${name}`)),
  );
  return found.flat().sort();
}
