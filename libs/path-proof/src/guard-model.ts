import { finding } from './finding';
import type { WorldGuard } from './guard';

/** Types that decide what can be reached and that the model does not read. */
const NOT_READ = [
  /^aws_network_acl/,
  /^aws_default_network_acl$/,
  /^aws_default_route_table$/,
  /^aws_main_route_table_association$/,
  /^aws_networkfirewall_/,
  /^aws_vpc_endpoint_(policy|route_table_association|subnet_association|security_group_association)$/,
  /^aws_vpc_ipv[46]_cidr_block_association$/,
  /^aws_vpclattice_/,
  /^aws_elb$/,
  /^aws_proxy_protocol_policy$/,
];

/** Every reference resolves and every resource on the way is understood, so that nothing is passed unseen. */
export const modelGuard: WorldGuard = {
  name: 'model',
  says: 'every reference resolves',
  check: ({ model }) => [
    ...model.problems.map(({ attribute, value, reason, ...at }) =>
      finding('unresolved', at, { attribute: attribute || 'the block', value, reason }),
    ),
    ...[...model.resources.values()]
      .filter(({ type }) => NOT_READ.some((pattern) => pattern.test(type)))
      .map((resource) => finding('not-understood', resource, { type: resource.type })),
  ],
};
