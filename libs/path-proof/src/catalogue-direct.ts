import type { CatalogueEntry } from './catalogue';

/** What can be wrong on the way to a tenant that has an internet-facing NLB of its own. */
export const DIRECT_FINDINGS = {
  'direct-hosts-missing': {
    hop: 'record',
    wrong: '{tenant} has no host: its dns stack has no record and its certificates no name',
    fix: 'Synthesize {tenant} whole, with its dns and ingress stacks.',
  },
  'direct-record-missing': {
    hop: 'record',
    wrong: 'the certificate of {tenant} names {host}, which has no alias record',
    fix: 'Add an A alias record for {host} to the dns stack of {tenant}.',
  },
  'direct-record-no-alias': {
    hop: 'record',
    wrong: 'the record of {host} is no alias of a load balancer that is looked up by its name',
    fix: 'Point the alias at the dns_name of data.aws_lb with the name of the NLB.',
  },
  'direct-record-account': {
    hop: 'record',
    wrong: 'the NLB of {host} is looked up in account {got}; the tenant has {expected}',
    fix: "Look it up with the tenant's own provider.",
  },
  'nlb-service-missing': {
    hop: 'nlb-service',
    wrong: 'no Service of {tenant} makes a load balancer named {name}; its Services make {names}',
    fix: 'Give the Service and the record the same name of the load balancer.',
  },
  'nlb-service-twice': {
    hop: 'nlb-service',
    wrong: 'several Services of one account make a load balancer named {name}: {services}',
    fix: 'Leave one; a name of a load balancer is unique in an account and region.',
  },
  'nlb-service-type': {
    hop: 'nlb-service',
    wrong: 'the Service {label} has type {type}; expected LoadBalancer',
    fix: 'Set type = LoadBalancer.',
  },
  'nlb-service-class': {
    hop: 'nlb-service',
    wrong: 'the Service {label} is not for the load balancer controller: it has type {type} and class {class}',
    fix: 'Set aws-load-balancer-type = external and load_balancer_class = service.k8s.aws/nlb.',
  },
  'nlb-service-internal': {
    hop: 'nlb-service',
    wrong: 'the NLB of {label} has the scheme {scheme}; clients on the internet cannot reach it',
    fix: 'Set aws-load-balancer-scheme = internet-facing.',
  },
  'nlb-service-targets': {
    hop: 'nlb-service',
    wrong: 'the NLB of {label} has targets of type {type}; nodes open no port for it',
    fix: 'Set aws-load-balancer-nlb-target-type = ip.',
  },
  'nlb-service-open': {
    hop: 'nlb-service',
    wrong: 'the Service {label} states no source; everybody may connect without anyone having said so',
    fix: 'Set load_balancer_source_ranges to allowedCidrs of the tenant.',
  },
  'nlb-service-source': {
    hop: 'nlb-service',
    wrong: 'the Service {label} lets everybody in beside {ranges}, which then limit nothing',
    fix: 'Take 0.0.0.0/0 out of load_balancer_source_ranges, or leave it alone.',
  },
  'nlb-service-annotation': {
    hop: 'nlb-service',
    wrong: 'the annotation {name} of {label} changes its load balancer, and is not understood here',
    fix: 'Remove it, or teach the proof to read it.',
  },
  'nlb-service-no-right': {
    hop: 'nlb-service',
    wrong: 'no role for pods of the cluster may create the load balancer {name}',
    fix: 'Give the load balancer controller a role with elasticloadbalancing:CreateLoadBalancer on that name.',
  },
  'port-none': {
    hop: 'listener-ports',
    wrong: 'the Service {label} has no port',
    fix: 'Give it the ports of the tenant.',
  },
  'port-twice': {
    hop: 'listener-ports',
    wrong: 'the Service {label} has port {port} twice',
    fix: 'Leave one.',
  },
  'port-protocol': {
    hop: 'listener-ports',
    wrong: 'port {port} of {label} speaks {protocol}; expected TCP',
    fix: 'Set protocol = TCP.',
  },
  'port-not-listened': {
    hop: 'listener-ports',
    wrong: 'TLS is asked for on port {port}, where {label} does not listen; it listens on {ports}',
    fix: 'Add {port} to the ports of the Service, or take it out of aws-load-balancer-ssl-ports.',
  },
  'port-tls-policy': {
    hop: 'listener-ports',
    wrong: 'the TLS policy is {policy}; expected one of TLS 1.2 and 1.3 only',
    fix: 'Set aws-load-balancer-ssl-negotiation-policy = ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09.',
  },
  'certificate-missing': {
    hop: 'certificate',
    wrong: 'the Service {label} ends TLS on port {ports} without a certificate',
    fix: 'Name the certificates of the ingress stack in aws-load-balancer-ssl-cert.',
  },
  'certificate-unknown': {
    hop: 'certificate',
    wrong: 'a certificate of {label} does not resolve to a certificate',
    fix: 'Read the certificates from the hand-over of the ingress stack.',
  },
  'certificate-foreign': {
    hop: 'certificate',
    wrong: 'the Service {label} shows a certificate of {stack}; expected one of {expected}',
    fix: 'Read the certificates from the hand-over of {expected}.',
  },
  'certificate-account': {
    hop: 'certificate',
    wrong: 'the certificate {arn} does not lie in the account and region of the NLB, {expected}',
    fix: 'Name a certificate of that account and region.',
  },
  'certificate-pending': {
    hop: 'certificate',
    wrong: 'the certificate for {host} is used before it is issued: nothing waits for its validation',
    fix: 'Hand it over through aws_acm_certificate_validation.',
  },
  'certificate-unproven': {
    hop: 'certificate',
    wrong: 'no validation record in a zone of its own proves the name {name} of the certificate',
    fix: 'Write the validation record of {name} into its hosted zone and list it in the validation.',
  },
  'certificate-host': {
    hop: 'certificate',
    wrong: 'no certificate of {label} covers {host}; they cover {names}',
    fix: 'Request a certificate for {host}.',
  },
  'certificate-names': {
    hop: 'certificate',
    wrong: 'the certificate of {tenant} names {name}, a host of {other}',
    fix: 'Request only hosts of {tenant}.',
  },
  'subnets-none': {
    hop: 'public-subnets',
    wrong: 'the Service {label} names no subnets; the load balancer controller would look for tagged ones',
    fix: 'Name the public subnets in aws-load-balancer-subnets.',
  },
  'subnet-vpc': {
    hop: 'public-subnets',
    wrong: 'the subnet {subnet} lies in another VPC than the nodes of {tenant}',
    fix: "Take the public subnets from the tenant's hand-over.",
  },
  'subnet-no-way-in': {
    hop: 'public-subnets',
    wrong: 'the subnet {subnet} has no route 0.0.0.0/0 to an internet gateway of its VPC',
    fix: 'Associate the public route table, with its route to the internet gateway.',
  },
  'subnet-zone-unknown': {
    hop: 'public-subnets',
    wrong: '{subnet} does not say its AZ by id',
    fix: 'Set availability_zone_id.',
  },
  'subnet-zone-twice': {
    hop: 'public-subnets',
    wrong: 'the NLB has two subnets in {zone}; it takes one per AZ',
    fix: 'Name one public subnet per AZ id.',
  },
  'subnet-zone-missing': {
    hop: 'public-subnets',
    wrong: 'nodes run in {zone}, where the NLB has no subnet; pods there get no request',
    fix: 'Give the NLB a public subnet in {zone}.',
  },
  'subnet-of-nodes': {
    hop: 'public-subnets',
    wrong: 'nodes run in {subnet}, which is open to the internet',
    fix: 'Give the node groups private subnets only.',
  },
  'service-controller-missing': {
    hop: 'pods',
    wrong: 'the addons stack of {tenant} installs no ingress controller that the proof knows',
    fix: 'Install the chart contour or ingress-nginx.',
  },
  'service-namespace': {
    hop: 'pods',
    wrong: 'the Service {label} lies in the namespace {got}; the ingress controller in {expected}',
    fix: 'Put the Service beside the ingress controller.',
  },
  'service-selector': {
    hop: 'pods',
    wrong: 'the Service {label} selects {got}; pods of the ingress controller have {expected}',
    fix: 'Select the labels of the pods that take requests.',
  },
  'service-target-port': {
    hop: 'pods',
    wrong: 'port {port} of {label} leads to {target}, which pods do not open; they open {opened}',
    fix: 'Set target_port to the name of a port of the pods.',
  },
  'service-tls': {
    hop: 'pods',
    wrong: 'port {port} of {label} sends {got} to the port {target} of the pods, which takes {expected}',
    fix: 'Set aws-load-balancer-backend-protocol = ssl where, and only where, pods end TLS.',
  },
  'service-no-certificate': {
    hop: 'pods',
    wrong:
      'the NLB speaks TLS to the pods, and the ingress controller has no certificate for a client that names no host',
    fix: 'Name the secret of inClusterTls in the values of the ingress controller.',
  },
  'service-proxy-protocol': {
    hop: 'pods',
    wrong: 'the NLB {nlb} the proxy protocol; the ingress controller {controller}',
    fix: 'Set proxyProtocolV2 on both sides or on neither.',
  },
  'service-client-address': {
    hop: 'pods',
    wrong: 'the NLB of {label} keeps no client address, and sends no proxy protocol',
    fix: 'Set preserve_client_ip.enabled=true in aws-load-balancer-target-group-attributes.',
  },
  'service-trusted-hops': {
    hop: 'pods',
    wrong: 'the ingress controller believes {got} proxy before it; before a direct NLB there is none',
    fix: 'Believe no X-Forwarded-For of clients: no trusted hop, no forwarded headers.',
  },
  'direct-no-nodes': {
    hop: 'pods',
    wrong: 'no node group of {tenant} has a subnet; there is nothing that could run pods',
    fix: 'Synthesize the cluster stack of {tenant} as well.',
  },
} as const satisfies Record<string, CatalogueEntry>;
