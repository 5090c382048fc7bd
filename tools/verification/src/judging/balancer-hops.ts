import type { Listener } from '@aws-sdk/client-elastic-load-balancing-v2';
import { nlbName } from '@central-ingress/naming';
import { albName } from '../reading/internet-vpc';
import type { BalancerReadings } from '../reading/load-balancers';
import { hop } from '../verification';
import type { Finding, Hop } from '../verification';
import type { Expectation } from './expectation';
import { fail, judge, matches, ok } from './findings';

/**
 * Policies that take TLS 1.2 and 1.3 only, or less.
 * @source ELB User Guide, "Security policies for your Application Load Balancer", the same names for an NLB
 */
const MODERN_POLICY = /^ELBSecurityPolicy-TLS13-1-[23]-/;

/** The ALB itself. */
export function albHop({ balancer }: BalancerReadings, expected: Expectation): Hop {
  const findings = judge(balancer, `${expected.deployVpc}.`, ({ State, Scheme }) => [
    judgeState(State?.Code, State?.Reason),
    // Internet-facing is the default of the API, which not every copy of it tells.
    matches(
      'scheme',
      Scheme ?? 'internet-facing',
      'internet-facing',
      `The ALB has to be made anew: ${expected.deployVpc}.`,
    ),
  ]);
  return hop('control', 'ALB', albName(expected.platform, expected.vpc), findings);
}

/** The ALB's listener for requests, and what it answers to hosts that nobody serves. */
export function httpsListenerHop({ secure }: BalancerReadings, expected: Expectation): Hop {
  const fix = `${expected.deployVpc}.`;
  const findings = judge(secure, fix, (listener) => [
    matches('protocol', listener.Protocol, 'HTTPS', fix),
    judgePolicy(listener.SslPolicy, fix),
    matches('default action', defaultAnswer(listener), 'fixed 404', fix),
  ]);
  return hop('control', 'HTTPS listener', `port 443 of ${albName(expected.platform, expected.vpc)}`, findings);
}

/** The ALB's listener that sends clients to HTTPS. */
export function httpListenerHop({ listeners }: BalancerReadings, expected: Expectation): Hop {
  const fix = `${expected.deployVpc}.`;
  const findings = judge(listeners, fix, (all): readonly Finding[] => {
    const plain = all.find(({ Port }) => Port === 80);
    if (!plain) return [fail('no listener on port 80', fix)];
    return [matches('default action', defaultAnswer(plain), 'redirect to HTTPS 443', fix)];
  });
  return hop('control', 'HTTP listener', `port 80 of ${albName(expected.platform, expected.vpc)}`, findings);
}

/** The tenant's NLB. */
export function nlbHop({ balancer }: BalancerReadings, expected: Expectation): Hop {
  const fix = `${expected.deployTenant}.`;
  const findings = judge(balancer, fix, (nlb) => [
    judgeState(nlb.State?.Code, nlb.State?.Reason),
    matches('scheme', nlb.Scheme, 'internal', `The NLB has to be made anew: ${fix}`),
    // Its security group has no inbound rule, so with the rules enforced nothing would come through PrivateLink.
    ...(nlb.SecurityGroups?.length
      ? [
          matches(
            'inbound rules on PrivateLink traffic',
            nlb.EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic,
            'off',
            fix,
          ),
        ]
      : []),
  ]);
  return hop('control', 'NLB', nlbName(expected.platform.namePrefix, expected.tenant.connectionName), findings);
}

/** The listener of the NLB, which ends the ALB's TLS. */
export function nlbListenerHop({ secure }: BalancerReadings, expected: Expectation): Hop {
  const fix = `${expected.deployTenant}.`;
  const findings = judge(secure, fix, ({ Protocol, SslPolicy }) => [
    matches('protocol', Protocol, 'TLS', fix),
    judgePolicy(SslPolicy, fix),
  ]);
  const name = nlbName(expected.platform.namePrefix, expected.tenant.connectionName);
  return hop('control', 'TLS listener', `port 443 of ${name}`, findings);
}

/** Judges the state of a load balancer. */
export function judgeState(code: string | undefined, reason: string | undefined): Finding {
  if (code === 'active') return ok('state active');
  const fix =
    code === 'provisioning'
      ? 'Wait some minutes until AWS has made it.'
      : 'Look at the AWS Health Dashboard and at the free addresses of its subnets.';
  return fail(`state ${code ?? 'unknown'}${reason ? ` (${reason})` : ''}; expected active`, fix);
}

/** Judges the TLS policy of a listener. */
export function judgePolicy(policy: string | undefined, fix: string): Finding {
  return MODERN_POLICY.test(policy ?? '')
    ? ok(`TLS policy ${policy}`)
    : fail(`TLS policy ${policy ?? 'not set'}; expected one that takes TLS 1.2 and 1.3 only`, fix);
}

function defaultAnswer({ DefaultActions = [] }: Listener): string {
  const action = DefaultActions[0];
  if (action?.FixedResponseConfig) return `fixed ${action.FixedResponseConfig.StatusCode}`;
  const redirect = action?.RedirectConfig;
  return redirect ? `redirect to ${redirect.Protocol} ${redirect.Port}` : (action?.Type ?? 'none');
}
