import { mutant } from './mutant';
import type { Mutant } from './mutant';

const INGRESS = 'payments-ingress';
const LISTENER = 'aws_lb_listener';
const PODS = 'aws_lb_target_group';

/** Breaks from the NLB's listener to the pods. */
export const PODS_MUTANTS: readonly Mutant[] = [
  mutant(
    'the NLB listens on another port than the ALB sends to',
    (world) => {
      world.body(INGRESS, LISTENER).port = 80;
    },
    'nlb-listener-missing',
    'nlb-listener',
    `${INGRESS}: ${LISTENER}.`,
    'acme-payments-nlb has no listener on port 443, where the ALB sends; it listens on TLS 80',
  ),
  mutant(
    'the NLB speaks TLS 1.0',
    (world) => {
      delete world.body(INGRESS, LISTENER).ssl_policy;
    },
    'nlb-listener-tls-policy',
    'nlb-listener',
    `${INGRESS}: ${LISTENER}.`,
    "the TLS policy is AWS's default; expected one of TLS 1.2 and 1.3 only",
  ),
  mutant(
    'the NLB has no certificate',
    (world) => {
      delete world.body(INGRESS, LISTENER).certificate_arn;
    },
    'nlb-certificate-missing',
    'nlb-listener',
    `${INGRESS}: ${LISTENER}.`,
    'the TLS listener has no certificate',
  ),
  mutant(
    'the NLB does not wait for its certificate',
    (world) => {
      world.body(INGRESS, LISTENER).certificate_arn = world.reference(INGRESS, 'aws_acm_certificate', '', 'arn');
    },
    'nlb-certificate-pending',
    'nlb-listener',
    `${INGRESS}: ${LISTENER}.`,
    'the certificate is used before it is issued: nothing waits for its validation',
  ),
  mutant(
    "a name of the NLB's certificate is not proven",
    (world) => {
      world.body(INGRESS, 'aws_acm_certificate_validation').validation_record_fqdns.pop();
    },
    'nlb-certificate-unproven',
    'nlb-listener',
    `${INGRESS}: aws_acm_certificate_validation.`,
    'no validation record in a zone of its own proves the name pay.apps.example.com of the certificate',
  ),
  mutant(
    "a tenant asks for a certificate with another tenant's host",
    (world) => {
      const certificate = world.body(INGRESS, 'aws_acm_certificate');
      certificate.subject_alternative_names.push('storefront.apps.example.com');
    },
    'nlb-certificate-foreign',
    'nlb-listener',
    `${INGRESS}: ${LISTENER}.`,
    'the certificate of payments names storefront.apps.example.com, a host of storefront',
  ),
  mutant(
    'the NLB forwards to nothing',
    (world) => {
      world.body(INGRESS, LISTENER).default_action = [];
    },
    'nlb-listener-action',
    'nlb-listener',
    `${INGRESS}: ${LISTENER}.`,
    'the listener on port 443 does not forward to one target group',
  ),
  mutant(
    'the NLB speaks UDP to the pods',
    (world) => {
      world.body(INGRESS, PODS).protocol = 'UDP';
    },
    'pods-protocol',
    'pods',
    `${INGRESS}: ${PODS}.`,
    'acme-payments-pods speaks UDP; expected TCP or TLS',
  ),
  mutant(
    'pods are registered by instance',
    (world) => {
      world.body(INGRESS, PODS).target_type = 'instance';
    },
    'pods-type',
    'pods',
    `${INGRESS}: ${PODS}.`,
    'acme-payments-pods has targets of type instance; pods are registered by ip',
  ),
  mutant(
    'the target group of the pods lies in another VPC',
    (world) => {
      world.add(INGRESS, 'aws_vpc', 'other', { cidr_block: '10.11.0.0/16' });
      world.body(INGRESS, PODS).vpc_id = '${aws_vpc.other.id}';
    },
    'pods-vpc',
    'pods',
    `${INGRESS}: ${PODS}.`,
    'acme-payments-pods lies in another VPC than the NLB',
  ),
  mutant(
    'the health check of the pods asks a port that the NLB may not reach',
    (world) => {
      world.body(INGRESS, PODS).health_check.port = '8002';
    },
    'pods-health-port',
    'pods',
    `${INGRESS}: ${PODS}.`,
    'the health check of acme-payments-pods asks port 8002, which the NLB may not reach; pods listen on 8080',
  ),
  mutant(
    'the NLB sends proxy protocol to plain HTTP',
    (world) => {
      world.body(INGRESS, PODS).proxy_protocol_v2 = true;
    },
    'pods-client-address',
    'pods',
    `${INGRESS}: ${PODS}.`,
    'acme-payments-pods sends proxy protocol v2; the ingress controller takes plain HTTP',
  ),
  mutant(
    'the health check speaks HTTP under proxy protocol',
    (world) => {
      const pods = world.body(INGRESS, PODS);
      pods.proxy_protocol_v2 = true;
      pods.health_check = { protocol: 'HTTP', port: 'traffic-port', path: '/' };
    },
    'pods-health-protocol',
    'pods',
    `${INGRESS}: ${PODS}.`,
    'the health check of acme-payments-pods speaks HTTP, which fails with proxy protocol v2',
  ),
  mutant(
    'there are no nodes',
    (world) => {
      delete world.stack('payments-cluster').resource.aws_eks_node_group;
    },
    'pods-no-nodes',
    'pods',
    `${INGRESS}: ${PODS}.`,
    'no node group has a subnet in the VPC of the NLB; there is nothing that could run pods',
  ),
];
