import type { Rule } from '@aws-sdk/client-elastic-load-balancing-v2';
import { GetLoggingConfigurationCommand, GetWebACLForResourceCommand } from '@aws-sdk/client-wafv2';
import type { LoggingConfiguration, WebACL } from '@aws-sdk/client-wafv2';
import type { InternetVpcConfig, PlatformConfig } from '@central-ingress/config';
import { physicalName } from '@central-ingress/naming';
import { readAccessLogs } from './access-logs';
import type { AccessLogs } from './access-logs';
import type { AccountClients } from './account-clients';
import { readAttributes, readBalancer, readRules } from './load-balancers';
import type { BalancerReadings } from './load-balancers';
import { follow, read } from './reading';
import type { Reading } from './reading';

/** What all tenants of an internet VPC share, as the central account's APIs tell it. */
export interface InternetVpcReadings {
  readonly alb: BalancerReadings;
  readonly accessLogs: Reading<AccessLogs>;
  /** Rules of the HTTPS listener. */
  readonly rules: Reading<readonly Rule[]>;
  readonly webAcl: Reading<WebACL>;
  readonly wafLogging: Reading<LoggingConfiguration>;
}

/** Name of the ALB of an internet VPC, e.g. `acme-main-alb`. */
export function albName({ namePrefix }: PlatformConfig, { name }: InternetVpcConfig): string {
  return physicalName('load balancer', namePrefix, name, 'alb');
}

/** Reads the ALB of an internet VPC with its listeners, rules, certificates, web ACL and logs. */
export async function readInternetVpc(
  platform: PlatformConfig,
  vpc: InternetVpcConfig,
  central: AccountClients,
  now: Date,
): Promise<InternetVpcReadings> {
  const { waf } = central;
  const name = albName(platform, vpc);
  const alb = await readBalancer(central, name);
  const attributes = await follow(alb.balancer, (balancer) => readAttributes(central, balancer));
  const accessLogs = await follow(attributes, (values) => readAccessLogs(central, platform, values, now));
  const rules = await follow(alb.secure, (listener) => readRules(central, listener));
  const webAcl = await follow(alb.balancer, ({ LoadBalancerArn }) =>
    read(`web ACL of ${name}`, async () => {
      const { WebACL } = await waf.send(new GetWebACLForResourceCommand({ ResourceArn: LoadBalancerArn }));
      return WebACL;
    }),
  );
  const wafLogging = await follow(webAcl, ({ ARN, Name }) =>
    read(`logging of web ACL ${Name}`, async () => {
      const { LoggingConfiguration } = await waf.send(new GetLoggingConfigurationCommand({ ResourceArn: ARN }));
      return LoggingConfiguration;
    }),
  );
  return { alb, accessLogs, rules, webAcl, wafLogging };
}
