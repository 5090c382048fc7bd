import { cidrProblem, contains, parseCidr } from '@central-ingress/addressing';
import type { SecurityGroup, SecurityGroupRule } from '@central-ingress/network-model';

/** The other side of a connection: its security groups and the blocks it may have addresses of. */
export interface OtherSide {
  readonly groups: readonly string[];
  readonly cidrs: readonly string[];
}

/** True when an IPv4 block lies in another; false for what is no IPv4 block. */
export function liesIn(inner: string, outer: string): boolean {
  if (cidrProblem(inner) || cidrProblem(outer)) return false;
  return contains(parseCidr(outer), parseCidr(inner));
}

/** True for the block of all addresses, of either family. */
export function isEverywhere(cidr: string): boolean {
  return cidr === '0.0.0.0/0' || cidr === '::/0' || cidr.endsWith('/0');
}

/**
 * True when rules let TCP to a port pass for the whole other side: through one of its groups, or through blocks that
 * hold all its addresses.
 */
export function allowsTcp(rules: readonly SecurityGroupRule[], port: number, other: OtherSide): boolean {
  const fitting = rules.filter((rule) => coversTcp(rule, port));
  if (fitting.some(({ peer }) => peer.type === 'group' && other.groups.includes(peer.group))) return true;
  return (
    other.cidrs.length > 0 &&
    other.cidrs.every((cidr) => fitting.some(({ peer }) => peer.type === 'cidr' && liesIn(cidr, peer.cidr)))
  );
}

/** True when a rule takes in a TCP port. */
function coversTcp({ protocol, fromPort, toPort }: SecurityGroupRule, port: number): boolean {
  return (protocol === 'tcp' || protocol === '-1') && fromPort <= port && port <= toPort;
}

/** All rules of several groups in a direction; they add up. */
export function rulesOf(groups: readonly (SecurityGroup | undefined)[], direction: 'ingress' | 'egress') {
  return groups.flatMap((group) => group?.[direction] ?? []);
}

/** A rule in words, e.g. `tcp 443 from 10.11.0.0/16`. */
export function ruleText({ protocol, fromPort, toPort, peer }: SecurityGroupRule): string {
  const ports = fromPort === toPort ? `${fromPort}` : `${fromPort}-${toPort}`;
  const whom = peer.type === 'cidr' ? peer.cidr : peer.type === 'group' ? peer.group : peer.id;
  return `${protocol === '-1' ? 'all protocols' : protocol} ${ports} for ${whom}`;
}
