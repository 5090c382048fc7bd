import type { TargetGroup } from '@central-ingress/network-model';
import { finding } from './finding';
import type { Finding } from './finding';
import { blocked, step } from './report';
import type { Step } from './report';
import { connectionStack } from './walk';
import type { Walk } from './walk';

/** Port on which the services behind endpoints listen. */
export const SERVICE_PORT = 443;

/** The target group speaks HTTPS to addresses on the service's port, and its health check does the same. */
export function targetGroupHop(walk: Walk): Step {
  const { targetGroup: group, alb } = walk.trail;
  if (!group) return blocked('target-group', connectionStack(walk), 'the rule leads nowhere');
  const { label, protocol = 'nothing', port = 0 } = group;
  const found: Finding[] = [];
  if (protocol !== 'HTTPS') found.push(finding('target-group-protocol', group, { label, protocol }));
  if (port !== SERVICE_PORT) {
    found.push(finding('target-group-port', group, { label, protocol, port, expected: SERVICE_PORT }));
  }
  if (group.targetType !== 'ip') found.push(finding('target-group-type', group, { label, type: group.targetType }));
  const vpc = alb?.subnets.map((key) => walk.model.subnets.get(key)?.vpc).find((key) => key !== undefined);
  if (vpc && group.vpc !== vpc) found.push(finding('target-group-vpc', group, { label }));
  found.push(...healthFindings(group));
  return step('target-group', group, `${protocol} ${port}, health by ${group.healthCheck.protocol ?? '?'}`, found);
}

function healthFindings(group: TargetGroup): readonly Finding[] {
  const { label, healthCheck: check } = group;
  if (!check.enabled) return [finding('health-check-off', group, { label })];
  const { protocol = 'HTTP', port, matcher = '200', interval = 30, timeout = 5 } = check;
  const found: Finding[] = [];
  if (protocol !== 'HTTPS') found.push(finding('health-check-protocol', group, { label, protocol }));
  if (port !== 'traffic-port' && Number(port) !== SERVICE_PORT) {
    found.push(finding('health-check-port', group, { label, port, expected: SERVICE_PORT }));
  }
  if (timeout >= interval) found.push(finding('health-check-time', group, { label, timeout, interval }));
  const path = check.path ?? '/';
  // A path of its own may answer 200; the root of an ingress controller asked by address does not.
  if (path === '/' && !takesStatus(matcher, 404))
    found.push(finding('health-check-matcher', group, { label, matcher }));
  return found;
}

/** True when a matcher, e.g. `200-399,404`, takes a status. */
export function takesStatus(matcher: string, status: number): boolean {
  return matcher.split(',').some((part) => {
    const [first = 0, last = first] = part.split('-').map(Number);
    return first <= status && status <= last;
  });
}
