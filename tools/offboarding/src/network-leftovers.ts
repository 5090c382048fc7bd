import {
  paginateDescribeNetworkInterfaces,
  paginateDescribeSecurityGroups,
  paginateDescribeVpcEndpoints,
} from '@aws-sdk/client-ec2';
import type { EC2Client, NetworkInterface, SecurityGroup, Tag } from '@aws-sdk/client-ec2';
import type { Leftover } from './workplace';

/** Whose network is looked at. */
export interface NetworkPlace {
  readonly accountId: string;
  readonly vpcId: string;
  /** EKS cluster of the tenant; the name is unique in its account and region. */
  readonly cluster: string;
  /** Tells by the tag `stack` that a Terraform state of the tenant holds the thing. */
  readonly isStackOfTenant: (stack: string) => boolean;
}

/**
 * Tag keys that the VPC CNI, EKS and the load balancer controller write, with the cluster as value.
 * @source VPC CNI README, "Tagging"; AWS Load Balancer Controller, "Resource tagging"
 */
const CLUSTER_TAGS = ['cluster.k8s.amazonaws.com/name', 'elbv2.k8s.aws/cluster', 'aws:eks:cluster-name'];

/** What in the tags says that a thing was made for a cluster alone; nothing when none does. */
export function clusterProof(
  tags: readonly { readonly Key?: string; readonly Value?: string }[] | undefined,
  cluster: string,
): string | undefined {
  const owned = `kubernetes.io/cluster/${cluster}`;
  const found = (tags ?? []).find(
    ({ Key = '', Value }) => (CLUSTER_TAGS.includes(Key) && Value === cluster) || (Key === owned && Value === 'owned'),
  );
  return found ? `tag ${found.Key}=${found.Value}` : undefined;
}

/** Network interfaces and security groups of a VPC that no state holds and AWS does not keep itself. */
export async function networkLeftovers(client: EC2Client, place: NetworkPlace): Promise<readonly Leftover[]> {
  const ofVpc = { Filters: [{ Name: 'vpc-id', Values: [place.vpcId] }] };
  const ofEndpoints = new Set<string>();
  for await (const { VpcEndpoints = [] } of paginateDescribeVpcEndpoints({ client }, ofVpc)) {
    VpcEndpoints.flatMap(({ NetworkInterfaceIds = [] }) => NetworkInterfaceIds).forEach((id) => ofEndpoints.add(id));
  }
  const found: Leftover[] = [];
  for await (const { NetworkInterfaces = [] } of paginateDescribeNetworkInterfaces({ client }, ofVpc)) {
    const others = NetworkInterfaces.filter(({ NetworkInterfaceId = '' }) => !ofEndpoints.has(NetworkInterfaceId));
    found.push(...others.map((eni) => interfaceLeftover(eni, place)));
  }
  for await (const { SecurityGroups = [] } of paginateDescribeSecurityGroups({ client }, ofVpc)) {
    const others = SecurityGroups.filter(({ GroupName, Tags }) => GroupName !== 'default' && !isManaged(Tags, place));
    found.push(...others.map((group) => groupLeftover(group, place)));
  }
  return found;
}

function interfaceLeftover(eni: NetworkInterface, { accountId, cluster }: NetworkPlace): Leftover {
  const { NetworkInterfaceId: id = '', Status, Description, TagSet } = eni;
  const proof = clusterProof(TagSet, cluster);
  // One that is attached belongs to what it is attached to.
  const isFree = Status === 'available';
  const says = [Description, isFree ? '' : Status].filter(Boolean).join(', ');
  return { kind: 'network interface', id, accountId, ...(says ? { says } : {}), ...(proof && isFree ? { proof } : {}) };
}

function groupLeftover(group: SecurityGroup, { accountId, cluster }: NetworkPlace): Leftover {
  const { GroupId: id = '', GroupName: says = '', Tags } = group;
  const proof = clusterProof(Tags, cluster);
  return { kind: 'security group', id, accountId, says, ...(proof ? { proof } : {}) };
}

function isManaged(tags: readonly Tag[] | undefined, { isStackOfTenant }: NetworkPlace): boolean {
  return (tags ?? []).some(({ Key, Value = '' }) => Key === 'stack' && isStackOfTenant(Value));
}
