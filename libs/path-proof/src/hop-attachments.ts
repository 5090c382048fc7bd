import type { Attachment, Endpoint, Target } from '@central-ingress/network-model';
import { finding } from './finding';
import type { Finding } from './finding';
import { blocked, step } from './report';
import type { Step } from './report';
import { all, connectionStack } from './walk';
import type { Walk } from './walk';

/** The targets are the addresses of one endpoint, one in each of its subnets. */
export function attachmentsHop(walk: Walk): Step {
  const { model, trail } = walk;
  const group = trail.targetGroup;
  if (!group) return blocked('attachments', connectionStack(walk), 'there is no target group');
  const attachments = all(model.attachments, group.attachments);
  const [first] = attachments;
  if (!first) return step('attachments', group, 'none', [finding('attachments-none', group, { label: group.label })]);
  trail.attachments = attachments;

  const addresses = attachments.flatMap(({ target }) => (target?.type === 'endpoint-address' ? [target] : []));
  const own = addresses.find(({ endpoint }) => model.endpoints.get(endpoint)?.stack === connectionStack(walk));
  const endpoint = model.endpoints.get((own ?? addresses[0])?.endpoint ?? '');
  const found = attachments.flatMap((attachment) => [
    ...targetFindings(walk, attachment, endpoint),
    ...(attachment.port === undefined || attachment.port === group.port
      ? []
      : [finding('attachment-port', attachment, { port: attachment.port, expected: group.port ?? '?' })]),
  ]);
  if (endpoint) {
    trail.endpoint = endpoint;
    found.push(...coverFindings(walk, attachments, endpoint));
  }
  return step('attachments', first, `${attachments.length} addresses of ${endpoint?.label ?? 'no endpoint'}`, found);
}

function targetFindings(walk: Walk, attachment: Attachment, endpoint: Endpoint | undefined): readonly Finding[] {
  const { target } = attachment;
  if (target?.type !== 'endpoint-address') {
    return [finding('attachment-target', attachment, { target: target ? `the fixed ${target.id}` : 'not understood' })];
  }
  if (!endpoint) return [];
  if (target.endpoint !== endpoint.key) {
    return [finding('attachment-other-endpoint', attachment, { endpoint: target.endpoint, expected: endpoint.key })];
  }
  if (endpoint.subnets.includes(target.subnet)) return [];
  return [finding('attachment-subnet', attachment, { endpoint: endpoint.label, subnet: subnetLabel(walk, target) })];
}

/** Every subnet of the endpoint once. */
function coverFindings(walk: Walk, attachments: readonly Attachment[], endpoint: Endpoint): readonly Finding[] {
  const found: Finding[] = [];
  const seen = new Set<string>();
  for (const attachment of attachments) {
    const { target } = attachment;
    if (target?.type !== 'endpoint-address' || target.endpoint !== endpoint.key) continue;
    if (seen.has(target.subnet)) {
      found.push(finding('attachment-twice', attachment, { subnet: subnetLabel(walk, target) }));
    }
    seen.add(target.subnet);
  }
  const at = walk.trail.targetGroup ?? endpoint;
  for (const subnet of endpoint.subnets.filter((key) => !seen.has(key))) {
    const label = walk.model.subnets.get(subnet)?.label ?? subnet;
    found.push(finding('attachment-missing', at, { endpoint: endpoint.label, subnet: label }));
  }
  return found;
}

function subnetLabel({ model }: Walk, { subnet }: Extract<Target, { type: 'endpoint-address' }>): string {
  return model.subnets.get(subnet)?.label ?? subnet;
}
