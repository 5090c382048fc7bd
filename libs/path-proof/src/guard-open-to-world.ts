import type { SecurityGroup, SecurityGroupRule } from '@central-ingress/network-model';
import { finding } from './finding';
import type { Finding } from './finding';
import type { GuardContext, WorldGuard } from './guard';
import { liesIn, ruleText } from './reach';

/** @source RFC 1918 and RFC 6598 */
const PRIVATE = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10'];
const ALB_PORTS = [80, 443];

/** No security group speaks with public addresses, but that of an internet-facing ALB on its two ports. */
export const openToWorldGuard: WorldGuard = {
  name: 'open-to-world',
  says: 'nothing takes 0.0.0.0/0 but the two ports of an ALB',
  saysDirect: 'nothing takes 0.0.0.0/0 but the NLB, where its Service says so',
  check: (context) => {
    const ofAlb = groupsOfAlbs(context);
    return [
      ...defaultGroupFindings(context),
      ...[...context.model.securityGroups.values()].flatMap((group) => [
        ...group.ingress
          .filter((rule) => isPublic(rule) && !(ofAlb.has(group.key) && isAlbPort(rule)))
          .map((rule) => finding('open-ingress', rule, words(group, rule))),
        ...group.egress.filter(isPublic).map((rule) => finding('open-egress', rule, words(group, rule))),
      ]),
    ];
  },
};

/** What names no security group gets that of its VPC, which AWS leaves open within itself and outwards. */
function defaultGroupFindings({ model }: GuardContext): readonly Finding[] {
  const groups = [...model.securityGroups.values()].filter(({ address }) =>
    address.startsWith('aws_default_security_group.'),
  );
  const closed = new Set(
    groups.flatMap(({ vpc, ingress, egress }) => (vpc && !ingress.length && !egress.length ? [vpc] : [])),
  );
  return [...model.vpcs.values()]
    .filter(({ key }) => !closed.has(key))
    .map((vpc) => finding('default-group-open', vpc, { label: vpc.label }));
}

function words({ label }: SecurityGroup, rule: SecurityGroupRule) {
  return { label, rule: ruleText(rule) };
}

/** Security groups that internet-facing ALBs have, and nothing else of the model. */
function groupsOfAlbs({ model }: GuardContext): ReadonlySet<string> {
  const balancers = [...model.loadBalancers.values()];
  const doors = balancers.filter(({ kind, internal }) => kind === 'application' && !internal);
  const elsewhere = new Set([
    ...balancers.filter((balancer) => !doors.includes(balancer)).flatMap(({ securityGroups }) => securityGroups),
    ...[...model.endpoints.values()].flatMap(({ securityGroups }) => securityGroups),
  ]);
  return new Set(doors.flatMap(({ securityGroups }) => securityGroups.filter((key) => !elsewhere.has(key))));
}

/** What a prefix list holds is not known here, so it counts as public. */
function isPublic({ peer }: SecurityGroupRule): boolean {
  if (peer.type !== 'cidr') return peer.type === 'prefix-list';
  if (peer.cidr.includes(':')) return !/^f[cd]/i.test(peer.cidr);
  return !PRIVATE.some((block) => liesIn(peer.cidr, block));
}

function isAlbPort({ protocol, fromPort, toPort }: SecurityGroupRule): boolean {
  return protocol === 'tcp' && fromPort === toPort && ALB_PORTS.includes(fromPort);
}
