import { PLATFORM } from '../sample-files';
import type { MalformedRow } from './row';

/** What can be wrong with the facts in `platform.yaml`. */
export const PLATFORM_ROWS: readonly MalformedRow[] = [
  {
    rejects: 'a missing name prefix',
    change: { [PLATFORM]: ['namePrefix: acme\n', ''] },
    says: 'platform.yaml: namePrefix: is missing; got nothing; expected 2 to 12 lower-case letters, digits and single hyphens, beginning with a letter. Choose a short word such as acme.',
  },
  {
    rejects: 'a name prefix of one letter',
    change: { [PLATFORM]: ['namePrefix: acme', 'namePrefix: a'] },
    says: 'platform.yaml: namePrefix: is not valid; got "a"; expected 2 to 12 lower-case letters, digits and single hyphens, beginning with a letter. Choose a short word such as acme.',
  },
  {
    rejects: 'a name prefix of thirteen letters',
    change: { [PLATFORM]: ['namePrefix: acme', 'namePrefix: acme-platform'] },
    says: 'platform.yaml: namePrefix: is not valid; got "acme-platform"; expected 2 to 12 lower-case letters, digits and single hyphens, beginning with a letter. Choose a short word such as acme.',
  },
  {
    rejects: 'a name prefix in upper case',
    change: { [PLATFORM]: ['namePrefix: acme', 'namePrefix: Acme'] },
    says: 'platform.yaml: namePrefix: is not valid; got "Acme"; expected 2 to 12 lower-case letters, digits and single hyphens, beginning with a letter. Choose a short word such as acme.',
  },
  {
    rejects: 'a name prefix with two hyphens in a row',
    change: { [PLATFORM]: ['namePrefix: acme', 'namePrefix: ac--me'] },
    says: 'platform.yaml: namePrefix: is not valid; got "ac--me"; expected 2 to 12 lower-case letters, digits and single hyphens, beginning with a letter. Choose a short word such as acme.',
  },
  {
    rejects: 'a name prefix that AWS keeps',
    change: { [PLATFORM]: ['namePrefix: acme', 'namePrefix: awsome'] },
    says: 'platform.yaml: namePrefix: begins with aws, which AWS keeps for itself; got "awsome"; expected 2 to 12 lower-case letters, digits and single hyphens, beginning with a letter. Choose a short word such as acme.',
  },
  ...(
    [
      ['ssm-acme', 'ssm, which Systems Manager'],
      ['internal', 'internal, which Elastic Load Balancing'],
      ['internal-web', 'internal, which Elastic Load Balancing'],
      ['sg', 'sg, which EC2'],
      ['sg-acme', 'sg, which EC2'],
    ] as const
  ).map(([prefix, keeper]): MalformedRow => ({
    rejects: `the name prefix ${prefix}`,
    change: { [PLATFORM]: ['namePrefix: acme', `namePrefix: ${prefix}`] },
    says: `platform.yaml: namePrefix: begins with ${keeper} keeps for itself; got "${prefix}"; expected 2 to 12 lower-case letters, digits and single hyphens, beginning with a letter. Choose a short word such as acme.`,
  })),
  {
    rejects: 'a name prefix that YAML reads as a boolean',
    change: { [PLATFORM]: ['namePrefix: acme', 'namePrefix: true'] },
    says: `platform.yaml: namePrefix: is read by YAML as true or false; got true; expected 2 to 12 lower-case letters, digits and single hyphens, beginning with a letter. Put it in quotes: 'true'.`,
  },
  {
    rejects: 'an empty name prefix',
    change: { [PLATFORM]: ['namePrefix: acme', 'namePrefix: '] },
    says: 'platform.yaml: namePrefix: is empty; got nothing; expected 2 to 12 lower-case letters, digits and single hyphens, beginning with a letter. Choose a short word such as acme.',
  },
  {
    rejects: 'a region by its name',
    change: { [PLATFORM]: ['eu-central-1', 'Frankfurt'] },
    says: 'platform.yaml: region: is not valid; got "Frankfurt"; expected an AWS region like eu-central-1. Write its code, not its name.',
  },
  {
    rejects: 'a region of another partition',
    change: { [PLATFORM]: ['eu-central-1', 'cn-north-1'] },
    says: 'platform.yaml: region: lies outside the partition aws, which the ARNs of the stacks name; got "cn-north-1"; expected an AWS region like eu-central-1. Choose a commercial region.',
  },
  {
    rejects: 'a central account id without quotes',
    change: { [PLATFORM]: [`'111111111111'`, '111111111111'] },
    says: `platform.yaml: centralAccountId: is read by YAML as a number; got 111111111111; expected an AWS account id of twelve digits in quotes. Put it in quotes: '111111111111'.`,
  },
  {
    rejects: 'a central account id with a leading zero and without quotes',
    change: { [PLATFORM]: [`'111111111111'`, '012345678901'] },
    says: `platform.yaml: centralAccountId: is read by YAML as a number; got 012345678901; expected an AWS account id of twelve digits in quotes. Put it in quotes: '012345678901'.`,
  },
  {
    rejects: 'a central account id of eleven digits',
    change: { [PLATFORM]: [`'111111111111'`, `'11111111111'`] },
    says: `platform.yaml: centralAccountId: is not valid; got "11111111111"; expected an AWS account id of twelve digits in quotes. Write it like '111111111111'.`,
  },
  {
    rejects: 'no deployer principal',
    change: {
      [PLATFORM]: ['deployerPrincipals:\n  - arn:aws:iam::111111111111:role/platform-ci', 'deployerPrincipals: []'],
    },
    says: 'platform.yaml: deployerPrincipals: is not valid; got an empty list; expected a list of 1 to 50 ARNs of IAM roles or users. Name who may assume the deployer roles, e.g. arn:aws:iam::111111111111:role/platform-ci.',
  },
  {
    rejects: 'a deployer principal that is everybody',
    change: { [PLATFORM]: ['- arn:aws:iam::111111111111:role/platform-ci', `- '*'`] },
    says: 'platform.yaml: deployerPrincipals[0]: has a wildcard, which opens it to principals nobody has named; got "*"; expected the exact ARN of an IAM role or user. Write it like arn:aws:iam::111111111111:role/platform-ci.',
  },
  {
    rejects: 'a deployer principal with a wildcard',
    change: { [PLATFORM]: ['- arn:aws:iam::111111111111:role/platform-ci', '- arn:aws:iam::111111111111:role/*'] },
    says: 'platform.yaml: deployerPrincipals[0]: has a wildcard, which opens it to principals nobody has named; got "arn:aws:iam::111111111111:role/*"; expected the exact ARN of an IAM role or user. Write it like arn:aws:iam::111111111111:role/platform-ci.',
  },
  {
    rejects: 'a deployer principal that is a whole account',
    change: { [PLATFORM]: ['- arn:aws:iam::111111111111:role/platform-ci', '- arn:aws:iam::111111111111:root'] },
    says: 'platform.yaml: deployerPrincipals[0]: is a whole account; got "arn:aws:iam::111111111111:root"; expected the exact ARN of an IAM role or user. Name the role or user of that account that is meant.',
  },
  {
    rejects: 'a deployer principal that is an account id',
    change: { [PLATFORM]: ['- arn:aws:iam::111111111111:role/platform-ci', `- '111111111111'`] },
    says: 'platform.yaml: deployerPrincipals[0]: is a whole account; got "111111111111"; expected the exact ARN of an IAM role or user. Name the role or user of that account that is meant.',
  },
  {
    rejects: 'a deployer principal that is a session',
    change: {
      [PLATFORM]: [
        '- arn:aws:iam::111111111111:role/platform-ci',
        '- arn:aws:sts::111111111111:assumed-role/platform-ci/me',
      ],
    },
    says: 'platform.yaml: deployerPrincipals[0]: is the session of a role, which ends; got "arn:aws:sts::111111111111:assumed-role/platform-ci/me"; expected the exact ARN of an IAM role or user. Name the role itself, arn:aws:iam::<account>:role/<path and name>.',
  },
  {
    rejects: 'a deployer principal that is a group',
    change: {
      [PLATFORM]: ['- arn:aws:iam::111111111111:role/platform-ci', '- arn:aws:iam::111111111111:group/admins'],
    },
    says: 'platform.yaml: deployerPrincipals[0]: is not valid; got "arn:aws:iam::111111111111:group/admins"; expected the exact ARN of an IAM role or user. Write it like arn:aws:iam::111111111111:role/platform-ci.',
  },
  {
    rejects: 'a deployer principal listed twice',
    change: {
      [PLATFORM]: [
        '- arn:aws:iam::111111111111:role/platform-ci',
        '- arn:aws:iam::111111111111:role/platform-ci\n  - arn:aws:iam::111111111111:role/platform-ci',
      ],
    },
    says: 'platform.yaml: deployerPrincipals[1]: is listed twice; got "arn:aws:iam::111111111111:role/platform-ci"; expected each value once. Remove one of the two.',
  },
  {
    rejects: 'deployer principals as one text',
    change: { [PLATFORM]: ['deployerPrincipals:\n  - arn', 'deployerPrincipals: arn'] },
    says: 'platform.yaml: deployerPrincipals: is no list; got "arn:aws:iam::111111111111:role/platform-ci"; expected a list of 1 to 50 ARNs of IAM roles or users. Name who may assume the deployer roles, e.g. arn:aws:iam::111111111111:role/platform-ci.',
  },
];
