import type { CatalogueEntry } from './catalogue';

/** What can be wrong from the endpoint to the pods. */
export const SERVICE_FINDINGS = {
  'endpoint-kind': {
    hop: 'endpoint',
    wrong: '{label} is a {kind} endpoint; expected Interface',
    fix: 'Set vpc_endpoint_type = Interface.',
  },
  'endpoint-service-unknown': {
    hop: 'endpoint',
    wrong: 'the service_name of {label} does not resolve to an endpoint service',
    fix: 'Read it from the parameter {parameter}.',
  },
  'endpoint-parameter': {
    hop: 'endpoint',
    wrong: 'the service name is read from {got}; {tenant} publishes it as {expected}',
    fix: 'Read the parameter {expected}.',
  },
  'endpoint-parameter-writer': {
    hop: 'endpoint',
    wrong: 'the parameter {parameter} is written by {stack}; expected the ingress of {tenant}',
    fix: 'Let only the ingress stack of {tenant} write it.',
  },
  'endpoint-foreign-service': {
    hop: 'endpoint',
    wrong: 'the endpoint of {tenant} leads to the service of {other}',
    fix: 'Publish the service of {tenant} under its own parameter.',
  },
  'acceptance-required': {
    hop: 'principal',
    wrong: '{label} waits for a person to accept each connection; until then no target is healthy',
    fix: 'Set acceptance_required = false; the allowed principal decides who connects.',
  },
  'principal-anyone': {
    hop: 'principal',
    wrong: '{label} lets every AWS account connect',
    fix: 'Allow {expected} only.',
  },
  'principal-wrong': {
    hop: 'principal',
    wrong: '{label} allows {got}; the endpoint is created by {expected}',
    fix: 'Allow {expected}.',
  },
  'principal-extra': {
    hop: 'principal',
    wrong: '{label} also allows {got}',
    fix: 'Allow {expected} only.',
  },
  'principal-no-role': {
    hop: 'principal',
    wrong: 'no stack creates the role {expected}, which {label} allows',
    fix: 'Allow the role that the central roles stack creates.',
  },
  'zone-unknown': {
    hop: 'zones',
    wrong: '{subnet} does not say its AZ by id; names of AZs differ between accounts',
    fix: 'Set availability_zone_id.',
  },
  'zone-twice': {
    hop: 'zones',
    wrong: '{label} has two subnets in {zone}; an endpoint takes one per AZ',
    fix: 'Give it one subnet per AZ id.',
  },
  'zone-not-served': {
    hop: 'zones',
    wrong: '{label} lies in {zone}, where the NLB has no subnet; it serves {served}',
    fix: 'Use the same AZ ids on both sides.',
  },
  'nlb-missing': {
    hop: 'nlb',
    wrong: '{label} has {count} load balancer(s); expected one NLB of the synthesized stacks',
    fix: 'Name the NLB of the tenant in network_load_balancer_arns.',
  },
  'nlb-kind': {
    hop: 'nlb',
    wrong: '{label} is a {kind} load balancer; an endpoint service needs a network load balancer',
    fix: 'Set load_balancer_type = network.',
  },
  'nlb-public': {
    hop: 'nlb',
    wrong: '{label} is internet-facing; clients would pass by the ALB and its firewall',
    fix: 'Set internal = true.',
  },
  'nlb-account': {
    hop: 'nlb',
    wrong: '{label} lies in account {got}; the tenant has {expected}',
    fix: "Create it with the tenant's own provider.",
  },
  'nlb-one-zone': {
    hop: 'nlb',
    wrong: '{label} sends what arrives in a zone to the pods of that zone only; without one there nobody answers',
    fix: 'Set enable_cross_zone_load_balancing = true.',
  },
  'nlb-enforcement': {
    hop: 'nlb',
    wrong: '{label} applies inbound rules to PrivateLink traffic and has none that lets it in',
    fix: 'Set enforce_security_group_inbound_rules_on_private_link_traffic = off.',
  },
  'nlb-no-group': {
    hop: 'nlb',
    wrong: '{label} has no security group; anything in its VPC reaches it',
    fix: 'Give it a security group without inbound rules; it cannot be added later.',
  },
  'nlb-inbound': {
    hop: 'nlb',
    wrong: '{label} takes {rule}; expected nothing but PrivateLink',
    fix: 'Remove the inbound rule.',
  },
  'nlb-listener-missing': {
    hop: 'nlb-listener',
    wrong: '{label} has no listener on port {port}, where the ALB sends; it listens on {listeners}',
    fix: 'Set the port of the listener to {port}.',
  },
  'nlb-listener-protocol': {
    hop: 'nlb-listener',
    wrong:
      'the listener on port {port} speaks {protocol}; the ALB sends HTTPS without a usable SNI, which TLS must end here',
    fix: 'Set protocol = TLS, with a certificate.',
  },
  'nlb-listener-tls-policy': {
    hop: 'nlb-listener',
    wrong: 'the TLS policy is {policy}; expected one of TLS 1.2 and 1.3 only',
    fix: 'Set ssl_policy = ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09.',
  },
  'nlb-certificate-missing': {
    hop: 'nlb-listener',
    wrong: 'the TLS listener has no certificate',
    fix: 'Name the certificate of the tenant through its validation.',
  },
  'nlb-certificate-pending': {
    hop: 'nlb-listener',
    wrong: 'the certificate is used before it is issued: nothing waits for its validation',
    fix: 'Name it through aws_acm_certificate_validation.',
  },
  'nlb-certificate-unproven': {
    hop: 'nlb-listener',
    wrong: 'no validation record in a zone of its own proves the name {name} of the certificate',
    fix: 'Write the validation record of {name} into its hosted zone and list it in the validation.',
  },
  'nlb-certificate-foreign': {
    hop: 'nlb-listener',
    wrong: 'the certificate of {tenant} names {name}, a host of {other}',
    fix: 'Request only hosts of {tenant}.',
  },
  'nlb-listener-action': {
    hop: 'nlb-listener',
    wrong: 'the listener on port {port} does not forward to one target group',
    fix: 'Forward to the target group of the pods.',
  },
  'pods-protocol': {
    hop: 'pods',
    wrong: '{label} speaks {protocol}; expected TCP or TLS',
    fix: 'Set protocol = TCP, or TLS where pods end it.',
  },
  'pods-type': {
    hop: 'pods',
    wrong: '{label} has targets of type {type}; pods are registered by ip',
    fix: 'Set target_type = ip.',
  },
  'pods-vpc': {
    hop: 'pods',
    wrong: '{label} lies in another VPC than the NLB',
    fix: "Take the VPC from the tenant's networking hand-over.",
  },
  'pods-health-port': {
    hop: 'pods',
    wrong: 'the health check of {label} asks port {port}, which the NLB may not reach; pods listen on {expected}',
    fix: 'Set the port of the health check to traffic-port.',
  },
  'pods-health-protocol': {
    hop: 'pods',
    wrong: 'the health check of {label} speaks {protocol}, which fails with proxy protocol v2',
    fix: 'Set the protocol of the health check to TCP.',
  },
  'pods-health-off': {
    hop: 'pods',
    wrong: 'the health check of {label} is off; it sends to pods that are gone',
    fix: 'Enable it.',
  },
  'pods-health-status': {
    hop: 'pods',
    wrong:
      'the health check of {label} speaks {protocol} and takes {matcher}; an ingress without a default host answers 404 to an address',
    fix: 'Set the protocol of the health check to TCP.',
  },
  'pods-client-address': {
    hop: 'pods',
    wrong: '{label} sends proxy protocol v2; the ingress controller takes plain HTTP',
    fix: 'Set proxy_protocol_v2 = false.',
  },
  'pods-fixed': {
    hop: 'pods',
    wrong: '{label} also sends to {target}, which is no pod that a binding registers',
    fix: 'Remove the attachment.',
  },
  'pods-no-nodes': {
    hop: 'pods',
    wrong: 'no node group has a subnet in the VPC of the NLB; there is nothing that could run pods',
    fix: 'Synthesize the cluster stack of {tenant} as well.',
  },
  'nlb-too-far': {
    hop: 'pods',
    wrong: '{label} may send {rule}; expected TCP {port} within its VPC and nothing else',
    fix: 'Remove the rule.',
  },
  'nlb-egress': {
    hop: 'pods',
    wrong: 'no security group of {label} lets TCP {port} out to the pods in {cidr}',
    fix: "Allow TCP {port} to the tenant's VPC.",
  },
} as const satisfies Record<string, CatalogueEntry>;
