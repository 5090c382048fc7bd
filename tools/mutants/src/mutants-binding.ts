import { mutant } from './mutant';
import type { Mutant } from './mutant';

const ADDONS = 'payments-addons';
const INGRESS = 'payments-ingress';
const PODS = 'aws_lb_target_group';
const BINDING = 'pods_target-group-binding';
const CONTROLLER = 'ingress-controller_chart';
const AT_BINDING = `${ADDONS}: helm_release.${BINDING}`;
const AT_CONTROLLER = `${ADDONS}: helm_release.${CONTROLLER}`;
const handover = (name: string): string => `jsondecode(data.aws_ssm_parameter.${name}.insecure_value)`;
const INGRESS_HANDOVER = handover('ingress_parameter_1102256D');

/** Breaks of what brings the pods behind a central tenant's NLB. */
export const BINDING_MUTANTS: readonly Mutant[] = [
  mutant(
    'nothing in the cluster may register pods',
    (world) => world.remove('payments-cluster', 'aws_iam_role_policy'),
    'binding-no-right',
    'binding',
    `${INGRESS}: ${PODS}.`,
    'no role for pods of the cluster may register targets in acme-payments-pods',
  ),
  mutant(
    'the addons bind no Service',
    (world) => world.remove(ADDONS, 'helm_release', BINDING),
    'binding-missing',
    'binding',
    `${ADDONS}: TargetGroupBinding`,
    'the addons stack binds no Service to acme-payments-pods',
  ),
  mutant(
    "the binding registers pods in another tenant's target group",
    (world) => {
      world.body(ADDONS, 'data.aws_ssm_parameter', 'ingress').name = '/acme/tenant/storefront/ingress';
      world.stack(ADDONS).provider.aws[0].allowed_account_ids = ['333333333333'];
      for (const name of ['cluster', 'networking']) {
        world.body(ADDONS, 'data.aws_ssm_parameter', name).name = `/acme/tenant/storefront/${name}`;
      }
    },
    'binding-target-group',
    'binding',
    AT_BINDING,
    'the TargetGroupBinding registers pods in storefront-ingress/aws_lb_target_group.nlb_pods_3A344759; the NLB sends to acme-payments-pods',
  ),
  mutant(
    'the binding names a target group by a written ARN',
    (world) => world.values(ADDONS, BINDING, `${INGRESS_HANDOVER}.targetGroupArn`, '"arn:aws:elasticloadbalancing:x"'),
    'binding-target-group',
    'binding',
    AT_BINDING,
    'the TargetGroupBinding registers pods in arn:aws:elasticloadbalancing:x; the NLB sends to acme-payments-pods',
  ),
  mutant(
    'two bindings fight over one target group',
    (world) => world.add(ADDONS, 'helm_release', 'second', { ...world.body(ADDONS, 'helm_release', BINDING) }),
    'binding-twice',
    'binding',
    `${ADDONS}: helm_release.second`,
    'several TargetGroupBindings register pods in acme-payments-pods; each would take out the pods of the others',
  ),
  mutant(
    'the binding registers nodes',
    (world) => world.values(ADDONS, BINDING, '"targetType" = "ip"', '"targetType" = "instance"'),
    'binding-type',
    'binding',
    AT_BINDING,
    'the TargetGroupBinding registers instance; the target group takes ip',
  ),
  mutant(
    'the binding opens nothing to the NLB',
    (world) => world.values(ADDONS, BINDING, '"networking" =', '"network" ='),
    'binding-closed',
    'binding',
    AT_BINDING,
    'the TargetGroupBinding opens nothing; the security group of the pods keeps the NLB out',
  ),
  mutant(
    'the binding opens another port',
    (world) => world.values(ADDONS, BINDING, '"port" = 8080', '"port" = 8443'),
    'binding-port',
    'binding',
    AT_BINDING,
    'the TargetGroupBinding opens port 8443 to the NLB; the target group sends to 8080',
  ),
  mutant(
    'the binding lets another security group in',
    (world) => world.values(ADDONS, BINDING, `${INGRESS_HANDOVER}.nlbSecurityGroupId`, '"sg-1"'),
    'binding-source',
    'binding',
    AT_BINDING,
    `the TargetGroupBinding lets sg-1 in; the NLB has ${INGRESS}/aws_security_group.nlb_security-group_C42295BE`,
  ),
  mutant(
    'the binding names no Service',
    (world) => world.values(ADDONS, BINDING, '"serviceRef" =', '"service" ='),
    'binding-service',
    'binding',
    AT_BINDING,
    'the TargetGroupBinding names no Service with a port',
  ),
  mutant(
    'the ingress controller is not installed',
    (world) => world.remove(ADDONS, 'helm_release', CONTROLLER),
    'binding-controller-missing',
    'binding',
    AT_BINDING,
    'the addons stack of payments installs no ingress controller that the proof knows',
  ),
  mutant(
    "the binding names the other controller's Service",
    (world) => world.values(ADDONS, BINDING, '"name" = "envoy"', '"name" = "ingress-nginx-controller"'),
    'binding-other-service',
    'binding',
    AT_BINDING,
    'the TargetGroupBinding names the Service projectcontour/ingress-nginx-controller; the ingress controller has projectcontour/envoy',
  ),
  mutant(
    'the binding takes the TLS port of the Service for a plain target group',
    (world) => world.values(ADDONS, BINDING, '"port" = "http"', '"port" = "https"'),
    'binding-service-port',
    'binding',
    AT_BINDING,
    'port https of the Service leads to 8443 of the pods; the target group sends to 8080',
  ),
  mutant(
    'the ingress controller opens another port than the target group has',
    (world) => world.values(ADDONS, CONTROLLER, '"http" = 8080', '"http" = 80'),
    'binding-service-port',
    'binding',
    AT_BINDING,
    'port http of the Service leads to 80 of the pods; the target group sends to 8080',
  ),
  mutant(
    'the NLB speaks TLS to pods that take plain HTTP',
    (world) => {
      world.body(INGRESS, PODS).protocol = 'TLS';
    },
    'binding-tls',
    'binding',
    AT_BINDING,
    'the target group speaks TLS to the port 8080 of the pods, which takes TCP',
  ),
  mutant(
    'pods end TLS without a certificate for the NLB',
    (world) => {
      Object.assign(world.body(INGRESS, PODS), { protocol: 'TLS', port: 8443 });
      const egress = world.body(INGRESS, 'aws_vpc_security_group_egress_rule');
      Object.assign(egress, { from_port: 8443, to_port: 8443 });
      world.values(ADDONS, BINDING, '"port" = "http"', '"port" = "https"');
      world.values(ADDONS, BINDING, '"port" = 8080', '"port" = 8443');
    },
    'binding-no-certificate',
    'binding',
    AT_CONTROLLER,
    'the target group speaks TLS, and the ingress controller has no certificate for a client that names no host',
  ),
  mutant(
    'Envoy expects the proxy protocol that the NLB does not send',
    (world) => world.values(ADDONS, CONTROLLER, '"extraArgs" = []', '"extraArgs" = ["--use-proxy-protocol"]'),
    'binding-proxy-protocol',
    'binding',
    AT_CONTROLLER,
    'the ingress controller expects the proxy protocol; acme-payments-pods does not send it',
  ),
  mutant(
    'Envoy believes what clients write into X-Forwarded-For',
    (world) => world.values(ADDONS, CONTROLLER, '"num-trusted-hops" = 1', '"num-trusted-hops" = 2'),
    'binding-trusted-hops',
    'binding',
    AT_CONTROLLER,
    'the ingress controller believes 2 proxies before it; there is one, the ALB',
  ),
];
