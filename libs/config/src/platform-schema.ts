import { z } from 'zod';
import { REGION } from './aws-values';
import { described, formOf, listOf, report, section, text } from './field-types';
import { findingMessage } from './finding';
import { accountId, principalArn } from './text-fields';

const PREFIX_RULE = {
  expected: '2 to 12 lower-case letters, digits and single hyphens, beginning with a letter',
  fix: 'Choose a short word such as acme',
};

const namePrefix = text(/^[a-z](?!.*--)[a-z0-9-]{0,10}[a-z0-9]$/, PREFIX_RULE, [
  { when: /^aws/, what: 'begins with aws, which AWS keeps for itself' },
  // Parameters below /ssm and names of load balancers and security groups that begin so are refused by their services.
  { when: /^ssm/, what: 'begins with ssm, which Systems Manager keeps for itself' },
  { when: /^internal(-|$)/, what: 'begins with internal, which Elastic Load Balancing keeps for itself' },
  { when: /^sg(-|$)/, what: 'begins with sg, which EC2 keeps for itself' },
]);

const region = text(REGION, { expected: 'an AWS region like eu-central-1', fix: 'Write its code, not its name' }, [
  {
    when: /^(?:cn|us-gov|us-iso|eusc)/,
    what: 'lies outside the partition aws, which the ARNs of the stacks name',
    fix: 'Choose a commercial region',
  },
]);

const deployerPrincipals = listOf(principalArn(), 1, 50, {
  expected: 'a list of 1 to 50 ARNs of IAM roles or users',
  fix: 'Name who may assume the deployer roles, e.g. arn:aws:iam::111111111111:role/platform-ci',
});

const roleName = text(/^[\w+=,.@-]{1,64}$/, {
  expected: 'the name of an IAM role, 1 to 64 characters',
  fix: 'Write the name alone, without path or ARN',
});

const profileName = text(/^[\w.@+/:-]{1,128}$/, {
  expected: 'the name of a profile in the AWS configuration of the operator',
  fix: 'Write it like acme-central',
});

const operatorAccess = z
  .discriminatedUnion(
    'type',
    [
      section({
        type: z.literal('assumeRole'),
        roleName: described(
          roleName.default('OrganizationAccountAccessRole'),
          'Role of each account that the operator assumes.',
        ),
      }),
      section({
        type: z.literal('profile'),
        profiles: described(
          z.record(
            accountId(),
            profileName,
            findingMessage({
              expected: 'a mapping from account id to profile name',
              fix: 'Write one line per account',
            }),
          ),
          'Profile of each account in use, by account id.',
        ),
      }),
    ],
    formOf(['assumeRole', 'profile'], 'Choose how operators reach an account'),
  )
  .default({ type: 'assumeRole', roleName: 'OrganizationAccountAccessRole' });

const chartRegistry = text(/^oci:\/\/[a-z0-9.-]+(?::\d{1,5})?(?:\/[a-z0-9._-]+)*$/, {
  expected: 'an OCI registry, with the path before the names of the charts',
  fix: 'Write it like oci://111111111111.dkr.ecr.eu-central-1.amazonaws.com/charts',
});

const chartFolder = text(/^(?!\/)[^\0]{1,255}$/, {
  expected: "a folder, relative to the world's folder",
  fix: 'Write it like vendor/charts',
});

const charts = z
  .discriminatedUnion(
    'type',
    [
      section({ type: z.literal('repository') }),
      section({
        type: z.literal('oci'),
        registry: described(chartRegistry, 'Registry and path that hold the charts, e.g. oci://registry/charts.'),
      }),
      section({
        type: z.literal('folder'),
        path: described(chartFolder, "Folder of <chart>-<version>.tgz files, relative to the world's folder."),
      }),
    ],
    formOf(['repository', 'oci', 'folder'], 'Choose where Helm charts come from'),
  )
  .default({ type: 'repository' });

/** Most tags of ours: AWS allows 50, the stacks add three. @source Resource Groups Tagging API, tag limits */
const MOST_TAGS = 47;
const RESERVED_TAGS = /^(?:managed-by|stack|name)$/i;

const tagKey = text(
  /^(?!aws:)[\p{L}\p{N} _.:/=+@-]{1,128}$/iu,
  {
    expected: 'a tag key of 1 to 128 letters, digits, spaces or _ . : / = + - @',
    fix: 'Rename the key',
  },
  [
    { when: /^aws:/i, what: 'begins with aws:, which AWS keeps for itself' },
    {
      when: RESERVED_TAGS,
      what: 'is a tag that the stacks set themselves',
      expected: 'a key other than managed-by, stack and Name, in any case',
    },
  ],
);

const tags = z
  .record(
    tagKey,
    text(/^[\p{L}\p{N} _.:/=+@-]{0,256}$/u, {
      expected: 'a tag value of at most 256 letters, digits, spaces or _ . : / = + - @',
      fix: 'Shorten it or leave out the other characters',
    }),
    findingMessage({ expected: 'a mapping from tag key to tag value', fix: 'Write one line per tag' }),
  )
  .superRefine((value, context) => {
    const keys = Object.keys(value);
    if (keys.length > MOST_TAGS) {
      const expected = `at most ${MOST_TAGS} tags, since AWS allows 50 and the stacks add three`;
      report(context, { what: 'has too many tags', expected, fix: 'Remove some' });
    }
    keys.forEach((key, index) => {
      const other = keys.slice(0, index).find((earlier) => earlier.toLowerCase() === key.toLowerCase());
      if (!other) return;
      const what = `differs from the tag ${other} by case only, which IAM takes as the same`;
      report(context, { what, expected: 'keys that differ by more than case', fix: 'Remove one of the two' }, [key]);
    });
  })
  .default({});

/** Schema of `platform.yaml`. */
export const platformSchema = section({
  namePrefix: described(namePrefix, 'First word of every physical name, e.g. acme.'),
  region: described(region, 'AWS region of everything, e.g. eu-central-1.'),
  centralAccountId: described(
    accountId(),
    'Account that owns the internet VPCs, hosted zones and hand-over parameters.',
  ),
  deployerPrincipals: described(deployerPrincipals, 'Who may assume the deployer roles.'),
  operatorAccess: described(operatorAccess, 'How bootstrap and the roles stacks reach an account.'),
  charts: described(charts, 'Where Helm charts come from; the lock file says which.'),
  tags: described(tags, 'Tags on every resource, beside the ones the stacks add.'),
});

/** What `platform.yaml` says once it fits {@link platformSchema}. */
export type PlatformFile = z.output<typeof platformSchema>;
