import { mutant } from './mutant';
import type { Mutant } from './mutant';

const ROLE = 'arn:aws:iam::111111111111:role/acme/acme-connection-role';
const INGRESS = 'payments-ingress';
const SERVICE = 'aws_vpc_endpoint_service';
const SERVICE_LABEL = 'acme-payments-endpoint-service';

/** Breaks from the endpoint to the NLB. */
export const SERVICE_MUTANTS: readonly Mutant[] = [
  mutant(
    'the endpoint is a gateway',
    (world) => {
      delete world.body('payments-connection', 'aws_vpc_endpoint').vpc_endpoint_type;
    },
    'endpoint-kind',
    'endpoint',
    'payments-connection: aws_vpc_endpoint.',
    'acme-payments is a Gateway endpoint; expected Interface',
  ),
  mutant(
    'the service name is written down',
    (world) => {
      world.body('payments-connection', 'aws_vpc_endpoint').service_name =
        'com.amazonaws.vpce.eu-central-1.vpce-svc-0123456789abcdef0';
    },
    'endpoint-service-unknown',
    'endpoint',
    'payments-connection: aws_vpc_endpoint.',
    'the service_name of acme-payments does not resolve to an endpoint service',
  ),
  mutant(
    'the service name is published in the wrong account',
    (world) => {
      delete world.body(INGRESS, 'aws_ssm_parameter', 'vpces-service-name').provider;
    },
    'endpoint-service-unknown',
    'endpoint',
    'payments-connection: aws_vpc_endpoint.',
    'the service_name of acme-payments does not resolve to an endpoint service',
  ),
  mutant(
    "a tenant reads another tenant's service name",
    (world) => {
      world.body('storefront-connection', 'data.aws_ssm_parameter', 'service').name = 'vpces-service-name-payments';
    },
    'endpoint-parameter',
    'endpoint',
    'storefront-connection: aws_vpc_endpoint.',
    'the service name is read from vpces-service-name-payments; storefront publishes it as vpces-service-name-storefront',
  ),
  mutant(
    "another stack publishes the tenant's service name",
    (world) => {
      const parameter = world.body(INGRESS, 'aws_ssm_parameter', 'vpces-service-name');
      const published = world.body(INGRESS, 'aws_ssm_parameter', 'handover');
      published.insecure_value = `\${jsonencode({"serviceName" = aws_vpc_endpoint_service.endpoint-service_18B35E0F.service_name})}`;
      published.provider = 'aws.central';
      world.add('payments-registration', 'aws_ssm_parameter', 'stolen', {
        ...parameter,
        provider: undefined,
        depends_on: undefined,
        insecure_value: '${jsondecode(data.aws_ssm_parameter.ingress.insecure_value).serviceName}',
      });
      world.stack('payments-registration').data.aws_ssm_parameter.ingress = { name: published.name };
      world.remove(INGRESS, 'aws_ssm_parameter', 'vpces-service-name');
    },
    'endpoint-parameter-writer',
    'endpoint',
    'payments-registration: aws_ssm_parameter.stolen',
    'the parameter vpces-service-name-payments is written by payments-registration; expected the ingress of payments',
  ),
  mutant(
    "a tenant publishes another tenant's service as its own",
    (world) => {
      const own = world.body('storefront-ingress', 'aws_ssm_parameter', 'vpces-service-name');
      own.insecure_value = '${data.aws_ssm_parameter.theirs.insecure_value}';
      world.stack('storefront-ingress').data.aws_ssm_parameter.theirs = {
        name: 'vpces-service-name-payments',
        provider: 'aws.central',
      };
    },
    'endpoint-foreign-service',
    'endpoint',
    'storefront-ingress: aws_ssm_parameter.',
    'the endpoint of storefront leads to the service of payments',
  ),
  mutant(
    'a person must accept the connection',
    (world) => {
      world.body(INGRESS, SERVICE).acceptance_required = true;
    },
    'acceptance-required',
    'principal',
    `${INGRESS}: ${SERVICE}.`,
    `${SERVICE_LABEL} waits for a person to accept each connection; until then no target is healthy`,
  ),
  mutant(
    'every account may connect',
    (world) => {
      world.body(INGRESS, SERVICE).allowed_principals = ['*'];
    },
    'principal-anyone',
    'principal',
    `${INGRESS}: ${SERVICE}.`,
    `${SERVICE_LABEL} lets every AWS account connect`,
  ),
  mutant(
    'the whole central account may connect',
    (world) => {
      world.body(INGRESS, SERVICE).allowed_principals = ['arn:aws:iam::111111111111:root'];
    },
    'principal-wrong',
    'principal',
    `${INGRESS}: ${SERVICE}.`,
    `${SERVICE_LABEL} allows arn:aws:iam::111111111111:root; the endpoint is created by ${ROLE}`,
  ),
  mutant(
    'another tenant may connect as well',
    (world) => {
      world.body(INGRESS, SERVICE).allowed_principals.push('arn:aws:iam::333333333333:root');
    },
    'principal-extra',
    'principal',
    `${INGRESS}: ${SERVICE}.`,
    `${SERVICE_LABEL} also allows arn:aws:iam::333333333333:root`,
  ),
  mutant(
    'a second principal is allowed by a resource of its own',
    (world) =>
      world.add(INGRESS, 'aws_vpc_endpoint_service_allowed_principal', 'extra', {
        vpc_endpoint_service_id: world.reference(INGRESS, SERVICE, '', 'id'),
        principal_arn: 'arn:aws:iam::999999999999:root',
      }),
    'principal-extra',
    'principal',
    `${INGRESS}: ${SERVICE}.`,
    `${SERVICE_LABEL} also allows arn:aws:iam::999999999999:root`,
  ),
  mutant(
    'the allowed role does not exist',
    (world) => world.remove('central-roles', 'aws_iam_role', 'connection'),
    'principal-no-role',
    'principal',
    `${INGRESS}: ${SERVICE}.`,
    `no stack creates the role ${ROLE}, which ${SERVICE_LABEL} allows`,
  ),
  mutant(
    'a subnet names its zone and not its zone id',
    (world) => {
      const subnet = world.body('main-networking', 'aws_subnet', 'private-endpoint-subnets_euc1-az2');
      delete subnet.availability_zone_id;
      subnet.availability_zone = 'eu-central-1b';
    },
    'zone-unknown',
    'zones',
    'main-networking: aws_subnet.',
    'acme-main-private-endpoint-euc1-az2 does not say its AZ by id; names of AZs differ between accounts',
  ),
  mutant(
    'two endpoint subnets lie in one zone',
    (world) => {
      const subnet = world.body('main-networking', 'aws_subnet', 'private-endpoint-subnets_euc1-az2');
      subnet.availability_zone_id = 'euc1-az1';
    },
    'zone-twice',
    'zones',
    'payments-connection: aws_vpc_endpoint.',
    'acme-payments has two subnets in euc1-az1; an endpoint takes one per AZ',
  ),
  mutant(
    'the NLB leaves a zone of the endpoint out',
    (world) => {
      const nlb = world.body(INGRESS, 'aws_lb');
      nlb.subnets = nlb.subnets.slice(0, 2);
    },
    'zone-not-served',
    'zones',
    'payments-connection: aws_vpc_endpoint.',
    'acme-payments lies in euc1-az3, where the NLB has no subnet; it serves euc1-az1, euc1-az2',
  ),
  mutant(
    'the service stands before nothing',
    (world) => {
      world.body(INGRESS, SERVICE).network_load_balancer_arns = [];
    },
    'nlb-missing',
    'nlb',
    `${INGRESS}: ${SERVICE}.`,
    `${SERVICE_LABEL} has 0 load balancer(s); expected one NLB of the synthesized stacks`,
  ),
  mutant(
    'the service stands before an ALB',
    (world) => {
      world.body(INGRESS, 'aws_lb').load_balancer_type = 'application';
    },
    'nlb-kind',
    'nlb',
    `${INGRESS}: aws_lb.`,
    'acme-payments-nlb is a application load balancer; an endpoint service needs a network load balancer',
  ),
  mutant(
    'the NLB is on the internet',
    (world) => {
      world.body(INGRESS, 'aws_lb').internal = false;
    },
    'nlb-public',
    'nlb',
    `${INGRESS}: aws_lb.`,
    'acme-payments-nlb is internet-facing; clients would pass by the ALB and its firewall',
  ),
  mutant(
    'the NLB is made in the central account',
    (world) => {
      world.body(INGRESS, 'aws_lb').provider = 'aws.central';
    },
    'nlb-account',
    'nlb',
    `${INGRESS}: aws_lb.`,
    'acme-payments-nlb lies in account 111111111111; the tenant has 222222222222',
  ),
];
