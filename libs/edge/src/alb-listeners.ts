import { LbListener } from '@cdktf/provider-aws/lib/lb-listener';
import { physicalName } from '@central-ingress/naming';
import { Construct } from 'constructs';

/** What the listeners serve. */
export interface AlbListenersProps {
  readonly namePrefix: string;
  /** Internet VPC. */
  readonly owner: string;
  readonly albArn: string;
  /** Default certificate, the domain's wildcard. */
  readonly certificateArn: string;
}

/**
 * TLS 1.2 and 1.3 with forward secrecy and post-quantum key exchange.
 * @source ELB User Guide, "Security policies for your Application Load Balancer", the recommended one
 */
export const TLS_POLICY = 'ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09';

/**
 * HTTPS, which answers 404 until a connection adds the rule of its hosts, and HTTP, which only sends clients to HTTPS.
 * @source central-internet-acc-setup/networking-setup/terraform/modules/load-balancer/application-load-balancer.tf
 */
export class AlbListeners extends Construct {
  public readonly httpsListenerArn: string;

  constructor(scope: Construct, id: string, { namePrefix, owner, albArn, certificateArn }: AlbListenersProps) {
    super(scope, id);
    const https = new LbListener(this, 'https', {
      loadBalancerArn: albArn,
      port: 443,
      protocol: 'HTTPS',
      sslPolicy: TLS_POLICY,
      certificateArn,
      defaultAction: [
        {
          type: 'fixed-response',
          fixedResponse: { contentType: 'text/plain', messageBody: 'No such host', statusCode: '404' },
        },
      ],
      tags: { Name: physicalName('Name tag', namePrefix, owner, 'https') },
    });
    new LbListener(this, 'http', {
      loadBalancerArn: albArn,
      port: 80,
      protocol: 'HTTP',
      defaultAction: [{ type: 'redirect', redirect: { protocol: 'HTTPS', port: '443', statusCode: 'HTTP_301' } }],
      tags: { Name: physicalName('Name tag', namePrefix, owner, 'http') },
    });
    this.httpsListenerArn = https.arn;
  }
}
