import type { Action, Rule, TargetGroup } from '@aws-sdk/client-elastic-load-balancing-v2';
import { hostRules } from '@central-ingress/config';
import { physicalName } from '@central-ingress/naming';
import { valueOf } from '../reading/reading';
import type { RequestPathReadings } from '../reading/request-path';
import { hop } from '../verification';
import type { Finding, Hop } from '../verification';
import type { Expectation } from './expectation';
import { hostNames } from './expectation';
import { fail, judge, matches, ok, skipped, warn } from './findings';

/** The listener rules that lead the tenant's hosts, and nobody else's, to its target group. */
export function ruleHop({ rules, route }: RequestPathReadings, expected: Expectation): Hop {
  const targetGroupArn = valueOf(route.targetGroup)?.TargetGroupArn;
  const findings = judge(rules, `${expected.deployVpc}.`, (all): readonly Finding[] => {
    const inOrder = all.filter(({ IsDefault }) => !IsDefault).sort((a, b) => Number(a.Priority) - Number(b.Priority));
    const wanted = hostRules(expected.tenant.exposure).map(({ priority, hosts }) =>
      judgeRule(
        inOrder,
        priority,
        hosts.map(({ name }) => name),
        targetGroupArn,
        expected,
      ),
    );
    return [...wanted.flat(), ...strangers(inOrder, targetGroupArn, expected)];
  });
  return hop('control', 'listener rule', `for ${expected.tenant.connectionName}`, findings);
}

function judgeRule(
  rules: readonly Rule[],
  priority: number,
  hosts: readonly string[],
  targetGroupArn: string | undefined,
  { connect }: Expectation,
): readonly Finding[] {
  const shadows = hosts.flatMap((host) => judgeShadows(rules, priority, host));
  const rule = rules.find(({ Priority }) => Number(Priority) === priority);
  if (!rule) return [fail(`no rule of priority ${priority} for ${hosts.join(', ')}`, `${connect}.`), ...shadows];
  const values = hostValues(rule);
  const absent = hosts.filter((host) => !values.includes(host));
  const extra = values.filter((host) => !hosts.includes(host));
  const others = (rule.Conditions ?? []).filter(({ Field }) => Field !== 'host-header').map(({ Field }) => Field);
  return [
    absent.length
      ? fail(`priority ${priority} does not have ${absent.join(', ')}`, `${connect}.`)
      : ok(`priority ${priority} has ${hosts.join(', ')}`),
    ...(extra.length ? [fail(`priority ${priority} has ${extra.join(', ')} too`, `${connect}.`)] : []),
    ...(others.length ? [fail(`priority ${priority} asks for ${others.join(', ')} too`, `${connect}.`)] : []),
    judgeForward(rule, targetGroupArn, `${connect}.`),
    ...shadows,
  ];
}

function judgeForward({ Actions = [], Priority }: Rule, targetGroupArn: string | undefined, fix: string): Finding {
  const targets = Actions.flatMap(forwardedTo);
  if (targetGroupArn === undefined) return skipped(`where priority ${Priority} leads: the target group is not known`);
  if (targets.length === 1 && targets[0] === targetGroupArn) return ok("leads to the tenant's target group");
  const others = targets.filter((arn) => arn !== targetGroupArn).map((arn) => arn.split('/')[1] ?? arn);
  return fail(`priority ${Priority} leads to ${others.join(', ') || 'no target group'}`, fix);
}

/** Rules that come before and take the host's requests, all or some of them. */
function judgeShadows(rules: readonly Rule[], priority: number, host: string): readonly Finding[] {
  return rules
    .filter((rule) => Number(rule.Priority) < priority && takesHost(rule, host))
    .map((rule) => {
      const what = `${host} meets the rule of priority ${rule.Priority} before`;
      const fix = `Remove the rule of priority ${rule.Priority}, or take the host out of it.`;
      return takesEveryPath(rule) ? fail(what, fix) : warn(`${what}, for some of its requests`, fix);
    });
}

/** Hosts that are not the tenant's and yet lead to it. */
function strangers(rules: readonly Rule[], targetGroupArn: string | undefined, expected: Expectation) {
  const own = hostNames(expected);
  const priorities = hostRules(expected.tenant.exposure).map(({ priority }) => priority);
  return rules
    .filter(({ Priority }) => !priorities.includes(Number(Priority)))
    .filter(({ Actions = [] }) => targetGroupArn && Actions.flatMap(forwardedTo).includes(targetGroupArn))
    .map((rule) => {
      const hosts = hostValues(rule).filter((host) => !own.includes(host));
      return fail(
        `the rule of priority ${rule.Priority} leads ${hosts.join(', ') || 'its requests'} to this tenant too`,
        'Remove the rule; nothing in the files asks for it.',
      );
    });
}

function forwardedTo({ TargetGroupArn, ForwardConfig }: Action): readonly string[] {
  const weighted = (ForwardConfig?.TargetGroups ?? []).flatMap((group) => group.TargetGroupArn ?? []);
  return weighted.length ? weighted : TargetGroupArn ? [TargetGroupArn] : [];
}

function hostValues({ Conditions = [] }: Rule): readonly string[] {
  return Conditions.flatMap(({ HostHeaderConfig }) => HostHeaderConfig?.Values ?? []);
}

function takesHost(rule: Rule, host: string): boolean {
  const values = hostValues(rule);
  const hasHosts = rule.Conditions?.some(({ Field }) => Field === 'host-header');
  return !hasHosts || values.some((pattern) => wildcard(pattern).test(host));
}

function takesEveryPath({ Conditions = [] }: Rule): boolean {
  return Conditions.filter(({ Field }) => Field !== 'host-header').every(({ PathPatternConfig }) =>
    PathPatternConfig?.Values?.some((pattern) => pattern === '*' || pattern === '/*'),
  );
}

/** A pattern of ELB: `*` for any characters, `?` for exactly one. */
function wildcard(pattern: string): RegExp {
  const escaped = pattern.replace(/[.+^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replaceAll('*', '.*').replaceAll('?', '.')}$`, 'i');
}

/** The target group behind the rules. */
export function targetGroupHop({ route, privateLink, alb }: RequestPathReadings, expected: Expectation): Hop {
  const { connect, tenant, platform } = expected;
  const albArn = valueOf(alb.balancer)?.LoadBalancerArn;
  const endpointVpc = valueOf(privateLink.endpoint)?.VpcId;
  const findings = judge(route.targetGroup, `${connect}.`, (group: TargetGroup) => [
    matches(
      'protocol and port',
      `${group.Protocol} ${group.Port}`,
      'HTTPS 443',
      `The target group has to be made anew: ${connect}.`,
    ),
    matches('target type', group.TargetType, 'ip', `The target group has to be made anew: ${connect}.`),
    matches('health check path', group.HealthCheckPath, tenant.exposure.healthCheckPath, `${connect}.`),
    ...(endpointVpc ? [matches('VPC', group.VpcId, endpointVpc, `${connect}.`)] : []),
    ...(albArn && !group.LoadBalancerArns?.includes(albArn) ? [fail('no rule of the ALB uses it', `${connect}.`)] : []),
  ]);
  return hop(
    'control',
    'target group',
    physicalName('target group', platform.namePrefix, tenant.connectionName),
    findings,
  );
}
