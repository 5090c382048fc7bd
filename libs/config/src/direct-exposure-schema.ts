import { z } from 'zod';
import { cidr, described, flag, integer, listOf, report, section, text } from './field-types';
import { subnetsByAz } from './vpc-fields';
import { dnsName } from './text-fields';

/** Listeners of one NLB. @source ELB quotas: listeners per Network Load Balancer, default 50 */
const MOST_PORTS = 50;
/** Hosts of one tenant, as many as a central one can have. */
const MOST_HOSTS = 100;

const PORT_RULE = {
  expected: `a list of 1 to ${MOST_PORTS} ports`,
  fix: 'List the ports on which the NLB listens, e.g. 443',
};

const certificate = text(/^(?:requested|none|arn:aws:acm:[a-z0-9-]+:\d{12}:certificate\/[0-9a-f-]{36})$/, {
  expected: 'requested, none or the ARN of an ACM certificate',
  fix: "Leave it out to have one requested, or copy the ARN from ACM in the tenant's account",
});

function port() {
  return integer(1, 65_535, 'Write a port like 443');
}

/** Numbers that occur again in a list; texts are {@link listOf}'s own business. */
function ports(min: number) {
  return listOf(port(), min, MOST_PORTS, PORT_RULE).superRefine((values, context) => {
    values.forEach((value, index) => {
      if (values.indexOf(value) === index) return;
      report(context, { what: 'is listed twice', expected: 'each port once', fix: 'Remove one of the two' }, [index]);
    });
  });
}

const allowedCidrs = listOf(cidr(0, 32, 'Write a block like 203.0.113.0/24'), 1, 40, {
  expected: 'a list of 1 to 40 IPv4 blocks',
  fix: 'Leave the key out to let everybody connect',
}).prefault(['0.0.0.0/0']);

/** Schema of `exposure` through an NLB of the tenant's own. */
export const directExposureSchema = section({
  type: z.literal('direct'),
  hostedZone: described(dnsName(), 'Public hosted zone of the central account that holds the hosts.'),
  hosts: described(
    listOf(dnsName(), 1, MOST_HOSTS, {
      expected: `a list of 1 to ${MOST_HOSTS} hosts`,
      fix: 'List the DNS names that the tenant serves',
    }),
    'DNS names that the tenant serves, inside the hosted zone.',
  ),
  certificate: described(
    certificate.default('requested'),
    "Certificate of the NLB: requested, the ARN of one in the tenant's account, or none.",
  ),
  ports: described(ports(1).default([443]), 'Ports on which the NLB listens.'),
  sslPorts: described(ports(0).default([443]), 'Those of the ports on which the NLB ends TLS.'),
  publicSubnets: described(subnetsByAz(), 'Public subnets for the NLB, by AZ id.'),
  allowedCidrs: described(allowedCidrs, 'Who may connect; by default everybody.'),
  crossZone: described(flag().default(true), 'Whether the NLB sends requests to pods of other AZs too.'),
});
