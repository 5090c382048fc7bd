import { z } from 'zod';
import { directExposureSchema } from './direct-exposure-schema';
import { described, formOf, integer, listOf, report, section, text } from './field-types';
import { findingMessage } from './finding';
import { HOSTS_PER_RULE, MAX_SLOT, RULES_PER_SLOT } from './host-rules';
import { dnsName, NAME_PATTERN, NAME_RULE } from './text-fields';

const certificateArn = text(/^arn:aws:acm:[a-z0-9-]+:\d{12}:certificate\/[0-9a-f-]{36}$/, {
  expected: 'the ARN of an ACM certificate',
  fix: 'Copy it from ACM in the central account',
});

const hostWithCertificate = section({
  name: described(dnsName(), 'The DNS name.'),
  hostedZone: described(
    dnsName().optional(),
    'Public hosted zone of the central account in which a certificate is validated and the record is written.',
  ),
  certificateArn: described(certificateArn.optional(), 'ARN of a certificate that exists in the central account.'),
}).superRefine(({ hostedZone, certificateArn: arn }, context) => {
  if (!hostedZone || !arn) return;
  const what = 'has both a hostedZone and a certificateArn';
  report(context, { what, expected: 'one of the two', fix: 'Remove one: the ARN takes an existing certificate' });
});

const HOST_RULE = {
  expected: 'a DNS name, or a mapping with name and hostedZone or certificateArn',
  fix: 'Write it like payments.apps.example.com',
};

const MOST_HOSTS = RULES_PER_SLOT * HOSTS_PER_RULE;

const hosts = listOf(z.union([dnsName(), hostWithCertificate], findingMessage(HOST_RULE)), 1, MOST_HOSTS, {
  expected: `a list of 1 to ${MOST_HOSTS} hosts`,
  fix: 'List the DNS names that the tenant serves',
});

const healthCheckPath = text(/^\/[\w\-.~!$&'()*+,;=:@%/?]{0,1023}$/, {
  expected: 'a path that begins with /',
  fix: 'Write it like /healthz',
});

/** Schema of `exposure` through the central ALB. */
export const centralExposureSchema = section({
  type: z.literal('central'),
  internetVpc: described(text(NAME_PATTERN, { ...NAME_RULE, fix: 'Name a folder of internet-vpcs' }), 'Internet VPC.'),
  slot: described(
    integer(0, MAX_SLOT, 'Take a number that no other tenant of the internet VPC has'),
    'Small number, unique in the internet VPC and never moved.',
  ),
  hosts: described(hosts, 'DNS names that the tenant serves.'),
  healthCheckPath: described(healthCheckPath.default('/'), "Path that the ALB's health check asks for."),
});

const EXPOSURE_TYPES = ['central', 'direct'] as const;

/** Schema of `exposure`: how a tenant is reached from the internet. */
export const exposureSchema = z.discriminatedUnion(
  'type',
  [centralExposureSchema, directExposureSchema],
  formOf(EXPOSURE_TYPES, 'Choose a known type of exposure'),
);

/** What `exposure` says once it fits {@link centralExposureSchema}. */
export type CentralExposureFile = z.output<typeof centralExposureSchema>;
/** What `exposure` says once it fits {@link directExposureSchema}. */
export type DirectExposureFile = z.output<typeof directExposureSchema>;
/** One item of `exposure.hosts`. */
export type HostFile = CentralExposureFile['hosts'][number];
