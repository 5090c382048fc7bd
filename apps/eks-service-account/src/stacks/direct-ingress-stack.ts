import { AccountStack, PublishedHandover, ReceivedHandover } from '@central-ingress/account-stack';
import type { DirectTenant } from '@central-ingress/config';
import { DirectCertificates } from '@central-ingress/direct-ingress';
import { CentralAccess } from '@central-ingress/endpoint-service';
import type { DirectStacks } from '@central-ingress/stack-graph';
import type { App } from 'cdktf';
import type { TenantStackProps } from './tenant-stack-props';

/** What the stacks of a direct tenant are built from. */
export interface DirectStackProps extends TenantStackProps {
  readonly tenant: DirectTenant;
  readonly stacks: DirectStacks;
}

/**
 * `<tenant>-ingress` of a direct tenant: the certificates of its NLB and the subnets that it lies in. The NLB itself is
 * made inside the cluster, by the load balancer controller, from the annotations of a Service.
 * @source Contour guide "AWS Network Load Balancer TLS Termination with Contour", "Generate TLS Certificate"
 */
export class DirectIngressStack extends AccountStack {
  constructor(app: App, props: DirectStackProps) {
    super(app, { platform: props.platform, stack: props.stacks.ingress });
    const { tenant } = props;
    const { namePrefix } = this.platform;
    const owner = tenant.connectionName;
    const networking = new ReceivedHandover(this, 'networking', { key: 'tenant/networking', owner, namePrefix });
    new PublishedHandover(this, 'handover', {
      key: 'tenant/direct-ingress',
      owner,
      namePrefix,
      document: {
        certificateArns: this.certificateArns(tenant).join(','),
        publicSubnetIds: Object.fromEntries(
          tenant.availabilityZoneIds.map((azId) => [azId, networking.entry('publicSubnetIds', azId)]),
        ),
      },
    });
  }

  private certificateArns(tenant: DirectTenant): readonly string[] {
    const { certificate } = tenant.exposure;
    if (certificate.type === 'none') return [];
    if (certificate.type === 'arn') return [certificate.certificateArn];

    const { connectionName: owner } = tenant;
    const { provider } = new CentralAccess(this, 'central', {
      platform: this.platform,
      stack: this.stack,
      connectionName: owner,
      tags: this.commonTags(),
    });
    const registration = new ReceivedHandover(this, 'registration', {
      key: 'tenant/registration',
      owner,
      namePrefix: this.platform.namePrefix,
      provider,
    });
    return new DirectCertificates(this, 'certificates', {
      platform: this.platform,
      tenant,
      zoneId: registration.text('hostedZoneId'),
      zoneProvider: provider,
    }).arns;
  }
}
