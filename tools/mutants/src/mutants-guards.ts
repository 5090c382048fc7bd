import type { Json } from './breakable-world';
import { mutant } from './mutant';
import type { Mutant } from './mutant';

const NETWORK = 'payments-networking';
const ENDPOINT = 'aws_vpc_endpoint';
const vpcOf = { vpc_id: '${aws_vpc.vpc_main_B948E726.id}' };
const table = '${aws_route_table.cluster-data-plane_route-table_4BAB297C.id}';

/** Breaks of isolation, of what the cluster needs, and of what the model must understand. */
export const GUARD_MUTANTS: readonly Mutant[] = [
  mutant(
    'a hand-over lacks what is read from it',
    (world) => {
      const group = world.body('payments-ingress', 'aws_lb_target_group');
      group.vpc_id = group.vpc_id.replace('.vpcId', '.gone');
    },
    'unresolved',
    'model',
    'payments-ingress: aws_lb_target_group.',
    'vpc_id = ${jsondecode(data.aws_ssm_parameter.networking_parameter_AC51485B.insecure_value).gone} cannot be resolved: there is no "gone"',
  ),
  mutant(
    'a provider takes any account',
    (world) => {
      delete world.stack(NETWORK).provider.aws[0].allowed_account_ids;
    },
    'unresolved',
    'model',
    `${NETWORK}: aws_vpc.`,
    'provider = aws cannot be resolved: its provider does not pin one account',
  ),
  mutant(
    'two stacks write one parameter',
    (world) => {
      const parameter = world.body(NETWORK, 'aws_ssm_parameter');
      world.add('payments-cluster', 'aws_ssm_parameter', 'twin', { ...parameter, insecure_value: 'x' });
    },
    'unresolved',
    'model',
    'payments-ingress: aws_lb.',
    'subnets[0] = ${jsondecode(data.aws_ssm_parameter.networking_parameter_AC51485B.insecure_value).privateSubnetIds["euc1-az1"]} cannot be resolved: several stacks write the parameter /acme/tenant/payments/networking of 222222222222 in eu-central-1: payments-cluster/aws_ssm_parameter.twin, payments-networking/aws_ssm_parameter.handover_parameter_B9E0FF43',
  ),
  mutant(
    'a resource is made several times',
    (world) => {
      world.body(NETWORK, 'aws_subnet', 'az1').count = 3;
    },
    'unresolved',
    'model',
    `${NETWORK}: aws_subnet.cluster-data-plane_euc1-az1`,
    'count =  cannot be resolved: what is made several times is not expanded',
  ),
  mutant(
    'a module hides resources',
    (world) => {
      world.stack(NETWORK).module = { more: { source: './more' } };
    },
    'unresolved',
    'model',
    `${NETWORK}: module`,
    'the block = module cannot be resolved: resources in this block are not read',
  ),
  mutant(
    'a network ACL decides as well',
    (world) =>
      world.add('main-networking', 'aws_network_acl', 'acl', { vpc_id: '${aws_vpc.network_vpc_main_482F2737.id}' }),
    'not-understood',
    'model',
    'main-networking: aws_network_acl.acl',
    'aws_network_acl may open a way or give a right, and is not understood here',
  ),
  mutant(
    'a tenant has an internet gateway',
    (world) => world.add(NETWORK, 'aws_internet_gateway', 'way-out', vpcOf),
    'tenant-gateway',
    'isolation',
    `${NETWORK}: aws_internet_gateway.way-out`,
    'aws_internet_gateway.way-out (aws_internet_gateway) connects the VPC of payments to another network',
  ),
  mutant(
    'a tenant has a NAT gateway',
    (world) =>
      world.add(NETWORK, 'aws_nat_gateway', 'way-out', {
        subnet_id: world.reference(NETWORK, 'aws_subnet', 'az1', 'id'),
        connectivity_type: 'private',
      }),
    'tenant-gateway',
    'isolation',
    `${NETWORK}: aws_nat_gateway.way-out`,
    'aws_nat_gateway.way-out (aws_nat_gateway) connects the VPC of payments to another network',
  ),
  mutant(
    'a tenant has a route to the internet',
    (world) => {
      world.add(NETWORK, 'aws_internet_gateway', 'way-out', vpcOf);
      world.add(NETWORK, 'aws_route', 'way-out', {
        route_table_id: table,
        destination_cidr_block: '0.0.0.0/0',
        gateway_id: '${aws_internet_gateway.way-out.id}',
      });
    },
    'tenant-route',
    'isolation',
    `${NETWORK}: aws_route.way-out`,
    `the VPC of payments has a route to 0.0.0.0/0 by ${NETWORK}/aws_internet_gateway.way-out`,
  ),
  mutant(
    'nodes get public addresses',
    (world) => {
      world.body(NETWORK, 'aws_subnet', 'az1').map_public_ip_on_launch = true;
    },
    'tenant-public-addresses',
    'isolation',
    `${NETWORK}: aws_subnet.cluster-data-plane_euc1-az1`,
    'the subnet acme-payments-private-euc1-az1 of payments gives instances public addresses',
  ),
  mutant(
    "a tenant may prove another tenant's host",
    (world) =>
      world.policy(world.body('payments-registration', 'aws_iam_role_policy'), 'policy', (document) => {
        const statement = document.Statement.find(({ Sid }: Json) => Sid === 'ProveOwnHosts');
        const names = 'route53:ChangeResourceRecordSetsNormalizedRecordNames';
        statement.Condition['ForAllValues:StringLike'][names] = ['_*.storefront.apps.example.com'];
      }),
    'dns-right',
    'isolation',
    'payments-registration: aws_iam_role_policy.',
    'payments may change the DNS names _*.storefront.apps.example.com, which are not its own',
  ),
  mutant(
    'a tenant may change every record',
    (world) =>
      world.policy(world.body('payments-registration', 'aws_iam_role_policy'), 'policy', (document) => {
        delete document.Statement.find(({ Sid }: Json) => Sid === 'ProveOwnHosts').Condition;
      }),
    'dns-right',
    'isolation',
    'payments-registration: aws_iam_role_policy.',
    'payments may change the DNS names of the whole zone, which are not its own',
  ),
  mutant(
    'a tenant may publish the services of others',
    (world) =>
      world.policy(world.body('payments-registration', 'aws_iam_role_policy'), 'policy', (document) => {
        const arn = 'arn:aws:ssm:eu-central-1:111111111111:parameter/vpces-service-name-*';
        document.Statement.find(({ Sid }: Json) => Sid === 'WriteServiceName').Resource = [arn];
      }),
    'parameter-right',
    'isolation',
    'payments-registration: aws_iam_role_policy.',
    'payments may write the parameters arn:aws:ssm:eu-central-1:111111111111:parameter/vpces-service-name-*; expected vpces-service-name-payments only',
  ),
  mutant(
    'two stacks have one state',
    (world) => {
      world.stack('payments-cluster').terraform.backend = world.stack('payments-ingress').terraform.backend;
    },
    'state-shared',
    'state',
    'payments-ingress: terraform.backend',
    'payments-ingress and payments-cluster have one state, acme-tfstate-222222222222-eu-central-1/payments/ingress; each would destroy what the other made',
  ),
  mutant(
    'a state lies on a disk',
    (world) => {
      world.stack('payments-cluster').terraform.backend = { local: { path: 'terraform.tfstate' } };
    },
    'state-elsewhere',
    'state',
    'payments-cluster: terraform.backend',
    'the state of payments-cluster does not lie in S3',
  ),
  mutant(
    'two tenants claim one host',
    (world) => {
      const rule = world.body('storefront-connection', 'aws_lb_listener_rule');
      rule.condition[0].host_header.values.push('pay.apps.example.com');
    },
    'host-twice',
    'isolation',
    'payments-connection: aws_lb_listener_rule',
    'pay.apps.example.com is also a host of storefront',
  ),
  mutant(
    'the VPC has no endpoint for STS',
    (world) => world.remove(NETWORK, ENDPOINT, 'sts'),
    'aws-endpoint-missing',
    'aws-apis',
    `${NETWORK}: aws_vpc.`,
    'the VPC of payments has no endpoint for sts, which the role acme-payments-eks-load-balancer-role calls',
  ),
  mutant(
    'the endpoint for load balancers leads elsewhere',
    (world) => {
      world.body(NETWORK, ENDPOINT, 'elasticloadbalancing').service_name = 'com.amazonaws.eu-central-1.autoscaling';
    },
    'aws-endpoint-missing',
    'aws-apis',
    `${NETWORK}: aws_vpc.`,
    'the VPC of payments has no endpoint for elasticloadbalancing, which the role acme-payments-eks-load-balancer-role calls',
  ),
  mutant(
    'an endpoint has private DNS off',
    (world) => {
      world.body(NETWORK, ENDPOINT, 'ecr-dkr').private_dns_enabled = false;
    },
    'aws-endpoint-dns',
    'aws-apis',
    `${NETWORK}: ${ENDPOINT}.aws-endpoints_ecr-dkr`,
    'the endpoint for ecr.dkr has private DNS off; every node would look for it on the internet',
  ),
  mutant(
    'the endpoints for AWS let nobody in',
    (world) => world.remove(NETWORK, 'aws_vpc_security_group_ingress_rule'),
    'aws-endpoint-closed',
    'aws-apis',
    `${NETWORK}: ${ENDPOINT}.aws-endpoints_ec2`,
    'the endpoint for ec2 does not let TCP 443 in from 10.11.0.0/21, 10.11.8.0/21, 10.11.16.0/21',
  ),
  mutant(
    'the nodes do not reach S3',
    (world) => {
      world.body(NETWORK, ENDPOINT, 's3').route_table_ids = [];
    },
    'aws-endpoint-routes',
    'aws-apis',
    `${NETWORK}: ${ENDPOINT}.aws-endpoints_s3`,
    'the gateway endpoint for s3 is not in the route table of acme-payments-private-euc1-az1',
  ),
  mutant(
    'the VPC does not resolve names',
    (world) => {
      delete world.body(NETWORK, 'aws_vpc').enable_dns_hostnames;
    },
    'vpc-dns',
    'aws-apis',
    `${NETWORK}: aws_vpc.`,
    'the VPC acme-payments-vpc does not resolve names; private DNS of its endpoints needs it',
  ),
  mutant(
    'the private API is off',
    (world) => {
      const network = world.body('payments-cluster', 'aws_eks_cluster').vpc_config;
      Object.assign(network, {
        endpoint_private_access: false,
        endpoint_public_access: true,
        public_access_cidrs: ['198.51.100.0/24'],
      });
    },
    'private-api-off',
    'cluster',
    'payments-cluster: aws_eks_cluster.',
    'the Kubernetes API of acme-payments has no private endpoint; nodes without internet cannot join',
  ),
];
