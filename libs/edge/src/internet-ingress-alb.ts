import { Lb } from '@cdktf/provider-aws/lib/lb';
import { ValidatedCertificate } from '@central-ingress/certificate';
import type { InternetVpcConfig, PlatformConfig } from '@central-ingress/config';
import { physicalName } from '@central-ingress/naming';
import { Construct } from 'constructs';
import { AlbAlarms } from './alb-alarms';
import { AlbDashboard } from './alb-dashboard';
import { AlbListeners } from './alb-listeners';
import { AlbLogBucket } from './alb-log-bucket';
import { WebAcl } from './web-acl';

/** Where the ALB stands. */
export interface InternetIngressAlbProps {
  readonly platform: PlatformConfig;
  readonly internetVpc: InternetVpcConfig;
  /** One per AZ. */
  readonly publicSubnetIds: readonly string[];
  readonly securityGroupId: string;
  /** Zone of the domain. */
  readonly hostedZoneId: string;
}

/**
 * The one door from the internet: an ALB with the domain's wildcard certificate, a web ACL, logs, alarms, a dashboard.
 * @source central-internet-acc-setup/networking-setup/terraform/modules/load-balancer/application-load-balancer.tf
 */
export class InternetIngressAlb extends Construct {
  public readonly built: {
    readonly httpsListenerArn: string;
    readonly albDnsName: string;
    readonly albZoneId: string;
    readonly albArnSuffix: string;
  };

  constructor(scope: Construct, id: string, props: InternetIngressAlbProps) {
    super(scope, id);
    const { platform, internetVpc } = props;
    const { name: owner, domain, logRetentionDays } = internetVpc;
    const name = physicalName('load balancer', platform.namePrefix, owner, 'alb');

    const logs = new AlbLogBucket(this, 'logs', {
      platform,
      owner,
      logRetentionDays,
      forceDestroy: !internetVpc.deletionProtection,
    });
    const alb = new Lb(this, 'internet-ingress-alb', {
      name,
      internal: false,
      loadBalancerType: 'application',
      ipAddressType: 'ipv4',
      securityGroups: [props.securityGroupId],
      subnets: [...props.publicSubnetIds],
      enableDeletionProtection: internetVpc.deletionProtection,
      dropInvalidHeaderFields: true,
      desyncMitigationMode: 'defensive',
      preserveHostHeader: true,
      xffHeaderProcessingMode: 'append',
      accessLogs: logs.settings('access'),
      connectionLogs: logs.settings('connection'),
      dependsOn: [...logs.readyForDelivery],
      tags: { Name: name },
    });
    const certificate = new ValidatedCertificate(this, 'wildcard', {
      names: [domain, `*.${domain}`],
      zoneId: props.hostedZoneId,
      name: physicalName('Name tag', platform.namePrefix, owner, 'wildcard'),
    });
    const listeners = new AlbListeners(this, 'listeners', {
      namePrefix: platform.namePrefix,
      owner,
      albArn: alb.arn,
      certificateArn: certificate.arn,
    });
    const webAcl = new WebAcl(this, 'waf', {
      platform,
      owner,
      albArn: alb.arn,
      rateLimit: internetVpc.waf.rateLimit,
      logRetentionDays,
    });
    const watched = { platform, owner, albArnSuffix: alb.arnSuffix, webAclName: webAcl.metricName };
    new AlbAlarms(this, 'alarms', { ...watched, topicArn: internetVpc.alarmTopicArn });
    new AlbDashboard(this, 'dashboard', watched);

    this.built = {
      httpsListenerArn: listeners.httpsListenerArn,
      albDnsName: alb.dnsName,
      albZoneId: alb.zoneId,
      albArnSuffix: alb.arnSuffix,
    };
  }
}
