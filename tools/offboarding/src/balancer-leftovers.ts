import {
  DescribeTagsCommand,
  paginateDescribeLoadBalancers,
  paginateDescribeTargetGroups,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import type { ElasticLoadBalancingV2Client, Tag } from '@aws-sdk/client-elastic-load-balancing-v2';
import { clusterProof } from './network-leftovers';
import type { NetworkPlace } from './network-leftovers';
import type { Leftover } from './workplace';

/** Resources that one call for tags takes. @source ELB API Reference, DescribeTags */
const ARNS_PER_CALL = 20;

/**
 * Load balancers and target groups in the tenant's VPC that no state holds: the load balancer controller's, when it
 * was removed before what it had made.
 */
export async function balancerLeftovers(
  client: ElasticLoadBalancingV2Client,
  place: NetworkPlace,
): Promise<readonly Leftover[]> {
  const found: { readonly kind: Leftover['kind']; readonly id: string; readonly says: string }[] = [];
  for await (const { LoadBalancers = [] } of paginateDescribeLoadBalancers({ client }, {})) {
    for (const { LoadBalancerArn: id = '', LoadBalancerName: says = '', VpcId } of LoadBalancers) {
      if (VpcId === place.vpcId) found.push({ kind: 'load balancer', id, says });
    }
  }
  for await (const { TargetGroups = [] } of paginateDescribeTargetGroups({ client }, {})) {
    for (const { TargetGroupArn: id = '', TargetGroupName: says = '', VpcId } of TargetGroups) {
      if (VpcId === place.vpcId) found.push({ kind: 'target group', id, says });
    }
  }
  const tags = await tagsOf(
    client,
    found.map(({ id }) => id),
  );
  return found
    .filter(({ id }) => !tags.get(id)?.some(({ Key, Value = '' }) => Key === 'stack' && place.isStackOfTenant(Value)))
    .map((each) => {
      const proof = clusterProof(tags.get(each.id), place.cluster);
      return { ...each, accountId: place.accountId, ...(proof ? { proof } : {}) };
    });
}

/** Tags of load balancers, target groups, listeners or rules by ARN. */
export async function tagsOf(
  client: Pick<ElasticLoadBalancingV2Client, 'send'>,
  arns: readonly string[],
): Promise<ReadonlyMap<string, readonly Tag[]>> {
  const tags = new Map<string, readonly Tag[]>();
  for (let from = 0; from < arns.length; from += ARNS_PER_CALL) {
    const ResourceArns = arns.slice(from, from + ARNS_PER_CALL);
    const { TagDescriptions = [] } = await client.send(new DescribeTagsCommand({ ResourceArns }));
    for (const { ResourceArn = '', Tags = [] } of TagDescriptions) tags.set(ResourceArn, Tags);
  }
  return tags;
}
