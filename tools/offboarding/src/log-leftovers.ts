import { paginateDescribeLogGroups } from '@aws-sdk/client-cloudwatch-logs';
import type { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import { clusterName, controlPlaneLogGroupName, flowLogGroupName } from '@central-ingress/naming';
import type { Leftover } from './workplace';

/** Whose logs are looked for. */
export interface LogPlace {
  readonly accountId: string;
  readonly namePrefix: string;
  readonly connectionName: string;
}

/**
 * Log groups of the tenant: EKS and the flow logs write theirs once more after Terraform has removed them, and agents
 * in the cluster make their own, which are only told of because they may be wanted longer than the cluster.
 */
export async function logLeftovers(
  client: CloudWatchLogsClient,
  { accountId, namePrefix, connectionName }: LogPlace,
): Promise<readonly Leftover[]> {
  const own = [controlPlaneLogGroupName(namePrefix, connectionName), flowLogGroupName(namePrefix, connectionName)];
  const agents = `/aws/containerinsights/${clusterName(namePrefix, connectionName)}/`;
  const found: Leftover[] = [];
  for (const logGroupNamePrefix of [...own, agents]) {
    for await (const { logGroups = [] } of paginateDescribeLogGroups({ client }, { logGroupNamePrefix })) {
      for (const { logGroupName: id = '' } of logGroups) {
        if (own.includes(id)) found.push({ kind: 'log group', id, accountId, proof: 'name of the tenant' });
        else if (id.startsWith(agents)) found.push({ kind: 'log group', id, accountId });
      }
    }
  }
  return found;
}
