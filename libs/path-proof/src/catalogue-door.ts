import type { CatalogueEntry } from './catalogue';

/** What can be wrong from the name to the listener. */
export const DOOR_FINDINGS = {
  'connection-missing': {
    hop: 'record',
    wrong: '{tenant} has no host: no rule and no record of its connection leads to it',
    fix: 'Synthesize {tenant} whole, with its connection stack.',
  },
  'record-missing': {
    hop: 'record',
    wrong: '{host} has a rule but no alias record',
    fix: 'Add an A alias record for {host} to the connection of {tenant}.',
  },
  'record-twice': {
    hop: 'record',
    wrong: '{host} has {count} records: {records}',
    fix: 'Leave one; Route 53 takes one record of a name and type.',
  },
  'record-foreign': {
    hop: 'record',
    wrong: 'the record of {host} is kept by {stack}',
    fix: 'Let one tenant have {host}; take it out of the other file.',
  },
  'record-outside-zone': {
    hop: 'record',
    wrong: '{host} does not lie in the zone {zone}',
    fix: 'Write the record into the zone that ends the name.',
  },
  'record-zone-unknown': {
    hop: 'record',
    wrong: 'the hosted zone of {host} does not resolve to a zone',
    fix: 'Read the zone from the hand-over of the internet VPC, or look it up.',
  },
  'record-type': {
    hop: 'record',
    wrong: 'the record of {host} has type {type}; expected an A alias',
    fix: 'Make it an alias of type A to the ALB.',
  },
  'record-no-alias': {
    hop: 'record',
    wrong: 'the record of {host} is no alias of a load balancer',
    fix: 'Point the alias at the dns_name of the ALB, from its hand-over.',
  },
  'record-alias-zone': {
    hop: 'record',
    wrong: 'the alias of {host} names {loadBalancer}, but the zone id of another',
    fix: 'Take name and zone_id from the same load balancer.',
  },
  'alb-kind': {
    hop: 'alb',
    wrong: '{host} leads to {label}, which is a {kind} load balancer; expected an application load balancer',
    fix: 'Point the record at the ALB of the internet VPC.',
  },
  'alb-internal': {
    hop: 'alb',
    wrong: '{label} is internal; clients on the internet cannot reach it',
    fix: 'Set internal = false.',
  },
  'alb-zones': {
    hop: 'alb',
    wrong: '{label} has subnets in {count} zone(s); expected two or more',
    fix: 'Give it one public subnet per AZ id.',
  },
  'alb-no-way-in': {
    hop: 'alb',
    wrong: 'the subnet {subnet} of {label} has no route 0.0.0.0/0 to an internet gateway of its VPC',
    fix: 'Associate the public route table, with its route to the internet gateway.',
  },
  'alb-port-closed': {
    hop: 'alb',
    wrong: 'no security group of {label} lets TCP {port} in from 0.0.0.0/0',
    fix: 'Add the ingress rule for {port} to the security group of the ALB.',
  },
  'alb-too-open': {
    hop: 'alb',
    wrong: '{label} takes {rule}; expected TCP 443 and 80 and nothing else',
    fix: 'Remove the rule.',
  },
  'alb-headers': {
    hop: 'alb',
    wrong: '{label} passes invalid header fields on',
    fix: 'Set drop_invalid_header_fields = true.',
  },
  'alb-client-address': {
    hop: 'alb',
    wrong: '{label} handles X-Forwarded-For by {mode}; the tenant trusts the last entry, which must be the client',
    fix: 'Set xff_header_processing_mode = append.',
  },
  'alb-not-logging': {
    hop: 'alb',
    wrong: '{label} writes no access logs',
    fix: 'Enable access_logs to the log bucket of the internet VPC.',
  },
  'alb-connections-not-logged': {
    hop: 'alb',
    wrong: '{label} does not log who connects; a client that fails at TLS leaves no trace',
    fix: 'Enable connection_logs to the log bucket of the internet VPC.',
  },
  'alb-log-key': {
    hop: 'alb',
    wrong: 'the bucket {bucket} of the logs is encrypted by a key of KMS; load balancers cannot write to it',
    fix: 'Set sse_algorithm = AES256.',
  },
  'alb-log-delivery': {
    hop: 'alb',
    wrong: 'the log bucket {bucket} does not let load balancers write below {prefix}',
    fix: 'Allow s3:PutObject to logdelivery.elasticloadbalancing.amazonaws.com in the bucket policy.',
  },
  'listener-missing': {
    hop: 'listener',
    wrong: '{label} has no listener on port 443; it listens on {listeners}',
    fix: 'Make the listener HTTPS on port 443.',
  },
  'listener-protocol': {
    hop: 'listener',
    wrong: 'the listener on port 443 speaks {protocol}; expected HTTPS',
    fix: 'Set protocol = HTTPS, with a certificate.',
  },
  'listener-tls-policy': {
    hop: 'listener',
    wrong: 'the TLS policy is {policy}; expected one of TLS 1.2 and 1.3 only',
    fix: 'Set ssl_policy = ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09.',
  },
  'listener-certificate-missing': {
    hop: 'listener',
    wrong: 'no certificate of the listener covers {host}; they cover {names}',
    fix: 'Attach a certificate for {host}, or use a host below the domain of the wildcard.',
  },
  'listener-certificate-unknown': {
    hop: 'listener',
    wrong: 'the certificate that {by} names does not resolve to a certificate',
    fix: 'Name the certificate through its validation.',
  },
  'listener-certificate-pending': {
    hop: 'listener',
    wrong: 'the certificate for {host} is used before it is issued: nothing waits for its validation',
    fix: 'Name it through aws_acm_certificate_validation.',
  },
  'listener-certificate-unproven': {
    hop: 'listener',
    wrong: 'no validation record in a zone of its own proves the name {name} of the certificate',
    fix: 'Write the validation record of {name} into its hosted zone and list it in the validation.',
  },
  'listener-default': {
    hop: 'listener',
    wrong: 'the default action is {action}; a host that nobody has must get a fixed 4xx response',
    fix: 'Make the default action a fixed-response 404.',
  },
  'listener-no-redirect': {
    hop: 'listener',
    wrong: 'HTTP on port 80 answers with {action}; expected a redirect to HTTPS on 443',
    fix: 'Make the listener on port 80 redirect to HTTPS.',
  },
  'listener-http-missing': {
    hop: 'listener',
    wrong: '{label} has no listener on port 80; clients that type the name alone get no answer',
    fix: 'Add a listener on port 80 that redirects to HTTPS.',
  },
} as const satisfies Record<string, CatalogueEntry>;
