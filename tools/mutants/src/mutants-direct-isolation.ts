import type { BreakableWorld, Json } from './breakable-world';
import { mutant } from './mutant';
import type { Mutant } from './mutant';

const NETWORK = 'partner-api-networking';
const PUBLIC = 'public-ingress_euc1-az1_';
const REGISTRATION = 'partner-api-registration';

function statement(world: BreakableWorld, sid: string, change: (statement: Json) => void): void {
  world.policy(world.body(REGISTRATION, 'aws_iam_role_policy'), 'policy', (document) =>
    change(document.Statement.find(({ Sid }: Json) => Sid === sid)),
  );
}
const NAMES = 'route53:ChangeResourceRecordSetsNormalizedRecordNames';
const TYPES = 'route53:ChangeResourceRecordSetsRecordTypes';

/** Breaks of what keeps a direct tenant apart from everything but its NLB. */
export const DIRECT_ISOLATION_MUTANTS: readonly Mutant[] = [
  mutant(
    'a direct tenant has a NAT gateway',
    (world) =>
      world.add(NETWORK, 'aws_nat_gateway', 'nat', {
        subnet_id: world.reference(NETWORK, 'aws_subnet', PUBLIC, 'id'),
      }),
    'direct-gateway',
    'isolation',
    `${NETWORK}: aws_nat_gateway.nat`,
    'aws_nat_gateway.nat (aws_nat_gateway) connects the VPC of partner-api to another network; a direct tenant has an internet gateway only',
  ),
  mutant(
    'nodes of a direct tenant have a route to the internet',
    (world) =>
      world.add(NETWORK, 'aws_route', 'private-route', {
        ...world.body(NETWORK, 'aws_route'),
        route_table_id: world.reference(NETWORK, 'aws_route_table', 'cluster-data-plane', 'id'),
      }),
    'node-route',
    'isolation',
    `${NETWORK}: aws_route.private-route`,
    `the subnet acme-partner-api-private-euc1-az1 of partner-api, which is no subnet of the NLB, has a route to 0.0.0.0/0 by ${NETWORK}/aws_internet_gateway.internet-gateway`,
  ),
  mutant(
    'the public subnets lead to another network',
    (world) =>
      world.add(NETWORK, 'aws_route', 'peering', {
        route_table_id: world.reference(NETWORK, 'aws_route_table', 'public-ingress', 'id'),
        destination_cidr_block: '10.0.0.0/8',
        transit_gateway_id: 'tgw-1',
      }),
    'direct-route',
    'isolation',
    `${NETWORK}: aws_route.peering`,
    'the public subnets of partner-api have a route to 10.0.0.0/8 by transit_gateway_id; expected the internet gateway only',
  ),
  mutant(
    'a central tenant gets the public subnets of a direct one',
    (world) => {
      const { aws_internet_gateway: gateway } = world.stack(NETWORK).resource;
      world.stack('payments-networking').resource.aws_internet_gateway = structuredClone(gateway);
    },
    'tenant-gateway',
    'isolation',
    'payments-networking: aws_internet_gateway.internet-gateway',
    'acme-partner-api-internet-gateway (aws_internet_gateway) connects the VPC of payments to another network',
  ),
  mutant(
    "a direct tenant may point another tenant's host at itself",
    (world) =>
      statement(world, 'PointOwnHosts', ({ Condition }) => {
        Condition['ForAllValues:StringLike'][NAMES] = ['payments.apps.example.com'];
      }),
    'dns-right',
    'isolation',
    `${REGISTRATION}: aws_iam_role_policy.`,
    'partner-api may change the DNS names payments.apps.example.com, which are not its own',
  ),
  mutant(
    'a direct tenant may change any type of its records',
    (world) =>
      statement(world, 'PointOwnHosts', ({ Condition }) => {
        Condition['ForAllValues:StringEquals'][TYPES] = ['A', 'MX'];
      }),
    'dns-right-types',
    'isolation',
    `${REGISTRATION}: aws_iam_role_policy.`,
    'partner-api may change A, MX records of partner-api.apps.example.com; expected CNAME of proofs, or A of hosts',
  ),
  mutant(
    'a central tenant may keep the A records of its hosts',
    (world) =>
      world.policy(world.body('payments-registration', 'aws_iam_role_policy'), 'policy', (document) => {
        const { Condition } = document.Statement.find(({ Sid }: Json) => Sid === 'ProveOwnHosts');
        Condition['ForAllValues:StringLike'][NAMES] = ['pay.apps.example.com'];
        Condition['ForAllValues:StringEquals'][TYPES] = ['A'];
      }),
    'dns-right-types',
    'isolation',
    'payments-registration: aws_iam_role_policy.',
    'payments may change A records of pay.apps.example.com; expected CNAME of proofs',
  ),
  mutant(
    'a direct tenant may publish an endpoint service',
    (world) =>
      world.policy(world.body(REGISTRATION, 'aws_iam_role_policy'), 'policy', (document) =>
        document.Statement.push({
          Effect: 'Allow',
          Action: 'ssm:PutParameter',
          Resource: 'arn:aws:ssm:eu-central-1:111111111111:parameter/vpces-service-name-payments',
        }),
      ),
    'parameter-right',
    'isolation',
    `${REGISTRATION}: aws_iam_role_policy.`,
    'partner-api may write the parameters arn:aws:ssm:eu-central-1:111111111111:parameter/vpces-service-name-payments; expected none only',
  ),
  mutant(
    'a host of a direct tenant is a host of a central one too',
    (world) => {
      const rule = world.body('payments-connection', 'aws_lb_listener_rule');
      rule.condition[0].host_header.values.push('partner-api.apps.example.com');
    },
    'host-twice',
    'isolation',
    'partner-api-dns: aws_route53_record',
    'partner-api.apps.example.com is also a host of payments',
  ),
  mutant(
    'a direct tenant lacks an endpoint that its nodes need',
    (world) => world.remove(NETWORK, 'aws_vpc_endpoint', 'ecr-api'),
    'aws-endpoint-missing',
    'aws-apis',
    `${NETWORK}: aws_vpc.`,
    'the VPC of partner-api has no endpoint for ecr.api, which every node calls',
  ),
];
