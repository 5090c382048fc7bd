import { physicalName } from '@central-ingress/naming';
import type { AccessLogs } from '../reading/access-logs';
import { albName } from '../reading/internet-vpc';
import type { InternetVpcReadings } from '../reading/internet-vpc';
import type { Reading } from '../reading/reading';
import { hop } from '../verification';
import type { Finding, Hop } from '../verification';
import type { Expectation } from './expectation';
import { fail, judge, ok, skipped, warn } from './findings';

const HOUR_MILLISECONDS = 60 * 60 * 1000;
/** An ALB on the internet is asked something every hour of the day, if only by scanners. */
const STALE_HOURS = 24;

/** The web ACL before the ALB, and its log. */
export function wafHop({ webAcl, wafLogging }: InternetVpcReadings, expected: Expectation): Hop {
  const fix = `${expected.deployVpc}.`;
  const name = physicalName('web ACL', expected.platform.namePrefix, expected.vpc.name, 'alb');
  const attached = judge(webAcl, fix, ({ Name, Rules = [] }) => [
    Name === name
      ? ok(`attached, ${Rules.length} rules`)
      : warn(`the ALB has the web ACL ${Name}; expected ${name}`, `If nobody meant this, ${fix}`),
  ]);
  const logging =
    webAcl.state === 'found'
      ? judge(wafLogging, fix, ({ LogDestinationConfigs = [] }) => [
          LogDestinationConfigs.length
            ? ok(`logs to ${LogDestinationConfigs.map(afterAccount).join(', ')}`)
            : fail('logs to nowhere', fix),
        ])
      : [];
  return hop('control', 'WAF', name, [...attached, ...logging]);
}

/** The bucket of the ALB's access logs, and whether anything comes. */
export function accessLogHop(accessLogs: Reading<AccessLogs>, expected: Expectation): Hop {
  const findings = judge(accessLogs, `${expected.deployVpc}.`, ({ enabled, place, newest }): readonly Finding[] => {
    if (!enabled) return [fail('access logs are switched off', `${expected.deployVpc}.`)];
    if (newest.state === 'untried') return [ok(`on, to ${place}`), skipped(newest.reason)];
    const fix = "Send a request and wait ten minutes; if nothing comes, compare the bucket's policy with the stack's.";
    if (newest.state === 'missing') return [warn(`on, to ${place}, nothing yet`, fix)];
    const hours = Math.floor((expected.now.getTime() - newest.value.at.getTime()) / HOUR_MILLISECONDS);
    if (hours > STALE_HOURS) return [warn(`on, to ${place}, nothing for ${hours} hours`, fix)];
    return [ok(`on, to ${place}, newest of ${newest.value.at.toISOString()}`)];
  });
  return hop('control', 'access logs', albName(expected.platform, expected.vpc), findings);
}

function afterAccount(arn: string): string {
  return arn.split(':').slice(5).join(':');
}
