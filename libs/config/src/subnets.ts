import { contains, overlaps, prefixLength, subnetAt } from '@central-ingress/addressing';
import type { Cidr } from '@central-ingress/addressing';
import type { AzId } from './model';
import type { ConfigProblem } from './problems';
import type { YamlSource } from './yaml-source';

/** One kind of subnet of a VPC: how it is cut by default and how small it may be. */
export interface SubnetPlan {
  /** Path of the key that states them, e.g. `publicSubnets` or `exposure.publicSubnets`. */
  readonly key: string;
  /** Bits by which the default subnet is longer than the VPC's prefix. */
  readonly newBits: number;
  /** Index of the first default subnet, as `cidrsubnet` counts. */
  readonly firstIndex: number;
  /** Longest prefix, i.e. the smallest subnet. */
  readonly longestPrefix: number;
  /** What needs the room. */
  readonly reason: string;
}

/** @source central-internet-acc-setup modules/vpc/private-endpoint-subnets.tf */
export const ENDPOINT_SUBNETS: SubnetPlan = {
  key: 'endpointSubnets',
  newBits: 7,
  firstIndex: 0,
  longestPrefix: 28,
  reason: 'the smallest subnet of AWS',
};
/** @source central-internet-acc-setup modules/vpc/public-ingress-subnets.tf; ELB asks for a /27 with 8 free addresses */
export const PUBLIC_SUBNETS: SubnetPlan = {
  key: 'publicSubnets',
  newBits: 7,
  firstIndex: 64,
  longestPrefix: 27,
  reason: 'as the ALB needs to grow',
};
/** @source eks-service-account modules/vpc/cluster-subnets.tf */
export const PRIVATE_SUBNETS: SubnetPlan = {
  key: 'privateSubnets',
  newBits: 5,
  firstIndex: 0,
  longestPrefix: 24,
  reason: 'as pods take addresses of the subnet',
};

/** The NLB of a direct tenant; its room is that of the ALB's. */
export const DIRECT_PUBLIC_SUBNETS: SubnetPlan = {
  ...PUBLIC_SUBNETS,
  key: 'exposure.publicSubnets',
  reason: 'as ELB asks for',
};

/** Subnets by AZ id. */
export type SubnetsByAz = Readonly<Record<AzId, Cidr>>;

/** The default subnets of a plan, never smaller than it allows. */
export function defaultSubnets(vpc: Cidr, azIds: readonly AzId[], plan: SubnetPlan): SubnetsByAz {
  const length = Math.min(plan.longestPrefix, prefixLength(vpc) + plan.newBits);
  return Object.fromEntries(azIds.map((azId, index) => [azId, subnetAt(vpc, length, plan.firstIndex + index)]));
}

/** The subnets of a valid file in the order of its AZ ids: those it states, otherwise the default ones. */
export function subnetsOf(
  { cidr, availabilityZoneIds }: { readonly cidr: Cidr; readonly availabilityZoneIds: readonly AzId[] },
  stated: SubnetsByAz | undefined,
  plan: SubnetPlan,
): SubnetsByAz {
  const subnets = stated ?? defaultSubnets(cidr, availabilityZoneIds, plan);
  const order = (azId: AzId): number => availabilityZoneIds.indexOf(azId);
  return Object.fromEntries(Object.entries(subnets).sort(([a], [b]) => order(a) - order(b)));
}

/** What a file says about its VPC, as far as it is valid. */
export interface SubnetFields {
  readonly cidr?: Cidr | undefined;
  readonly availabilityZoneIds?: readonly AzId[] | undefined;
  /** Stated subnets, by the key of their plan. */
  readonly stated: Readonly<Record<string, SubnetsByAz | undefined>>;
}

interface PlacedSubnet {
  readonly key: string;
  readonly azId: AzId;
  readonly block: Cidr;
  readonly stated: boolean;
}

/** What is wrong with the subnets of one VPC: AZ ids, size, place, overlaps. */
export function subnetProblems(
  source: YamlSource,
  { cidr: vpc, availabilityZoneIds: azIds, stated }: SubnetFields,
  plans: readonly SubnetPlan[],
): readonly ConfigProblem[] {
  const placed = plans.flatMap((plan) => {
    const own = stated[plan.key];
    const subnets = own ?? (vpc && azIds ? defaultSubnets(vpc, azIds, plan) : {});
    return Object.entries(subnets).map(([azId, block]) => ({ key: plan.key, azId, block, stated: Boolean(own) }));
  });
  return [
    ...plans.flatMap((plan) => azProblems(source, plan, azIds, stated[plan.key])),
    ...plans.flatMap((plan) => sizeProblems(source, plan, stated[plan.key] ?? {})),
    ...placed.filter((subnet) => vpc && !contains(vpc, subnet.block)).map((subnet) => outside(source, subnet, vpc)),
    ...placed.flatMap((subnet, index) => overlapProblems(source, subnet, placed.slice(0, index))),
  ];
}

function azProblems(source: YamlSource, { key }: SubnetPlan, azIds?: readonly AzId[], subnets?: SubnetsByAz) {
  if (!azIds || !subnets) return [];
  const missing = azIds.filter((azId) => !(azId in subnets));
  const foreign = Object.keys(subnets).filter((azId) => !azIds.includes(azId));
  const expected = `one subnet for each of ${azIds.join(', ')}`;
  return [
    ...missing.map((azId) => {
      return source.problem(key.split('.'), { what: `has no subnet for ${azId}`, expected, fix: `Add a line ${azId}` });
    }),
    ...foreign.map((azId) => {
      const what = 'is for an AZ id that availabilityZoneIds does not list';
      return source.problem([...key.split('.'), azId], { what, expected, fix: 'Remove the line, or list the AZ id' });
    }),
  ];
}

function sizeProblems(source: YamlSource, { key, longestPrefix, reason }: SubnetPlan, subnets: SubnetsByAz) {
  const small = Object.entries(subnets).filter(([, block]) => prefixLength(block) > longestPrefix);
  return small.map(([azId]) => {
    const expected = `a block of /${longestPrefix} or larger, ${reason}`;
    return source.problem([...key.split('.'), azId], { what: 'is too small', expected, fix: 'Choose a larger block' });
  });
}

function outside(source: YamlSource, { key, azId, block }: PlacedSubnet, vpc: Cidr | undefined) {
  const rule = { expected: `a block inside ${vpc}`, fix: 'Choose another block, or correct cidr' };
  return source.problem([...key.split('.'), azId], { what: 'lies outside the VPC', ...rule }, JSON.stringify(block));
}

function overlapProblems(source: YamlSource, subnet: PlacedSubnet, others: readonly PlacedSubnet[]) {
  const hit = others.find(({ block }) => overlaps(block, subnet.block));
  if (!hit) return [];
  const [at, other] = subnet.stated ? [subnet, hit] : [hit, subnet];
  const byDefault = other.stated ? '' : ' by default';
  const what = `overlaps ${other.key}.${other.azId}, which is ${other.block}${byDefault}`;
  const rule = { expected: 'subnets that share no address', fix: 'Choose another block' };
  return [source.problem([...at.key.split('.'), at.azId], { what, ...rule })];
}
