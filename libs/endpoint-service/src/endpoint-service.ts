import { SsmParameter } from '@cdktf/provider-aws/lib/ssm-parameter';
import { VpcEndpointService } from '@cdktf/provider-aws/lib/vpc-endpoint-service';
import type { PlatformConfig, TenantConfig } from '@central-ingress/config';
import { serviceNameParameter } from '@central-ingress/contract';
import { centralRoleName, physicalName, roleArn } from '@central-ingress/naming';
import type { ITerraformDependable, TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';

/** Whose service it is, and what stands behind it. */
export interface EndpointServiceProps {
  readonly platform: PlatformConfig;
  readonly tenant: TenantConfig;
  readonly nlbArn: string;
  /** What must stand before the central account is told of the service. */
  readonly ready: readonly ITerraformDependable[];
  /** Provider that writes in the central account. */
  readonly centralProvider: TerraformProvider;
}

/**
 * The PrivateLink service of one tenant and its announcement: the service's name as an SSM parameter in the central
 * account. Only the central account's connection role may connect, and is accepted at once.
 * @source ingress-plugin-module/terraform/nginx.tf
 */
export class EndpointService extends Construct {
  constructor(scope: Construct, id: string, props: EndpointServiceProps) {
    super(scope, id);
    const { namePrefix, centralAccountId } = props.platform;
    const { connectionName } = props.tenant;

    const service = new VpcEndpointService(this, 'endpoint-service', {
      acceptanceRequired: false,
      allowedPrincipals: [roleArn(centralAccountId, namePrefix, centralRoleName(namePrefix, 'connection'))],
      networkLoadBalancerArns: [props.nlbArn],
      tags: { Name: physicalName('Name tag', namePrefix, connectionName, 'endpoint-service') },
    });
    new SsmParameter(this, 'vpces-service-name', {
      provider: props.centralProvider,
      name: serviceNameParameter(connectionName),
      description: `Endpoint service of ${connectionName}, read by its connection`,
      type: 'String',
      insecureValue: service.serviceName,
      dependsOn: [...props.ready],
    });
  }
}
