import { SecurityGroup } from '@cdktf/provider-aws/lib/security-group';
import { VpcEndpoint } from '@cdktf/provider-aws/lib/vpc-endpoint';
import { VpcSecurityGroupIngressRule } from '@cdktf/provider-aws/lib/vpc-security-group-ingress-rule';
import type { PlatformConfig, TenantConfig } from '@central-ingress/config';
import { physicalName } from '@central-ingress/naming';
import { Construct } from 'constructs';
import { ownAccountPolicy, s3Policy, stsPolicy } from './endpoint-policies';
import type { EndpointPolicyScope } from './endpoint-policies';

/** The private VPC that reaches AWS only through endpoints. */
export interface AwsServiceEndpointsProps {
  readonly platform: PlatformConfig;
  readonly tenant: TenantConfig;
  readonly vpcId: string;
  readonly subnetIds: readonly string[];
  readonly routeTableId: string;
}

/**
 * Interface endpoints that every cluster without a way out needs, with their policies: the nodes' API, images, tokens of
 * pods, the load balancer controller, logs.
 * @source EKS User Guide, "Deploy private clusters with limited internet access"
 */
const DEFAULT_SERVICES: Readonly<Record<string, (scope: EndpointPolicyScope) => string>> = {
  ec2: ownAccountPolicy('ec2:*'),
  'ecr.api': ownAccountPolicy('ecr:*'),
  'ecr.dkr': ownAccountPolicy('ecr:*'),
  sts: stsPolicy,
  elasticloadbalancing: ownAccountPolicy('elasticloadbalancing:*'),
  logs: ownAccountPolicy('logs:*'),
};

/** Names of the AWS services that get an interface endpoint in every tenant's VPC. */
export const DEFAULT_INTERFACE_SERVICES: readonly string[] = Object.keys(DEFAULT_SERVICES);

/**
 * The VPC endpoints through which a private cluster reaches AWS: a gateway endpoint for S3, which costs nothing, and an
 * interface endpoint per service, which costs by the hour and zone. An extra service keeps AWS's own endpoint policy,
 * because not every service takes one.
 * @source networking-setup/terraform/ecr-private-endpoint.tf
 */
export class AwsServiceEndpoints extends Construct {
  constructor(scope: Construct, id: string, props: AwsServiceEndpointsProps) {
    super(scope, id);
    const { platform, tenant, vpcId } = props;
    const { region } = platform;
    const policyScope = { region, accountId: tenant.accountId };
    const named = (service: string) =>
      physicalName('Name tag', platform.namePrefix, tenant.connectionName, service.replaceAll('.', '-'));

    new VpcEndpoint(this, 's3', {
      vpcId,
      serviceName: `com.amazonaws.${region}.s3`,
      vpcEndpointType: 'Gateway',
      routeTableIds: [props.routeTableId],
      policy: s3Policy(policyScope),
      tags: { Name: named('s3') },
    });

    const securityGroupId = this.addSecurityGroup(props);
    for (const service of new Set([...DEFAULT_INTERFACE_SERVICES, ...tenant.extraVpcEndpoints])) {
      const policy = DEFAULT_SERVICES[service]?.(policyScope);
      new VpcEndpoint(this, service.replaceAll('.', '-'), {
        vpcId,
        serviceName: `com.amazonaws.${region}.${service}`,
        vpcEndpointType: 'Interface',
        subnetIds: [...props.subnetIds],
        securityGroupIds: [securityGroupId],
        privateDnsEnabled: true,
        ...(policy ? { policy } : {}),
        tags: { Name: named(service) },
      });
    }
  }

  private addSecurityGroup({ platform, tenant, vpcId }: AwsServiceEndpointsProps): string {
    const name = physicalName('security group', platform.namePrefix, tenant.connectionName, 'aws-endpoints');
    const group = new SecurityGroup(this, 'aws-endpoints', {
      vpcId,
      name,
      description: 'HTTPS from the VPC to the endpoints of AWS services, and nothing from them',
      tags: { Name: name },
    });
    new VpcSecurityGroupIngressRule(this, 'aws-endpoints-https', {
      securityGroupId: group.id,
      description: 'HTTPS from the VPC',
      ipProtocol: 'tcp',
      fromPort: 443,
      toPort: 443,
      cidrIpv4: tenant.cidr,
      tags: { Name: name },
    });
    return group.id;
  }
}
