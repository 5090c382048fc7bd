import type { FlowLog, NetworkModel, PolicyStatement, Vpc } from '@central-ingress/network-model';
import { finding } from './finding';
import type { Finding } from './finding';
import type { WorldGuard } from './guard';

/** Every VPC and every control plane tells who came, to a log that takes it. */
export const logsGuard: WorldGuard = {
  name: 'logs',
  says: 'every VPC logs its flows, every cluster who did what',
  check: ({ model }) => {
    const ofVpc = new Map<string, FlowLog[]>();
    for (const log of model.flowLogs.values()) {
      if (log.vpc) ofVpc.set(log.vpc, [...(ofVpc.get(log.vpc) ?? []), log]);
    }
    return [
      ...[...model.vpcs.values()].flatMap((vpc) => flowFindings(model, vpc, ofVpc.get(vpc.key) ?? [])),
      ...clusterFindings(model),
    ];
  },
};

function flowFindings(model: NetworkModel, vpc: Vpc, logs: readonly FlowLog[]): readonly Finding[] {
  const { label } = vpc;
  const [first] = logs;
  if (!first) return [finding('flow-log-missing', vpc, { label })];
  const whole = logs.find(({ traffic }) => traffic === 'ALL');
  if (!whole) return [finding('flow-log-part', first, { label, traffic: first.traffic })];
  return isWritten(model, whole) ? [] : [finding('flow-log-unwritten', whole, { label })];
}

/** A bucket takes flow logs by its own policy, which AWS adds to; a log group by the role that the flow log names. */
function isWritten({ logGroups, roles }: NetworkModel, { destination = '', role = '' }: FlowLog): boolean {
  if (!logGroups.has(destination)) return destination !== '';
  const policies = roles.get(role)?.policies ?? [];
  return policies.some(({ document }) => document?.statements.some((each) => mayWrite(each, destination)));
}

/** True for a statement by which somebody writes to a log group of the stacks. */
export function mayWrite(statement: PolicyStatement, group: string): boolean {
  const { effect, actions, notActions, resources, notResources } = statement;
  return (
    effect === 'Allow' &&
    !notActions &&
    !notResources &&
    actions.includes('logs:PutLogEvents') &&
    resources.some((resource) => resource.startsWith(`\${${group}.arn}`))
  );
}

/** EKS makes the group of a control plane itself where no stack does, and it stays when the cluster goes. */
function clusterFindings({ clusters, logGroups }: NetworkModel): readonly Finding[] {
  const groups = new Set([...logGroups.values()].map(({ account, name }) => `${account ?? ''} ${name ?? ''}`));
  return [...clusters.values()].flatMap((cluster) => {
    const { account = '', name = '?', label } = cluster;
    const expected = `/aws/eks/${name}/cluster`;
    return groups.has(`${account} ${expected}`) ? [] : [finding('cluster-log-group', cluster, { label, expected })];
  });
}
