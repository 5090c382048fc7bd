import type { TargetHealthDescription } from '@aws-sdk/client-elastic-load-balancing-v2';
import { podProtocol } from '@central-ingress/addon-values';
import { physicalName, podsTargetGroupName } from '@central-ingress/naming';
import { valueOf } from '../reading/reading';
import type { RequestPathReadings } from '../reading/request-path';
import { hop } from '../verification';
import type { Finding, Hop } from '../verification';
import type { Expectation } from './expectation';
import { fail, judge, ok, warn } from './findings';

/**
 * Likely fix by reason code, in the words of what stands behind the ALB.
 * @source ELB API Reference, "TargetHealth": Reason
 */
const ALB_FIXES: Readonly<Record<string, string>> = {
  'Elb.InitialHealthChecking': 'Wait half a minute: two checks have to pass.',
  'Elb.RegistrationInProgress': 'Wait half a minute: the target is being registered.',
  'Elb.InternalError': 'AWS has a problem; look at its Health Dashboard.',
  'Target.Timeout':
    "Nothing answers behind the endpoint: the pods' target group, the NLB's and the endpoint's security groups.",
  'Target.FailedHealthChecks': 'The connection is refused or breaks: the TLS listener and its targets, the pods.',
  'Target.ResponseCodeMismatch': 'The ingress controller answers 5xx: look at its log and its pods.',
  'Target.NotInUse': 'No listener rule uses the target group, or the ALB has no subnet in the AZ of the target.',
  'Target.InvalidState': 'The target is stopped or gone.',
  'Target.IpUnusable': 'A load balancer uses the address of this target.',
  'Target.DeregistrationInProgress': 'Wait: the target is being taken out.',
};
/** The same in the words of what stands behind an NLB. */
export const POD_FIXES: Readonly<Record<string, string>> = {
  ...ALB_FIXES,
  'Target.Timeout': 'Nothing answers on the port of the pods: the security group of the nodes, a network policy.',
  'Target.FailedHealthChecks': "The ingress controller's pods do not answer: are they ready, on the right port?",
  'Target.NotInUse': 'No listener of the NLB uses the target group, or the NLB has no subnet in the AZ of the pod.',
};
/** Reasons that pass by themselves. */
const PASSING = ['Elb.InitialHealthChecking', 'Elb.RegistrationInProgress', 'Target.DeregistrationInProgress'];

/** The ALB's targets: exactly the addresses of the endpoint, and their health. */
export function targetHop({ route, privateLink }: RequestPathReadings, expected: Expectation): Hop {
  const { connect, platform, tenant } = expected;
  const interfaces = valueOf(privateLink.interfaces);
  const findings = judge(route.health, `${connect}.`, (targets): readonly Finding[] => {
    if (!targets.length) return [fail('no target is registered', `${connect}.`)];
    return [...(interfaces ? compareAddresses(targets, interfaces, connect) : []), ...judgeHealth(targets, ALB_FIXES)];
  });
  const name = physicalName('target group', platform.namePrefix, tenant.connectionName);
  return hop('control', 'targets', `of ${name}`, findings);
}

/** The ingress controller's pods behind the NLB. */
export function podHop({ pods }: RequestPathReadings, expected: Expectation): Hop {
  const { deployTenant, platform, tenant } = expected;
  const name = podsTargetGroupName(platform.namePrefix, tenant.connectionName, podProtocol(tenant));
  const findings = judge(pods.health, `${deployTenant}.`, (targets): readonly Finding[] => {
    if (targets.length) return judgeHealth(targets, POD_FIXES);
    const addons = `${tenant.connectionName}-addons`;
    return [
      fail(
        'no pod is registered',
        `Deploy the add-ons stack, ${addons}; if it stands, look at the TargetGroupBinding and at the log of the ` +
          'AWS Load Balancer Controller.',
      ),
    ];
  });
  return hop('control', 'pods', `of ${name}`, findings);
}

function compareAddresses(
  targets: readonly TargetHealthDescription[],
  interfaces: readonly { readonly PrivateIpAddress?: string }[],
  connect: string,
): readonly Finding[] {
  const got = targets.map(address).sort();
  const wanted = interfaces.map(({ PrivateIpAddress }) => `${PrivateIpAddress}:443`).sort();
  if (got.join() === wanted.join()) return [ok(`${got.length} addresses, those of the endpoint`)];
  const absent = wanted.filter((each) => !got.includes(each));
  const extra = got.filter((each) => !wanted.includes(each));
  return [
    ...(absent.length ? [fail(`${absent.join(', ')} of the endpoint is no target`, `${connect}.`)] : []),
    ...(extra.length ? [fail(`${extra.join(', ')} is no address of the endpoint`, `${connect}.`)] : []),
  ];
}

/** No healthy target fails; one that is not healthy, beside others that are, is worth a look. */
export function judgeHealth(
  targets: readonly TargetHealthDescription[],
  fixes: Readonly<Record<string, string>>,
): readonly Finding[] {
  const sick = targets.filter(({ TargetHealth }) => TargetHealth?.State !== 'healthy');
  const healthy = targets.length - sick.length;
  const passing = sick.every(({ TargetHealth }) => PASSING.includes(TargetHealth?.Reason ?? ''));
  const problem = healthy || passing ? warn : fail;
  return [
    ...(healthy ? [ok(`${healthy} of ${targets.length} healthy`)] : []),
    ...sick.map((target) => {
      const { State = 'unknown', Reason, Description } = target.TargetHealth ?? {};
      const why = [Reason, Description].filter(Boolean).join(': ');
      const fix = fixes[Reason ?? ''] ?? 'Look at the target group in the console, tab Targets.';
      return problem(`${address(target)} is ${State}${why ? ` (${why})` : ''}`, fix);
    }),
  ];
}

function address({ Target }: TargetHealthDescription): string {
  return `${Target?.Id}:${Target?.Port}`;
}
