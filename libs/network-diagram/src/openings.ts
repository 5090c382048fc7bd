import type { NetworkModel, ResourceKey, SecurityGroupRule } from '@central-ingress/network-model';
import type { Openings } from './view';

/** What the security groups of a resource let through, in the words of the drawing. */
export function openingsOf({ securityGroups }: NetworkModel, keys: readonly ResourceKey[]): Openings {
  const groups = keys.flatMap((key) => securityGroups.get(key) ?? []);
  const labelOf = (key: ResourceKey): string => securityGroups.get(key)?.label ?? key;
  const texts = (rules: readonly SecurityGroupRule[], word: string): readonly string[] => [
    ...new Set(rules.map((rule) => `${trafficOf(rule)} ${word} ${peerOf(rule, labelOf)}`)),
  ];
  return {
    into: texts(
      groups.flatMap(({ ingress }) => ingress),
      'from',
    ),
    outOf: texts(
      groups.flatMap(({ egress }) => egress),
      'to',
    ),
  };
}

function trafficOf({ protocol, fromPort, toPort }: SecurityGroupRule): string {
  if (protocol === '-1') return 'everything';
  if (fromPort === 0 && toPort === 65_535) return `${protocol} any port`;
  return `${protocol} ${fromPort === toPort ? fromPort : `${fromPort}-${toPort}`}`;
}

function peerOf({ peer }: SecurityGroupRule, labelOf: (key: ResourceKey) => string): string {
  if (peer.type === 'cidr') return peer.cidr;
  return peer.type === 'group' ? labelOf(peer.group) : `prefix list ${peer.id}`;
}
