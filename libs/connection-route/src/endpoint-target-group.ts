import { LbTargetGroup } from '@cdktf/provider-aws/lib/lb-target-group';
import { LbTargetGroupAttachment } from '@cdktf/provider-aws/lib/lb-target-group-attachment';
import { physicalName } from '@central-ingress/naming';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import type { TenantEndpoint } from './tenant-endpoint';

/** Which endpoint the targets are. */
export interface EndpointTargetGroupProps {
  readonly namePrefix: string;
  readonly connectionName: string;
  readonly vpcId: string;
  readonly endpoint: TenantEndpoint;
  readonly healthCheckPath: string;
}

/**
 * Every answer but 5xx: the check asks for the target's address as host, and an ingress controller without a default
 * host answers that with 404, which proves the path as well as 200.
 * @source ELB User Guide, "Health checks for Application Load Balancer target groups"
 */
const HEALTHY_ANSWERS = '200-499';

/**
 * The target group of one connection: the endpoint's addresses on 443, where the tenant's NLB ends TLS.
 * @source central-internet-acc-setup/networking-setup/terraform/modules/target-group/target-group.tf
 */
export class EndpointTargetGroup extends Construct {
  public readonly arn: string;
  /** CloudWatch dimension, e.g. `targetgroup/acme-payments/73e2d6bc24d8a067`. */
  public readonly arnSuffix: string;
  /** A rule that stands before its targets answers 503. */
  public readonly attachments: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, props: EndpointTargetGroupProps) {
    super(scope, id);
    const { endpoint } = props;
    const name = physicalName('target group', props.namePrefix, props.connectionName);

    const group = new LbTargetGroup(this, 'target_group', {
      name,
      targetType: 'ip',
      protocol: 'HTTPS',
      port: 443,
      vpcId: props.vpcId,
      deregistrationDelay: '30',
      healthCheck: {
        enabled: true,
        protocol: 'HTTPS',
        port: 'traffic-port',
        path: props.healthCheckPath,
        matcher: HEALTHY_ANSWERS,
        interval: 15,
        timeout: 5,
        healthyThreshold: 2,
        unhealthyThreshold: 2,
      },
      dependsOn: [endpoint.endpoint],
      tags: { Name: name },
    });
    this.attachments = Object.entries(endpoint.addresses).map(
      ([azId, targetId]) =>
        new LbTargetGroupAttachment(this, `attachment-${azId}`, {
          targetGroupArn: group.arn,
          targetId,
          port: 443,
        }),
    );
    this.arn = group.arn;
    this.arnSuffix = group.arnSuffix;
  }
}
