import { z } from 'zod';
import { LOG_RETENTION_DAYS } from './aws-values';
import { listOf, text } from './field-types';
import { findingMessage } from './finding';

/** Words that AWS or the stack table has taken, so that no internet VPC and no tenant can have them. */
const TAKEN_NAMES = /^central$/;
/** Shape of the names of internet VPCs, tenants and node groups. */
export const NAME_PATTERN = /^[a-z](?!.*--)[a-z0-9-]{1,18}[a-z0-9]$/;
/** The rule of {@link NAME_PATTERN} in words. */
export const NAME_RULE = {
  expected: '3 to 20 lower-case letters, digits and single hyphens, beginning with a letter',
  fix: 'Choose a short name such as payments',
};

/** Name of an internet VPC or tenant. */
export function ownerName() {
  return text(NAME_PATTERN, NAME_RULE, [
    { when: TAKEN_NAMES, what: 'is the owner of the stack central-roles', fix: 'Choose another name' },
  ]);
}

/** Account id, quoted in YAML. */
export function accountId() {
  return text(/^\d{12}$/, {
    expected: 'an AWS account id of twelve digits in quotes',
    fix: "Write it like '111111111111'",
  });
}

/** The three AZ ids, in the order in which subnets are cut. */
export function availabilityZoneIds() {
  const item = text(
    /^[a-z]{2,4}\d-az\d$/,
    { expected: 'an AZ id like euc1-az1', fix: 'List the ids with aws ec2 describe-availability-zones' },
    [
      {
        when: /^[a-z]{2}-[a-z]+-\d[a-z]$/,
        what: 'is an AZ name, which means another place in each account',
      },
    ],
  );
  return listOf(item, 3, 3, { expected: 'exactly three AZ ids', fix: 'Name three, the same on both sides' });
}

/** Days that logs are kept: a step that CloudWatch Logs knows. */
export function logRetentionDays() {
  const expected = `one of ${LOG_RETENTION_DAYS.join(', ')}`;
  const message = findingMessage({ expected, fix: 'Choose the next larger step' });
  return z.literal([...LOG_RETENTION_DAYS], message).default(365);
}

const HOST_RULE = {
  expected: 'a lower-case DNS name of two labels or more, without a trailing dot',
  fix: 'Write it like payments.apps.example.com',
};

/** A DNS name of two labels or more. */
export function dnsName() {
  return text(/^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/, HOST_RULE, [
    { when: /\/|:/, what: 'is a URL', fix: 'Leave out the scheme, the port and the path' },
    { when: /\*/, what: 'is a wildcard', fix: 'Write each name out, without *' },
    { when: /\.$/, what: 'ends with a dot', fix: 'Remove the dot' },
    { when: /[A-Z]/, what: 'has upper-case letters', fix: 'Write it in lower case' },
  ]);
}

const PRINCIPAL_RULE = {
  expected: 'the exact ARN of an IAM role or user',
  fix: 'Write it like arn:aws:iam::111111111111:role/platform-ci',
};

/** ARN of one IAM role or user; each looser form is refused in its own words. */
export function principalArn() {
  return text(/^arn:aws:iam::\d{12}:(?:role|user)\/(?=.{1,576}$)(?:[\w+=,.@-]+\/)*[\w+=,.@-]{1,64}$/, PRINCIPAL_RULE, [
    { when: /[*?]/, what: 'has a wildcard, which opens it to principals nobody has named' },
    { when: /:root$/, what: 'is a whole account', fix: 'Name the role or user of that account that is meant' },
    { when: /^\d{12}$/, what: 'is a whole account', fix: 'Name the role or user of that account that is meant' },
    {
      when: /^arn:aws:sts::.*:assumed-role\//,
      what: 'is the session of a role, which ends',
      fix: 'Name the role itself, arn:aws:iam::<account>:role/<path and name>',
    },
  ]);
}
