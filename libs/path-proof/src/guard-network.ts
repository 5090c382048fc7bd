import { cidrProblem, overlaps, parseCidr } from '@central-ingress/addressing';
import type { Cidr } from '@central-ingress/addressing';
import type { NetworkModel, Subnet } from '@central-ingress/network-model';
import { finding } from './finding';
import type { Finding } from './finding';
import type { WorldGuard } from './guard';
import { liesIn } from './reach';
import { all } from './walk';

/** What a VPC is made of belongs to it: AWS refuses the rest in the midst of a deployment. */
export const networkGuard: WorldGuard = {
  name: 'network',
  says: 'subnets and security groups are of their VPC',
  check: ({ model, index }) => [
    ...[...model.subnets.values()].flatMap((subnet) => blockFindings(model, subnet)),
    ...[...index.subnetsIn.values()].flatMap(overlapFindings),
    ...groupFindings(model),
  ],
};

function blockFindings({ vpcs }: NetworkModel, subnet: Subnet): readonly Finding[] {
  const { label, cidr = 'no block' } = subnet;
  const vpc = vpcs.get(subnet.vpc ?? '')?.cidr;
  return vpc === undefined || liesIn(cidr, vpc) ? [] : [finding('subnet-outside', subnet, { label, cidr, vpc })];
}

function overlapFindings(subnets: readonly Subnet[]): readonly Finding[] {
  const found: Finding[] = [];
  const before: { readonly subnet: Subnet; readonly block: Cidr }[] = [];
  for (const subnet of subnets) {
    const { cidr = '', label } = subnet;
    if (cidrProblem(cidr)) continue;
    const block = parseCidr(cidr);
    for (const other of before) {
      if (!overlaps(other.block, block)) continue;
      const taken = other.subnet.cidr ?? '';
      found.push(finding('subnet-overlap', subnet, { label, cidr, other: other.subnet.label, taken }));
    }
    before.push({ subnet, block });
  }
  return found;
}

/** A security group of another VPC, or of the default VPC where it says none. */
function groupFindings(model: NetworkModel): readonly Finding[] {
  const users = [...model.loadBalancers.values(), ...model.endpoints.values()];
  return users.flatMap((user) => {
    const vpc = all(model.subnets, user.subnets)[0]?.vpc;
    if (!vpc) return [];
    return all(model.securityGroups, user.securityGroups)
      .filter((group) => group.vpc !== vpc)
      .map((group) => finding('group-elsewhere', group, { group: group.label, user: user.label }));
  });
}
