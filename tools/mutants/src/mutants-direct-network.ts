import type { BreakableWorld, Json } from './breakable-world';
import { mutant } from './mutant';
import type { Mutant } from './mutant';
import { annotate } from './mutants-direct';

const ADDONS = 'partner-api-addons';
const NETWORK = 'partner-api-networking';
const SERVICE = 'kubernetes_service_v1';
const AT_SERVICE = `${ADDONS}: ${SERVICE}.internet`;
const AT_CONTROLLER = `${ADDONS}: helm_release.ingress-controller`;
const CONTROLLER = 'ingress-controller_chart';
const PUBLIC = 'public-ingress_euc1-az1_';
const PRIVATE = 'cluster-data-plane_euc1-az1_';

function spec(world: BreakableWorld): Json {
  return world.body(ADDONS, SERVICE).spec;
}

/** Has another resource stand in the hand-over for the first public subnet. */
function handOver(world: BreakableWorld, subnet: string): void {
  const parameter = world.body(NETWORK, 'aws_ssm_parameter');
  const wanted = world.reference(NETWORK, 'aws_subnet', PUBLIC, 'id').slice(2, -1);
  parameter.insecure_value = parameter.insecure_value.replace(wanted, subnet);
}

/** Breaks of subnets and pods of a direct tenant. */
export const DIRECT_NETWORK_MUTANTS: readonly Mutant[] = [
  mutant(
    'the Service leaves its subnets to tags',
    (world) => annotate(world, 'subnets'),
    'subnets-none',
    'public-subnets',
    AT_SERVICE,
    'the Service internet names no subnets; the load balancer controller would look for tagged ones',
  ),
  mutant(
    'the NLB lies in a VPC without nodes',
    (world) => {
      world.add(NETWORK, 'aws_vpc', 'other', { cidr_block: '10.99.0.0/16' });
      world.body(NETWORK, 'aws_subnet', PUBLIC).vpc_id = '${aws_vpc.other.id}';
    },
    'subnet-vpc',
    'public-subnets',
    `${NETWORK}: aws_subnet.public-ingress_euc1-az1`,
    'the subnet acme-partner-api-public-ingress-euc1-az1 lies in another VPC than the nodes of partner-api',
  ),
  mutant(
    'a public subnet has no route',
    (world) => world.remove(NETWORK, 'aws_route_table_association', 'public-ingress_euc1-az1'),
    'subnet-no-way-in',
    'public-subnets',
    `${NETWORK}: aws_subnet.public-ingress_euc1-az1`,
    'the subnet acme-partner-api-public-ingress-euc1-az1 has no route 0.0.0.0/0 to an internet gateway of its VPC',
  ),
  mutant(
    'the public route is gone',
    (world) => world.remove(NETWORK, 'aws_route'),
    'subnet-no-way-in',
    'public-subnets',
    `${NETWORK}: aws_subnet.public-ingress_euc1-az2`,
    'the subnet acme-partner-api-public-ingress-euc1-az2 has no route 0.0.0.0/0 to an internet gateway of its VPC',
  ),
  mutant(
    'a public subnet does not say its AZ by id',
    (world) => delete world.body(NETWORK, 'aws_subnet', PUBLIC).availability_zone_id,
    'subnet-zone-unknown',
    'public-subnets',
    `${NETWORK}: aws_subnet.public-ingress_euc1-az1`,
    'acme-partner-api-public-ingress-euc1-az1 does not say its AZ by id',
  ),
  mutant(
    'the NLB has two subnets in one AZ',
    (world) => {
      world.body(NETWORK, 'aws_subnet', PUBLIC).availability_zone_id = 'euc1-az2';
    },
    'subnet-zone-twice',
    'public-subnets',
    `${NETWORK}: aws_subnet.public-ingress_euc1-az2`,
    'the NLB has two subnets in euc1-az2; it takes one per AZ',
  ),
  mutant(
    'nodes run where the NLB has no subnet',
    (world) => {
      world.body(NETWORK, 'aws_subnet', PUBLIC).availability_zone_id = 'euc1-az9';
    },
    'subnet-zone-missing',
    'public-subnets',
    `${NETWORK}: aws_subnet.cluster-data-plane_euc1-az1`,
    'nodes run in euc1-az1, where the NLB has no subnet; pods there get no request',
  ),
  mutant(
    'nodes run in a public subnet',
    (world) => {
      const parameter = world.body(NETWORK, 'aws_ssm_parameter');
      const own = world.reference(NETWORK, 'aws_subnet', PRIVATE, 'id').slice(2, -1);
      const open = world.reference(NETWORK, 'aws_subnet', PUBLIC, 'id').slice(2, -1);
      parameter.insecure_value = parameter.insecure_value.replace(own, open);
    },
    'subnet-of-nodes',
    'public-subnets',
    'partner-api-cluster: aws_eks_node_group.',
    'nodes run in acme-partner-api-public-ingress-euc1-az1, which is open to the internet',
  ),
  mutant(
    'the NLB lies in a private subnet',
    (world) => handOver(world, world.reference(NETWORK, 'aws_subnet', PRIVATE, 'id').slice(2, -1)),
    'subnet-no-way-in',
    'public-subnets',
    `${NETWORK}: aws_subnet.cluster-data-plane_euc1-az1`,
    'the subnet acme-partner-api-private-euc1-az1 has no route 0.0.0.0/0 to an internet gateway of its VPC',
  ),
  mutant(
    'a subnet of the NLB is written down',
    (world) => handOver(world, '"subnet-0123456789abcdef0"'),
    'unresolved',
    'model',
    AT_SERVICE,
    'metadata.annotations = subnet-0123456789abcdef0 cannot be resolved: expected subnets of the synthesized stacks',
  ),
  mutant(
    'a direct tenant has no nodes',
    (world) => delete world.stack('partner-api-cluster').resource.aws_eks_node_group,
    'direct-no-nodes',
    'pods',
    AT_SERVICE,
    'no node group of partner-api has a subnet; there is nothing that could run pods',
  ),
  mutant(
    'the ingress controller of a direct tenant is not installed',
    (world) => world.remove(ADDONS, 'helm_release', CONTROLLER),
    'service-controller-missing',
    'pods',
    AT_SERVICE,
    'the addons stack of partner-api installs no ingress controller that the proof knows',
  ),
  mutant(
    'the Service lies in another namespace than the pods',
    (world) => (world.body(ADDONS, SERVICE).metadata.namespace = 'default'),
    'service-namespace',
    'pods',
    AT_SERVICE,
    'the Service internet lies in the namespace default; the ingress controller in projectcontour',
  ),
  mutant(
    'the Service selects the pods that configure Envoy',
    (world) => (spec(world).selector['app.kubernetes.io/component'] = 'contour'),
    'service-selector',
    'pods',
    AT_SERVICE,
    'the Service internet selects component=contour, instance=contour, name=contour; pods of the ingress controller have name=contour, instance=contour, component=envoy',
  ),
  mutant(
    'the Service leads to a port that pods do not open',
    (world) => (spec(world).port[0].target_port = '80'),
    'service-target-port',
    'pods',
    AT_SERVICE,
    'port 443 of internet leads to 80, which pods do not open; they open http 8080, https 8443',
  ),
  mutant(
    'the NLB sends plain HTTP to the TLS port of the pods',
    (world) => (spec(world).port[0].target_port = 'https'),
    'service-tls',
    'pods',
    AT_SERVICE,
    'port 443 of internet sends plain HTTP to the port https of the pods, which takes TLS',
  ),
  mutant(
    'pods of a direct tenant end TLS without a certificate for the NLB',
    (world) => {
      spec(world).port[0].target_port = 'https';
      annotate(world, 'backend-protocol', 'ssl');
    },
    'service-no-certificate',
    'pods',
    AT_CONTROLLER,
    'the NLB speaks TLS to the pods, and the ingress controller has no certificate for a client that names no host',
  ),
  mutant(
    'the NLB sends the proxy protocol to pods that expect none',
    (world) => annotate(world, 'proxy-protocol', '*'),
    'service-proxy-protocol',
    'pods',
    AT_SERVICE,
    'the NLB sends the proxy protocol; the ingress controller does not expect it',
  ),
  mutant(
    "pods see the NLB's address for the client's",
    (world) => annotate(world, 'target-group-attributes'),
    'service-client-address',
    'pods',
    AT_SERVICE,
    'the NLB of internet keeps no client address, and sends no proxy protocol',
  ),
  mutant(
    'Envoy believes a proxy that a direct tenant does not have',
    (world) => world.values(ADDONS, CONTROLLER, '"num-trusted-hops" = 0', '"num-trusted-hops" = 1'),
    'service-trusted-hops',
    'pods',
    AT_CONTROLLER,
    'the ingress controller believes 1 proxy before it; before a direct NLB there is none',
  ),
];
