import { Lb } from '@cdktf/provider-aws/lib/lb';
import { LbListener } from '@cdktf/provider-aws/lib/lb-listener';
import { LbTargetGroup } from '@cdktf/provider-aws/lib/lb-target-group';
import { SecurityGroup } from '@cdktf/provider-aws/lib/security-group';
import { VpcSecurityGroupEgressRule } from '@cdktf/provider-aws/lib/vpc-security-group-egress-rule';
import { NLB_TLS_POLICY, podPort, podProtocol } from '@central-ingress/addon-values';
import type { PlatformConfig, TenantConfig } from '@central-ingress/config';
import { nlbName, physicalName, podsTargetGroupName } from '@central-ingress/naming';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';

/** Whose NLB it is and where it lies. */
export interface PrivateNlbProps {
  readonly platform: PlatformConfig;
  readonly tenant: TenantConfig;
  readonly vpcId: string;
  readonly subnetIds: readonly string[];
  /** Issued certificate of the tenant's account. */
  readonly certificateArn: string;
}

/** Seconds in which a pod that goes away ends its requests. */
const DEREGISTRATION_SECONDS = 30;

/**
 * The internal NLB behind the endpoint service: ends TLS and forwards plain TCP, or TLS once more, to the ingress
 * controller's pods, which the AWS Load Balancer Controller registers. Its security group has no inbound rule and does not watch traffic from
 * PrivateLink, so nothing but the endpoint service reaches it. It writes no access logs: those of the central ALB have
 * every request, and the NLB's tell only of TLS.
 * @source ingress-plugin-module/terraform/nginx.tf, where a Kubernetes Service made it
 */
export class PrivateNlb extends Construct {
  public readonly nlbArn: string;
  public readonly targetGroupArn: string;
  public readonly securityGroupId: string;
  /** What must stand before a request comes through. */
  public readonly ready: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, props: PrivateNlbProps) {
    super(scope, id);
    const { platform, tenant } = props;
    const { namePrefix } = platform;
    const name = nlbName(namePrefix, tenant.connectionName);

    const securityGroup = this.addSecurityGroup(name, props);
    const nlb = new Lb(this, 'nlb', {
      name,
      loadBalancerType: 'network',
      internal: true,
      subnets: [...props.subnetIds],
      securityGroups: [securityGroup.id],
      enforceSecurityGroupInboundRulesOnPrivateLinkTraffic: 'off',
      // Without it an endpoint address reaches pods of its own zone only, and a tenant with one pod has two dead
      // addresses; the price is the transfer between zones.
      enableCrossZoneLoadBalancing: true,
      enableDeletionProtection: tenant.deletionProtection,
      tags: { Name: name },
    });
    const protocol = podProtocol(tenant);
    const targetGroupName = podsTargetGroupName(namePrefix, tenant.connectionName, protocol);
    const targetGroup = new LbTargetGroup(this, 'pods', {
      name: targetGroupName,
      vpcId: props.vpcId,
      targetType: 'ip',
      protocol,
      port: podPort(tenant),
      deregistrationDelay: String(DEREGISTRATION_SECONDS),
      proxyProtocolV2: tenant.proxyProtocolV2,
      // By TCP, because a check by HTTP fails where pods expect the proxy protocol.
      healthCheck: { protocol: 'TCP', port: 'traffic-port' },
      tags: { Name: targetGroupName },
      // The listener lets go of the old group only when it has the new one.
      lifecycle: { createBeforeDestroy: true },
    });
    const listener = new LbListener(this, 'tls', {
      loadBalancerArn: nlb.arn,
      protocol: 'TLS',
      port: 443,
      sslPolicy: NLB_TLS_POLICY,
      certificateArn: props.certificateArn,
      defaultAction: [{ type: 'forward', targetGroupArn: targetGroup.arn }],
      tags: { Name: physicalName('Name tag', name, 'tls') },
    });
    this.nlbArn = nlb.arn;
    this.targetGroupArn = targetGroup.arn;
    this.securityGroupId = securityGroup.id;
    this.ready = [listener, securityGroup.toPods];
  }

  private addSecurityGroup(nlb: string, { tenant, vpcId }: PrivateNlbProps) {
    const name = physicalName('security group', nlb);
    const port = podPort(tenant);
    const group = new SecurityGroup(this, 'security-group', {
      vpcId,
      name,
      description: 'NLB of the endpoint service: no inbound rule, and only the pods outbound',
      tags: { Name: name },
    });
    const toPods = new VpcSecurityGroupEgressRule(this, 'to-pods', {
      securityGroupId: group.id,
      description: 'Requests and health checks to the pods of the ingress controller',
      ipProtocol: 'tcp',
      fromPort: port,
      toPort: port,
      cidrIpv4: tenant.cidr,
      tags: { Name: physicalName('Name tag', nlb, 'to-pods') },
    });
    return { id: group.id, toPods };
  }
}
