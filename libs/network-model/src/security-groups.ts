import type { Fields } from './fields';
import type { Identity } from './resource';
import { byKey, groupedBy } from './source';
import type { Entities, Source } from './source';
import type { ResourceKey } from './value';
import { Reference, textOf } from './value';

/** Whom a rule lets in or out to. */
export type Peer =
  | { readonly type: 'cidr'; readonly cidr: string }
  | { readonly type: 'group'; readonly group: ResourceKey }
  | { readonly type: 'prefix-list'; readonly id: string };

/** One direction, port range and peer of a security group. */
export interface SecurityGroupRule {
  /** The resource that says it: a rule of its own, or the group itself. */
  readonly key: ResourceKey;
  readonly stack: string;
  readonly address: string;
  /** `tcp`, `udp`, `icmp`, or `-1` for all. */
  readonly protocol: string;
  readonly fromPort: number;
  readonly toPort: number;
  readonly peer: Peer;
}

/** A security group with its rules; without a rule nothing passes in that direction. */
export interface SecurityGroup extends Identity {
  readonly vpc?: ResourceKey;
  readonly ingress: readonly SecurityGroupRule[];
  readonly egress: readonly SecurityGroupRule[];
}

type Direction = 'ingress' | 'egress';
interface OwnedRule {
  readonly group?: ResourceKey;
  readonly direction: Direction;
  readonly rule: SecurityGroupRule;
}

const GROUP_TYPES = ['aws_security_group', 'aws_default_security_group'] as const;

/** Reads security groups with rules of all three spellings: a resource per rule, old and new, and within the group. */
export function readSecurityGroups(source: Source): Entities<SecurityGroup> {
  const rules = groupedBy([...newRules(source), ...oldRules(source)], ({ group }) => group);
  const groups = GROUP_TYPES.flatMap((type) => source.ofType(type));
  // Each cluster has a group that EKS makes; the model has it where stacks give it rules of their own.
  const ofClusters = source.ofType('aws_eks_cluster').filter(({ resource }) => rules.has(resource.key));
  return byKey([
    ...groups.map((fields) => {
      const own = (direction: Direction): readonly SecurityGroupRule[] => [
        ...fields.blocks(direction).flatMap((block) => inlineRules(fields.resource.key, fields, block)),
        ...(rules.get(fields.resource.key) ?? []).flatMap((owned) => (owned.direction === direction ? owned.rule : [])),
      ];
      return {
        ...fields.identity(),
        vpc: fields.link('vpc_id', 'aws_vpc'),
        ingress: own('ingress'),
        egress: own('egress'),
      };
    }),
    ...ofClusters.map((fields) => {
      const given = rules.get(fields.resource.key) ?? [];
      const own = (direction: Direction) => given.flatMap((owned) => (owned.direction === direction ? owned.rule : []));
      return { ...fields.identity(), ingress: own('ingress'), egress: own('egress') };
    }),
  ]);
}

/** The group that a rule belongs to: one of the stacks, or that of a cluster by the key of the cluster. */
function ownerOf(fields: Fields): ResourceKey | undefined {
  const value = fields.raw('security_group_id');
  if (value instanceof Reference && value.address.startsWith('aws_eks_cluster.')) {
    if (value.attribute === 'vpc_config[0].cluster_security_group_id') return value.key;
  }
  return fields.link('security_group_id', GROUP_TYPES);
}

function newRules(source: Source): readonly OwnedRule[] {
  return (['ingress', 'egress'] as const).flatMap((direction) =>
    source.ofType(`aws_vpc_security_group_${direction}_rule`).flatMap((fields) => {
      const peer = newPeer(fields);
      if (!peer) return [];
      const group = ownerOf(fields);
      return [{ ...(group ? { group } : {}), direction, rule: { ...head(fields, fields, 'ip_protocol'), peer } }];
    }),
  );
}

function newPeer(fields: Fields): Peer | undefined {
  const group = fields.link('referenced_security_group_id', GROUP_TYPES);
  if (group) return { type: 'group', group };
  const cidr = fields.text('cidr_ipv4') ?? fields.text('cidr_ipv6');
  if (cidr) return { type: 'cidr', cidr };
  return fields.has('prefix_list_id') ? { type: 'prefix-list', id: textOf(fields.raw('prefix_list_id')) } : undefined;
}

function oldRules(source: Source): readonly OwnedRule[] {
  return source.ofType('aws_security_group_rule').flatMap((fields) => {
    const group = ownerOf(fields);
    const direction = fields.text('type') === 'egress' ? 'egress' : 'ingress';
    const other = fields.link('source_security_group_id', GROUP_TYPES);
    const rules = inlineRules(group, fields, fields);
    const withOther: SecurityGroupRule[] = other
      ? [{ ...head(fields, fields, 'protocol'), peer: { type: 'group', group: other } }]
      : [];
    return [...rules, ...withOther].map((rule) => ({ ...(group ? { group } : {}), direction, rule }));
  });
}

function inlineRules(self: ResourceKey | undefined, fields: Fields, block: Fields): readonly SecurityGroupRule[] {
  const cidrs = [...block.texts('cidr_blocks'), ...block.texts('ipv6_cidr_blocks')];
  const peers: Peer[] = [
    ...cidrs.map((cidr): Peer => ({ type: 'cidr', cidr })),
    ...block.links('security_groups', GROUP_TYPES).map((group): Peer => ({ type: 'group', group })),
    ...block.items('prefix_list_ids').map((id): Peer => ({ type: 'prefix-list', id: textOf(id) })),
    ...(self && block.flag('self', false) ? [{ type: 'group', group: self } satisfies Peer] : []),
  ];
  return peers.map((peer) => ({ ...head(fields, block, 'protocol'), peer }));
}

function head({ resource }: Fields, block: Fields, protocolField: string) {
  const { key, stack, address } = resource;
  const given = block.text(protocolField) ?? '-1';
  const protocol = given === 'all' ? '-1' : given === '6' ? 'tcp' : given;
  // Without ports, or with all protocols, a rule means every port.
  const every = protocol === '-1';
  return {
    key,
    stack,
    address,
    protocol,
    fromPort: every ? 0 : (block.number('from_port') ?? 0),
    toPort: every ? 65_535 : (block.number('to_port') ?? 65_535),
  };
}
