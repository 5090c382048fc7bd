import type { CatalogueEntry } from './catalogue';

/** What can be wrong beside the path itself. */
export const GUARD_FINDINGS = {
  unresolved: {
    hop: 'model',
    wrong: '{attribute} = {value} cannot be resolved: {reason}',
    fix: 'Synthesize every stack it leads to, or correct the reference.',
  },
  'not-understood': {
    hop: 'model',
    wrong: '{what} may open a way or give a right, and is not understood here',
    fix: 'Remove it, or teach the model to read it; what does neither belongs into HARMLESS_TYPES.',
  },
  'door-rule': {
    hop: 'doors',
    wrong: 'the rule {label} at {at} belongs to no path; connections alone have rules, at HTTPS',
    fix: 'Remove the rule.',
  },
  'door-service': {
    hop: 'doors',
    wrong: 'the endpoint service {label}, open to {principals}, belongs to no path',
    fix: 'Remove it; a tenant has the one endpoint service that its connection uses.',
  },
  'door-balancer': {
    hop: 'doors',
    wrong: '{label} ({kind}) faces the internet and belongs to no path',
    fix: 'Set internal = true, or remove it; from the internet leads the ALB of an internet VPC.',
  },
  'door-record': {
    hop: 'doors',
    wrong: 'the record {name} ({type}) is no host of a tenant and proves no certificate',
    fix: 'Remove the record.',
  },
  'record-account': {
    hop: 'doors',
    wrong: 'the record {label} is written in account {got}; its zone {zone} lies in {expected}',
    fix: 'Write it by the provider of the account of the zone.',
  },
  'door-listener': {
    hop: 'doors',
    wrong: '{balancer} also listens on {at}, which belongs to no path',
    fix: 'Remove the listener.',
  },
  'door-route': {
    hop: 'doors',
    wrong: 'the route table {label} leads to {destination} by {target}; expected the internet gateway only',
    fix: 'Remove the route.',
  },
  'tenant-gateway': {
    hop: 'isolation',
    wrong: '{label} ({type}) connects the VPC of {tenant} to another network',
    fix: 'Remove it; the VPC of a central tenant is reached through its endpoint service only.',
  },
  'tenant-route': {
    hop: 'isolation',
    wrong: 'the VPC of {tenant} has a route to {destination} by {target}',
    fix: 'Remove the route; S3 is reached through its gateway endpoint.',
  },
  'tenant-public-addresses': {
    hop: 'isolation',
    wrong: 'the subnet {label} of {tenant} gives instances public addresses',
    fix: 'Set map_public_ip_on_launch = false.',
  },
  'direct-gateway': {
    hop: 'isolation',
    wrong:
      '{label} ({type}) connects the VPC of {tenant} to another network; a direct tenant has an internet gateway only',
    fix: 'Remove it.',
  },
  'node-route': {
    hop: 'isolation',
    wrong: 'the subnet {subnet} of {tenant}, which is no subnet of the NLB, has a route to {destination} by {target}',
    fix: 'Remove the route; only the public subnets of the NLB reach the internet gateway.',
  },
  'direct-route': {
    hop: 'isolation',
    wrong:
      'the public subnets of {tenant} have a route to {destination} by {target}; expected the internet gateway only',
    fix: 'Remove the route.',
  },
  'foreign-endpoint': {
    hop: 'isolation',
    wrong: 'hosts of {tenant} ({hosts}) reach the endpoint service of {other}',
    fix: 'Attach only addresses of the endpoint of {tenant}.',
  },
  'host-twice': {
    hop: 'isolation',
    wrong: '{host} is also a host of {other}',
    fix: 'Let one tenant have it.',
  },
  'dns-right': {
    hop: 'isolation',
    wrong: '{tenant} may change the DNS names {names}, which are not its own',
    fix: 'Limit the registrar role to validation records of its own hosts.',
  },
  'dns-right-types': {
    hop: 'isolation',
    wrong: '{tenant} may change {types} records of {names}; expected {expected}',
    fix: 'Limit the statement of the registrar role to those names and types.',
  },
  'parameter-right': {
    hop: 'isolation',
    wrong: '{tenant} may write the parameters {parameters}; expected {expected} only',
    fix: 'Limit the registrar role to its own parameter.',
  },
  'registrar-right': {
    hop: 'isolation',
    wrong: '{tenant} may {actions} in the central account; expected its own parameter and records only',
    fix: 'Limit the registrar role to the actions of its duties, each by its name.',
  },
  'aws-endpoint-missing': {
    hop: 'aws-apis',
    wrong: 'the VPC of {tenant} has no endpoint for {service}, which {component} calls',
    fix: 'Add the endpoint for {service} to the networking stack.',
  },
  'aws-api-unreachable': {
    hop: 'aws-apis',
    wrong: '{component} calls {service}, which no endpoint leads to',
    fix: 'Switch it off in the values of the chart.',
  },
  'aws-endpoint-dns': {
    hop: 'aws-apis',
    wrong: 'the endpoint for {service} has private DNS off; {component} would look for it on the internet',
    fix: 'Set private_dns_enabled = true.',
  },
  'aws-endpoint-nowhere': {
    hop: 'aws-apis',
    wrong: 'the endpoint for {service} lies in no subnet; its name leads nowhere',
    fix: 'Set subnet_ids to the private subnets.',
  },
  'aws-endpoint-open': {
    hop: 'aws-apis',
    wrong: 'the endpoint for {service} has no policy; with the keys of another account, data could leave by it',
    fix: 'Give it the policy that lets principals of the own account through.',
  },
  'aws-endpoint-closed': {
    hop: 'aws-apis',
    wrong: 'the endpoint for {service} does not let TCP 443 in from {cidrs}',
    fix: 'Allow TCP 443 from the VPC in its security group.',
  },
  'aws-endpoint-routes': {
    hop: 'aws-apis',
    wrong: 'the gateway endpoint for {service} is not in the route table of {subnet}',
    fix: 'Add the route table of the nodes to route_table_ids.',
  },
  'vpc-dns': {
    hop: 'aws-apis',
    wrong: 'the VPC {label} does not resolve names; private DNS of its endpoints needs it',
    fix: 'Set enable_dns_support and enable_dns_hostnames = true.',
  },
  'subnet-outside': {
    hop: 'network',
    wrong: 'the subnet {label} has {cidr}, which is no block of its VPC {vpc}',
    fix: 'Take a block of the VPC.',
  },
  'subnet-overlap': {
    hop: 'network',
    wrong: 'the subnet {label} has {cidr}, which {other} has with {taken}; AWS refuses the second',
    fix: 'Give each subnet a block of its own.',
  },
  'group-elsewhere': {
    hop: 'network',
    wrong: 'the security group {group} of {user} is not of its VPC; AWS refuses it',
    fix: 'Set vpc_id to the VPC.',
  },
  'open-ingress': {
    hop: 'open-to-world',
    wrong: '{label} takes {rule}',
    fix: 'Only the ALB takes 0.0.0.0/0, on ports 80 and 443; name the source.',
  },
  'open-egress': {
    hop: 'open-to-world',
    wrong: '{label} lets {rule} out',
    fix: 'Name the destination.',
  },
  'default-group-open': {
    hop: 'open-to-world',
    wrong: 'the default security group of the VPC {label} is not closed; what names no group has it',
    fix: 'Add an aws_default_security_group of the VPC, without rules.',
  },
  'principal-star': {
    hop: 'principals',
    wrong: '{attribute} allows {actions} to anyone ({sid})',
    fix: 'Name the principal, or pin the account by a condition.',
  },
  'principal-stranger': {
    hop: 'principals',
    wrong:
      '{attribute} allows {actions} to {principal} ({sid}), which is neither of the account nor a role of the same owner',
    fix: 'Remove the principal.',
  },
  'trust-unknown': {
    hop: 'trust',
    wrong: 'whom {label} trusts is not understood',
    fix: 'Write assume_role_policy as a policy document.',
  },
  'trust-stranger': {
    hop: 'trust',
    wrong: '{label} can be assumed by {principal}, which is neither a deployer nor a role of the same owner',
    fix: 'Trust the deployers of platform.yaml only.',
  },
  'trust-account': {
    hop: 'trust',
    wrong: '{label} can be assumed by everybody in the account {principal}',
    fix: 'Pin the role by a condition on aws:PrincipalArn.',
  },
  'trust-web-identity': {
    hop: 'trust',
    wrong: '{label} can be assumed by any service account of the cluster: {missing} is not pinned',
    fix: 'Add StringEquals on aud and sub of the issuer.',
  },
  'admin-policy': {
    hop: 'rights',
    wrong: '{label} has the policy {policy}',
    fix: 'Give it the actions that its duty needs.',
  },
  'policy-unknown': {
    hop: 'rights',
    wrong: '{label} has the policy {policy}, whose statements are not known here',
    fix: 'Write its statements into a policy of the stack.',
  },
  'admin-statement': {
    hop: 'rights',
    wrong: '{label} may do {actions} on {resources} ({sid})',
    fix: 'Name actions and resources.',
  },
  'boundary-missing': {
    hop: 'rights',
    wrong: '{label} makes roles, or is made beside the deployers, and has {boundary} as its ceiling',
    fix: 'Set permissions_boundary to the policy of the roles stack of its account.',
  },
  'boundary-unknown': {
    hop: 'rights',
    wrong: '{label} has {boundary} as its ceiling, which no stack of its account makes',
    fix: 'Set permissions_boundary to the policy of the roles stack of its account.',
  },
  'boundary-open': {
    hop: 'rights',
    wrong: 'the policy {label} allows everything on every resource ({sid}), so it is no ceiling',
    fix: 'Name the services.',
  },
  'firewall-missing': {
    hop: 'firewall',
    wrong: '{label} has no web ACL',
    fix: 'Associate the web ACL of the internet VPC with the ALB.',
  },
  'firewall-priority': {
    hop: 'firewall',
    wrong: 'the rules {names} of {label} share priority {priority}; AWS refuses it',
    fix: 'Give each rule a priority of its own.',
  },
  'firewall-counts': {
    hop: 'firewall',
    wrong: 'the rule {name} of {label} only counts what it finds',
    fix: 'Set override_action = none, or action = block.',
  },
  'firewall-allows': {
    hop: 'firewall',
    wrong: 'the rule {name} of {label} lets what it finds pass the rules after it',
    fix: 'Remove it, or set action = block.',
  },
  'firewall-no-rate': {
    hop: 'firewall',
    wrong: '{label} has no rate rule',
    fix: 'Add a rate_based_statement per client IP.',
  },
  'firewall-no-groups': {
    hop: 'firewall',
    wrong: '{label} lacks the managed rules {groups}',
    fix: 'Add them.',
  },
  'firewall-no-log': {
    hop: 'firewall',
    wrong: '{label} logs nowhere',
    fix: 'Add a logging configuration to a log group named aws-waf-logs-…',
  },
  'firewall-log-name': {
    hop: 'firewall',
    wrong: '{label} logs to {name}; AWS WAF takes names that start with aws-waf-logs-',
    fix: 'Name the log group aws-waf-logs-…',
  },
  'firewall-log-delivery': {
    hop: 'firewall',
    wrong: 'no policy of CloudWatch lets the logs of {label} into {name}',
    fix: 'Allow logs:PutLogEvents on the log group to delivery.logs.amazonaws.com in a log resource policy.',
  },
  'bucket-plain': {
    hop: 'buckets',
    wrong: '{label} is not encrypted',
    fix: 'Add a server-side encryption configuration.',
  },
  'bucket-public': {
    hop: 'buckets',
    wrong: '{label} does not block public access',
    fix: 'Add a public access block with all four switches.',
  },
} as const satisfies Record<string, CatalogueEntry>;
