import { stackOwners } from '@central-ingress/network-model';
import type { NetworkModel, NodeGroup } from '@central-ingress/network-model';

/** Something that costs the same every month and whose price is not in the price files. */
export interface Unpriced {
  readonly stack: string;
  /** E.g. `EC2 instance m6i.large`. */
  readonly item: string;
  readonly count: number;
  /** What else is known of it, e.g. `3 to 6`. */
  readonly remark?: string;
}

/** Terraform types with a price of their own that the price files do not have. */
const UNPRICED_TYPES: Readonly<Record<string, string>> = {
  aws_cloudwatch_dashboard: 'CloudWatch dashboard',
  aws_cloudwatch_metric_alarm: 'CloudWatch alarm',
  aws_ec2_transit_gateway_vpc_attachment: 'transit gateway attachment',
  aws_kms_key: 'KMS key',
  aws_nat_gateway: 'NAT gateway',
  aws_route53_zone: 'hosted zone',
};

/** Counts what is not priced: the nodes with their disks, Gateway Load Balancers, and resources by type. */
export function unpricedItems(model: NetworkModel): readonly Unpriced[] {
  const counted = new Map<string, Unpriced>();
  const add = (one: Unpriced): void => {
    const id = [one.stack, one.item, one.remark].join('\n');
    counted.set(id, { ...one, count: one.count + (counted.get(id)?.count ?? 0) });
  };
  for (const group of model.nodeGroups.values()) nodesOf(group).forEach(add);
  for (const { kind, stack } of model.loadBalancers.values()) {
    if (kind === 'gateway') add({ stack, item: 'Gateway Load Balancer', count: 1 });
  }
  for (const { kind, stack } of model.endpoints.values()) {
    if (kind === 'GatewayLoadBalancer') add({ stack, item: 'endpoint of a Gateway Load Balancer', count: 1 });
  }
  for (const { type, existing, stack } of model.resources.values()) {
    const item = UNPRICED_TYPES[type];
    if (item && !existing) add({ stack, item, count: 1 });
  }
  ownDoorsOf(model).forEach(add);
  return [...counted.values()];
}

/** A tenant's VPC with a way in and no load balancer that is known has one that the cluster makes, from a Service. */
function ownDoorsOf({
  stacks,
  gateways,
  loadBalancers,
  kubernetesServices,
  subnets,
}: NetworkModel): readonly Unpriced[] {
  const served = new Set(
    [...loadBalancers.values(), ...kubernetesServices.values()].flatMap((one) =>
      one.subnets.map((key) => subnets.get(key)?.vpc),
    ),
  );
  const owners = stackOwners(stacks);
  const item = 'internet-facing NLB that the cluster makes, with its public IPv4 addresses';
  return [...gateways.values()].flatMap(({ type, vpc, stack }) =>
    type === 'aws_internet_gateway' && !served.has(vpc) && owners.get(stack)?.type === 'tenant'
      ? [{ stack, item, count: 1 }]
      : [],
  );
}

function nodesOf({ stack, label, instanceTypes, desiredSize, minSize, maxSize, diskSizeGib }: NodeGroup) {
  const count = desiredSize ?? minSize ?? 0;
  const range = minSize === undefined || maxSize === undefined ? '' : `, ${minSize} to ${maxSize}`;
  const remark = `node group ${label}${range}`;
  const instances = { stack, item: `EC2 instance ${instanceTypes.join(' or ') || 'of any type'}`, count, remark };
  return diskSizeGib === undefined
    ? [instances]
    : [instances, { stack, item: `EBS volume of ${diskSizeGib} GiB`, count, remark }];
}
