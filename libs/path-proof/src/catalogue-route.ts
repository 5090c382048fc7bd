import type { CatalogueEntry } from './catalogue';

/** What can be wrong from the rule to the endpoint. */
export const ROUTE_FINDINGS = {
  'rule-missing': {
    hop: 'rule',
    wrong: 'no rule of {tenant} on the listener takes {host}',
    fix: 'Add {host} to the host_header condition of a rule of {tenant}.',
  },
  'rule-without-host': {
    hop: 'rule',
    wrong: 'the rule {label} has no host_header condition and takes requests of every tenant',
    fix: 'Give it the hosts of its own tenant as host_header.',
  },
  'rule-wildcard': {
    hop: 'rule',
    wrong: 'the rule {label} takes {pattern}, which is more than hosts of its own',
    fix: 'Name each host.',
  },
  'rule-partial': {
    hop: 'rule',
    wrong: 'the rule {label} takes {host} only where {condition} holds as well',
    fix: 'Leave host_header as the only condition.',
  },
  'rule-shadowed': {
    hop: 'rule',
    wrong: 'the rule of {other} with priority {priority} takes requests for {host} first',
    fix: 'Take {host} out of that rule, or out of {tenant}.',
  },
  'rule-priority-taken': {
    hop: 'rule',
    wrong: 'priority {priority} is also that of {other}; AWS refuses the second',
    fix: 'Give each tenant a slot of its own.',
  },
  'rule-priority-missing': {
    hop: 'rule',
    wrong: 'the rule {label} has no priority; AWS would choose one, and another at the next change',
    fix: 'Set the priority of the slot.',
  },
  'rule-action': {
    hop: 'rule',
    wrong: 'the rule {label} does not forward to one target group; it does {action}',
    fix: 'Make its only action forward to the target group of the connection.',
  },
  'target-group-protocol': {
    hop: 'target-group',
    wrong: '{label} speaks {protocol}; expected HTTPS, which the TLS listener behind the endpoint ends',
    fix: 'Set protocol = HTTPS.',
  },
  'target-group-port': {
    hop: 'target-group',
    wrong: '{label} speaks {protocol} on port {port}; the endpoint service listens on {expected}',
    fix: 'Set the port to {expected}.',
  },
  'target-group-type': {
    hop: 'target-group',
    wrong: '{label} has targets of type {type}; endpoint addresses need type ip',
    fix: 'Set target_type = ip.',
  },
  'target-group-vpc': {
    hop: 'target-group',
    wrong: '{label} lies in another VPC than the ALB',
    fix: 'Take the VPC from the hand-over of the internet VPC.',
  },
  'health-check-protocol': {
    hop: 'target-group',
    wrong: 'the health check of {label} speaks {protocol} to a TLS listener; expected HTTPS',
    fix: 'Set the protocol of the health check to HTTPS.',
  },
  'health-check-port': {
    hop: 'target-group',
    wrong: 'the health check of {label} asks port {port}; the targets listen on {expected}',
    fix: 'Set the port of the health check to traffic-port.',
  },
  'health-check-matcher': {
    hop: 'target-group',
    wrong: 'the health check of {label} takes {matcher}; an ingress without a default host answers 404 to an address',
    fix: 'Set matcher = 200-499.',
  },
  'health-check-time': {
    hop: 'target-group',
    wrong:
      'the health check of {label} waits {timeout} seconds for an answer and asks again after {interval}; AWS refuses it',
    fix: 'Set a timeout below the interval.',
  },
  'health-check-off': {
    hop: 'target-group',
    wrong: 'the health check of {label} is off',
    fix: 'Enable it.',
  },
  'attachments-none': {
    hop: 'attachments',
    wrong: '{label} has no targets',
    fix: 'Attach the address of the endpoint in each subnet.',
  },
  'attachment-target': {
    hop: 'attachments',
    wrong: 'the target is {target}; expected the address of the endpoint in a subnet',
    fix: 'Take the address from subnet_configuration of the endpoint, by subnet.',
  },
  'attachment-other-endpoint': {
    hop: 'attachments',
    wrong: 'the target is an address of {endpoint}; the other targets are of {expected}',
    fix: "Take all addresses from the tenant's own endpoint.",
  },
  'attachment-subnet': {
    hop: 'attachments',
    wrong: 'the target is the address of {endpoint} in {subnet}, where it has none',
    fix: 'Take the address by a subnet that the endpoint lies in.',
  },
  'attachment-twice': {
    hop: 'attachments',
    wrong: 'the address in {subnet} is attached twice',
    fix: 'Attach the address of each subnet once.',
  },
  'attachment-missing': {
    hop: 'attachments',
    wrong: 'the address of {endpoint} in {subnet} is not attached',
    fix: 'Attach the address of every subnet.',
  },
  'attachment-port': {
    hop: 'attachments',
    wrong: 'the target takes port {port}; its target group sends to {expected}',
    fix: 'Leave the port out, or set it to {expected}.',
  },
  'alb-egress': {
    hop: 'alb-to-endpoint',
    wrong: 'no security group of {alb} lets TCP {port} out to {endpoint}',
    fix: 'Add the egress rule to the security group of the endpoints.',
  },
  'alb-too-far': {
    hop: 'alb-to-endpoint',
    wrong: '{alb} may send {rule}; expected TCP {port} to the endpoints and nothing else',
    fix: 'Remove the rule.',
  },
  'endpoint-public': {
    hop: 'alb-to-endpoint',
    wrong: 'the subnet {subnet} of the endpoint has a route to {destination}; the local one is enough',
    fix: 'Associate the route table of the endpoints, which has no route.',
  },
  'endpoint-ingress': {
    hop: 'alb-to-endpoint',
    wrong: 'no security group of {endpoint} lets TCP {port} in from {alb}',
    fix: 'Add the ingress rule from the security group of the ALB.',
  },
  'endpoint-too-open': {
    hop: 'alb-to-endpoint',
    wrong: 'the endpoint takes {rule}; expected TCP {port} from the ALB and nothing else',
    fix: 'Remove the rule.',
  },
  'endpoint-vpc': {
    hop: 'alb-to-endpoint',
    wrong: '{endpoint} lies in another VPC than {alb}',
    fix: 'Take VPC and subnets of the endpoint from the hand-over of the internet VPC.',
  },
  'endpoint-route': {
    hop: 'alb-to-endpoint',
    wrong: 'the route to {destination} takes traffic within the VPC {cidr} elsewhere',
    fix: 'Remove the route; the local one is enough.',
  },
} as const satisfies Record<string, CatalogueEntry>;
