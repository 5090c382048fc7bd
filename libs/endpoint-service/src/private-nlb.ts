import { Lb } from '@cdktf/provider-aws/lib/lb';
import { LbListener } from '@cdktf/provider-aws/lib/lb-listener';
import { LbTargetGroup } from '@cdktf/provider-aws/lib/lb-target-group';
import { SecurityGroup } from '@cdktf/provider-aws/lib/security-group';
import { VpcSecurityGroupEgressRule } from '@cdktf/provider-aws/lib/vpc-security-group-egress-rule';
import type { PlatformConfig, TenantConfig } from '@central-ingress/config';
import { nlbName, physicalName, podsTargetGroupName } from '@central-ingress/naming';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { podPort } from './controller-ports';

/** Whose NLB it is and where it lies. */
export interface PrivateNlbProps {
  readonly platform: PlatformConfig;
  readonly tenant: TenantConfig;
  readonly vpcId: string;
  readonly subnetIds: readonly string[];
  /** Issued certificate of the tenant's account. */
  readonly certificateArn: string;
}

/** Allows TLS 1.3 and 1.2 with post-quantum key exchange; the one that AWS recommends. */
const TLS_POLICY = 'ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09';
/** Seconds in which a pod that goes away ends its requests. */
const DEREGISTRATION_SECONDS = 30;

/**
 * The internal NLB behind the endpoint service: ends TLS and forwards plain TCP to the ingress controller's pods, which
 * the AWS Load Balancer Controller registers. Its security group has no inbound rule and does not watch traffic from
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
    const targetGroupName = podsTargetGroupName(namePrefix, tenant.connectionName);
    const targetGroup = new LbTargetGroup(this, 'pods', {
      name: targetGroupName,
      vpcId: props.vpcId,
      targetType: 'ip',
      protocol: 'TCP',
      port: podPort(tenant),
      deregistrationDelay: String(DEREGISTRATION_SECONDS),
      proxyProtocolV2: false,
      healthCheck: { protocol: 'TCP', port: 'traffic-port' },
      tags: { Name: targetGroupName },
    });
    const listener = new LbListener(this, 'tls', {
      loadBalancerArn: nlb.arn,
      protocol: 'TLS',
      port: 443,
      sslPolicy: TLS_POLICY,
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
