import { z } from 'zod';
import { DEFAULT_QUOTAS } from './aws-values';
import { choice, described, flag, integer, section, text } from './field-types';
import { findingMessage } from './finding';
import { availabilityZoneIds, dnsName, logRetentionDays } from './text-fields';
import { subnetsByAz, vpcCidr } from './vpc-fields';

/** A quota: AWS grants more than its default, never less. */
function quota(key: Exclude<keyof typeof DEFAULT_QUOTAS, 'targetGroups'>, most: number) {
  return integer(DEFAULT_QUOTAS[key], most, `State what AWS has granted, or remove the key for the default`).default(
    DEFAULT_QUOTAS[key],
  );
}

const targetGroups = z
  .literal(
    DEFAULT_QUOTAS.targetGroups,
    findingMessage({
      what: 'is a hard limit of AWS, which is never raised',
      expected: `${DEFAULT_QUOTAS.targetGroups}`,
      fix: 'Remove the key, and add a further internet VPC for more tenants',
    }),
  )
  .default(DEFAULT_QUOTAS.targetGroups);

const alarmTopicArn = text(/^arn:aws:sns:[a-z0-9-]+:\d{12}:[\w-]{1,256}$/, {
  expected: 'the ARN of a standard SNS topic',
  fix: 'Write it like arn:aws:sns:eu-central-1:111111111111:alarms',
});

/** Schema of `internet-vpc.yaml`. */
export const internetVpcSchema = section({
  cidr: described(vpcCidr(), 'Block of the VPC, /16 to /20.'),
  availabilityZoneIds: described(availabilityZoneIds(), 'Three AZ ids, in the order the subnets are cut.'),
  endpointSubnets: described(subnetsByAz(), 'Private subnets for interface endpoints, by AZ id.'),
  publicSubnets: described(subnetsByAz(), 'Public subnets for the ALB, by AZ id.'),
  domain: described(dnsName(), 'Domain whose wildcard certificate the ALB serves.'),
  hostedZone: described(choice(['create', 'lookup']), 'Whether the public hosted zone is created here or exists.'),
  waf: described(
    section({
      rateLimit: described(
        integer(10, 2_000_000_000, 'Write a number like 2000').default(2000),
        'Requests per client IP in five minutes before the rate rule blocks.',
      ),
    }).prefault({}),
    'Web application firewall of the ALB.',
  ),
  logRetentionDays: described(logRetentionDays(), 'Days that access, connection, flow and WAF logs are kept.'),
  deletionProtection: described(flag().default(true), 'Whether the ALB refuses deletion.'),
  alarmTopicArn: described(alarmTopicArn.optional(), 'SNS topic that alarms notify.'),
  quotas: described(
    section({
      interfaceEndpoints: described(quota('interfaceEndpoints', 100_000), 'Interface endpoints per VPC.'),
      targetGroups: described(targetGroups, 'Target groups per ALB; AWS never raises it.'),
      listenerRules: described(quota('listenerRules', 100_000), 'Listener rules per ALB.'),
      certificates: described(quota('certificates', 100_000), 'Certificates per ALB beside the wildcard.'),
    }).prefault({}),
    'Service quotas that AWS has raised for this account.',
  ),
});

/** What an `internet-vpc.yaml` says once it fits {@link internetVpcSchema}. */
export type InternetVpcFile = z.output<typeof internetVpcSchema>;
