import { DIRECT_TEXT, PARTNER_API, PAYMENTS } from '../sample-files';
import type { Changes } from '../sample-files';
import type { MalformedRow } from './row';

/** The sample world with the direct tenant `partner-api`, whose file differs in one part. */
function direct(from: string, to: string): Changes {
  if (!DIRECT_TEXT.includes(from)) throw new RangeError(`the direct tenant has no ${from}`);
  return { [PARTNER_API]: DIRECT_TEXT.replace(from, () => to) };
}

const HOST = '    - partner-api.apps.example.com';
const MANY_HOSTS = Array.from({ length: 100 }, (_, index) => `    - partner-api-host-${index}.apps.example.com`).join(
  '\n',
);
const MANY_PORTS = `type: direct\n  ports: [443, ${Array.from({ length: 50 }, (_, index) => 8000 + index).join(', ')}]`;

/** What can be wrong with a direct exposure, and with a second certificate inside the cluster. */
export const DIRECT_ROWS: readonly MalformedRow[] = [
  {
    rejects: 'an unknown key near to ports',
    change: direct('type: direct', 'type: direct\n  port: [443]'),
    says: 'apps/eks-service-account/tenants/partner-api/tenant.yaml: exposure.port: is no known key; got "port"; expected one of the keys type, hostedZone, hosts, certificate, ports, sslPorts, publicSubnets, allowedCidrs, crossZone. Did you mean ports?',
  },
  {
    rejects: 'a key of central tenants',
    change: direct('type: direct', 'type: direct\n  slot: 3'),
    says: 'apps/eks-service-account/tenants/partner-api/tenant.yaml: exposure.slot: is no known key; got "slot"; expected one of the keys type, hostedZone, hosts, certificate, ports, sslPorts, publicSubnets, allowedCidrs, crossZone. Remove it.',
  },
  {
    rejects: 'no hosted zone',
    change: direct('  hostedZone: apps.example.com\n', ''),
    says: 'apps/eks-service-account/tenants/partner-api/tenant.yaml: exposure.hostedZone: is missing; got nothing; expected a lower-case DNS name of two labels or more, without a trailing dot. Write it like payments.apps.example.com.',
  },
  {
    rejects: 'no hosts',
    change: direct('hosts:\n    - partner-api.apps.example.com', 'hosts: []'),
    says: 'apps/eks-service-account/tenants/partner-api/tenant.yaml: exposure.hosts: is not valid; got an empty list; expected a list of 1 to 100 hosts. List the DNS names that the tenant serves.',
  },
  {
    rejects: 'a host outside its hosted zone',
    change: direct('- partner-api.apps.example.com', '- partner-api.example.org'),
    says: 'apps/eks-service-account/tenants/partner-api/tenant.yaml: exposure.hosts[0]: lies outside its hosted zone apps.example.com; got "partner-api.example.org"; expected a zone that the host ends with. Name the zone that holds the host.',
  },
  {
    rejects: 'a host twice',
    change: direct(
      '    - partner-api.apps.example.com',
      '    - partner-api.apps.example.com\n    - partner-api.apps.example.com',
    ),
    says: 'apps/eks-service-account/tenants/partner-api/tenant.yaml: exposure.hosts[1]: is listed twice; got "partner-api.apps.example.com"; expected each value once. Remove one of the two.',
  },
  {
    rejects: 'a host of a central tenant',
    change: direct('- partner-api.apps', '- payments.apps'),
    says: 'apps/eks-service-account/tenants/payments/tenant.yaml: exposure.hosts[0]: is served by apps/eks-service-account/tenants/partner-api/tenant.yaml already; got "payments.apps.example.com"; expected a host that no other line of the world has. Remove it from one of the two.',
  },
  {
    rejects: 'a host that is too long for a certificate',
    change: direct('- partner-api.apps', '- a-name-that-is-longer-than-acm-takes-for-a-certificate.partner-api.apps'),
    says: 'apps/eks-service-account/tenants/partner-api/tenant.yaml: exposure.hosts[0]: has 83 characters; got "a-name-that-is-longer-than-acm-takes-for-a-certificate.partner-api.apps.example.com"; expected at most 64 characters, as ACM asks of a certificate\'s name. Choose a shorter host.',
  },
  {
    rejects: 'hosts that take more room than the policy has',
    change: direct(HOST, MANY_HOSTS),
    says: 'apps/eks-service-account/tenants/partner-api/tenant.yaml: exposure.hosts: takes 11180 characters in the policy that lets the tenant change its records; got a list of 100; expected at most 8500. Serve fewer or shorter hosts, or divide them among two tenants.',
  },
  {
    rejects: 'a port that ends TLS and does not listen',
    change: direct('type: direct', 'type: direct\n  ports: [8443]'),
    says: 'apps/eks-service-account/tenants/partner-api/tenant.yaml: exposure.sslPorts[0]: is no port on which the NLB listens; got 443; expected one of 8443. Add it to exposure.ports, or remove it.',
  },
  {
    rejects: 'a port that ends TLS without a certificate',
    change: direct('type: direct', 'type: direct\n  certificate: none'),
    says: 'apps/eks-service-account/tenants/partner-api/tenant.yaml: exposure.sslPorts: end TLS without a certificate; got 443; expected an empty list when certificate is none. Write sslPorts: [], or leave certificate out to have one requested.',
  },
  {
    rejects: 'a certificate that no port uses',
    change: direct('type: direct', 'type: direct\n  sslPorts: []'),
    says: 'apps/eks-service-account/tenants/partner-api/tenant.yaml: exposure.certificate: has no port that ends TLS with it; got "requested"; expected none, or a port in exposure.sslPorts. Name a port in exposure.sslPorts, or write certificate: none.',
  },
  {
    rejects: 'a certificate that is no ARN',
    change: direct('type: direct', 'type: direct\n  certificate: arn:aws:iam::444444444444:server-certificate/old'),
    says: 'apps/eks-service-account/tenants/partner-api/tenant.yaml: exposure.certificate: is not valid; got "arn:aws:iam::444444444444:server-certificate/old"; expected requested, none or the ARN of an ACM certificate. Leave it out to have one requested, or copy the ARN from ACM in the tenant\'s account.',
  },
  {
    rejects: 'a certificate of the central account',
    change: direct(
      'type: direct',
      'type: direct\n  certificate: arn:aws:acm:eu-central-1:111111111111:certificate/01234567-89ab-cdef-0123-456789abcdef',
    ),
    says: 'apps/eks-service-account/tenants/partner-api/tenant.yaml: exposure.certificate: belongs to the account 111111111111; got "arn:aws:acm:eu-central-1:111111111111:certificate/01234567-89ab-cdef-0123-456789abcdef"; expected an ARN in the tenant\'s account 444444444444. Create or import it there.',
  },
  {
    rejects: 'a certificate of another region',
    change: direct(
      'type: direct',
      'type: direct\n  certificate: arn:aws:acm:us-east-1:444444444444:certificate/01234567-89ab-cdef-0123-456789abcdef',
    ),
    says: 'apps/eks-service-account/tenants/partner-api/tenant.yaml: exposure.certificate: lies in the region us-east-1; got "arn:aws:acm:us-east-1:444444444444:certificate/01234567-89ab-cdef-0123-456789abcdef"; expected an ARN in eu-central-1, the region of platform.yaml. Create it in eu-central-1.',
  },
  {
    rejects: 'no ports',
    change: direct('type: direct', 'type: direct\n  ports: []\n  sslPorts: []\n  certificate: none'),
    says: 'apps/eks-service-account/tenants/partner-api/tenant.yaml: exposure.ports: is not valid; got an empty list; expected a list of 1 to 50 ports. List the ports on which the NLB listens, e.g. 443.',
  },
  {
    rejects: 'a port above the highest',
    change: direct('type: direct', 'type: direct\n  ports: [443, 65536]'),
    says: 'apps/eks-service-account/tenants/partner-api/tenant.yaml: exposure.ports[1]: is not valid; got 65536; expected a whole number from 1 to 65535. Write a port like 443.',
  },
  {
    rejects: 'a port twice',
    change: direct('type: direct', 'type: direct\n  ports: [443, 443]'),
    says: 'apps/eks-service-account/tenants/partner-api/tenant.yaml: exposure.ports[1]: is listed twice; got 443; expected each port once. Remove one of the two.',
  },
  {
    rejects: 'a port in quotes',
    change: direct('type: direct', "type: direct\n  ports: ['443']"),
    says: 'apps/eks-service-account/tenants/partner-api/tenant.yaml: exposure.ports[0]: is read by YAML as text; got "443"; expected a whole number from 1 to 65535. Write it without quotes: 443.',
  },
  {
    rejects: 'more ports than an NLB has listeners',
    change: direct('type: direct', MANY_PORTS),
    says: 'apps/eks-service-account/tenants/partner-api/tenant.yaml: exposure.ports: is not valid; got a list of 51; expected a list of 1 to 50 ports. List the ports on which the NLB listens, e.g. 443.',
  },
  {
    rejects: 'an allowed block that is an address',
    change: direct('type: direct', 'type: direct\n  allowedCidrs: [203.0.113.7]'),
    says: 'apps/eks-service-account/tenants/partner-api/tenant.yaml: exposure.allowedCidrs[0]: is no CIDR block; got "203.0.113.7"; expected an IPv4 block like 10.11.0.0/16. Write a block like 203.0.113.0/24.',
  },
  {
    rejects: 'an allowed block with host bits',
    change: direct('type: direct', 'type: direct\n  allowedCidrs: [203.0.113.7/24]'),
    says: 'apps/eks-service-account/tenants/partner-api/tenant.yaml: exposure.allowedCidrs[0]: is no CIDR block; got "203.0.113.7/24"; expected the first address of the block, 203.0.113.0/24. Write a block like 203.0.113.0/24.',
  },
  {
    rejects: 'no allowed block',
    change: direct('type: direct', 'type: direct\n  allowedCidrs: []'),
    says: 'apps/eks-service-account/tenants/partner-api/tenant.yaml: exposure.allowedCidrs: is not valid; got an empty list; expected a list of 1 to 40 IPv4 blocks. Leave the key out to let everybody connect.',
  },
  {
    rejects: 'a crossZone in quotes',
    change: direct('type: direct', "type: direct\n  crossZone: 'true'"),
    says: 'apps/eks-service-account/tenants/partner-api/tenant.yaml: exposure.crossZone: is read by YAML as text; got "true"; expected true or false. Write it without quotes: true.',
  },
  {
    rejects: 'a public subnet outside the VPC',
    change: direct(
      'type: direct',
      'type: direct\n  publicSubnets: {euc1-az1: 10.12.128.0/23, euc1-az2: 10.11.130.0/23, euc1-az3: 10.11.132.0/23}',
    ),
    says: 'apps/eks-service-account/tenants/partner-api/tenant.yaml: exposure.publicSubnets.euc1-az1: lies outside the VPC; got "10.12.128.0/23"; expected a block inside 10.11.0.0/16. Choose another block, or correct cidr.',
  },
  {
    rejects: 'a public subnet that overlaps a private one',
    change: direct(
      'type: direct',
      'type: direct\n  publicSubnets: {euc1-az1: 10.11.8.0/23, euc1-az2: 10.11.130.0/23, euc1-az3: 10.11.132.0/23}',
    ),
    says: 'apps/eks-service-account/tenants/partner-api/tenant.yaml: exposure.publicSubnets.euc1-az1: overlaps privateSubnets.euc1-az2, which is 10.11.8.0/21 by default; got "10.11.8.0/23"; expected subnets that share no address. Choose another block.',
  },
  {
    rejects: 'a public subnet that is too small',
    change: direct(
      'type: direct',
      'type: direct\n  publicSubnets: {euc1-az1: 10.11.128.0/28, euc1-az2: 10.11.130.0/23, euc1-az3: 10.11.132.0/23}',
    ),
    says: 'apps/eks-service-account/tenants/partner-api/tenant.yaml: exposure.publicSubnets.euc1-az1: is too small; got "10.11.128.0/28"; expected a block of /27 or larger, as ELB asks for. Choose a larger block.',
  },
  {
    rejects: 'public subnets for two of three AZ ids',
    change: direct(
      'type: direct',
      'type: direct\n  publicSubnets: {euc1-az1: 10.11.128.0/23, euc1-az2: 10.11.130.0/23}',
    ),
    says: 'apps/eks-service-account/tenants/partner-api/tenant.yaml: exposure.publicSubnets: has no subnet for euc1-az3; got a mapping of 2; expected one subnet for each of euc1-az1, euc1-az2, euc1-az3. Add a line euc1-az3.',
  },
  {
    rejects: 'a public subnet of a foreign AZ id',
    change: direct(
      'type: direct',
      'type: direct\n  publicSubnets: {euc1-az1: 10.11.128.0/23, euc1-az2: 10.11.130.0/23, euc1-az3: 10.11.132.0/23, euc1-az4: 10.11.134.0/23}',
    ),
    says: 'apps/eks-service-account/tenants/partner-api/tenant.yaml: exposure.publicSubnets.euc1-az4: is for an AZ id that availabilityZoneIds does not list; got "10.11.134.0/23"; expected one subnet for each of euc1-az1, euc1-az2, euc1-az3. Remove the line, or list the AZ id.',
  },
  {
    rejects: 'an AZ id of another region',
    change: direct('euc1-az3', 'euw1-az3'),
    says: 'apps/eks-service-account/tenants/partner-api/tenant.yaml: availabilityZoneIds[2]: is no AZ of the region eu-central-1; got "euw1-az3"; expected an AZ id like euc1-az1. Correct it, or region in platform.yaml.',
  },
  {
    rejects: 'public subnets of a central tenant',
    change: { [PAYMENTS]: ['type: central', 'type: central\n  publicSubnets: {euc1-az1: 10.11.128.0/23}'] },
    says: 'apps/eks-service-account/tenants/payments/tenant.yaml: exposure.publicSubnets: is no known key; got "publicSubnets"; expected one of the keys type, internetVpc, slot, hosts, healthCheckPath. Remove it.',
  },
  {
    rejects: 'a second certificate without its secret',
    change: { [PAYMENTS]: ['cidr: 10.11', 'inClusterTls: true\ncidr: 10.11'] },
    says: "apps/eks-service-account/tenants/payments/tenant.yaml: inClusterTls: is on, and no secret holds its certificate; got true; expected inClusterTlsSecret, a TLS secret in the ingress controller's namespace. Add inClusterTlsSecret: <secret>.",
  },
  {
    rejects: 'a secret that nothing reads',
    change: { [PAYMENTS]: ['cidr: 10.11', 'inClusterTlsSecret: ingress-tls\ncidr: 10.11'] },
    says: 'apps/eks-service-account/tenants/payments/tenant.yaml: inClusterTlsSecret: names a secret that nothing reads; got "ingress-tls"; expected inClusterTls: true beside it. Write inClusterTls: true, or remove it.',
  },
  {
    rejects: 'a secret with its namespace',
    change: { [PAYMENTS]: ['cidr: 10.11', 'inClusterTls: true\ninClusterTlsSecret: projectcontour/tls\ncidr: 10.11'] },
    says: 'apps/eks-service-account/tenants/payments/tenant.yaml: inClusterTlsSecret: is not valid; got "projectcontour/tls"; expected the name of a Kubernetes secret. Write it like ingress-tls, without a namespace.',
  },
];
