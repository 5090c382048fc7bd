import { examplePlatform, exampleTenant } from '@central-ingress/fixtures';
import { isAllowed } from '@central-ingress/iam-policy';
import type { Statement } from '@central-ingress/iam-policy';
import { synthesizeConstruct } from '@central-ingress/testing';
import { SecretsKey } from './secrets-key';

const CLUSTER = 'arn:aws:iam::222222222222:role/acme/acme-payments-eks-cluster-role';
const DEPLOYER = 'arn:aws:iam::222222222222:role/acme/acme-payments-cluster-role';
const ROOT = 'arn:aws:iam::222222222222:root';

const STACK = synthesizeConstruct(
  (scope) =>
    new SecretsKey(scope, 'secrets-key', {
      platform: examplePlatform(),
      tenant: exampleTenant(),
      clusterRoleArn: CLUSTER,
    }),
);
const { Statement: POLICY } = JSON.parse(STACK.at('secrets-key/key').body['policy'] as string) as {
  Statement: Statement[];
};

/** Whether the key policy itself lets a principal do something with the key that nobody has tagged or named yet. */
function mayAtOnce(principal: string, action: string): boolean {
  const named = POLICY.filter(({ Principal }) => Principal?.AWS?.includes(principal));
  return isAllowed(named, { action: `kms:${action}`, resource: 'arn:aws:kms:eu-central-1:222222222222:key/1' });
}

describe('the policy of a SecretsKey', () => {
  it.each(['DescribeKey', 'EnableKeyRotation', 'GetKeyPolicy', 'GetKeyRotationStatus', 'ListResourceTags'])(
    'lets the deployer %s, which the provider does right after it has created the key',
    (action) => expect(mayAtOnce(DEPLOYER, action)).toBe(true),
  );

  it.each(['CreateAlias', 'CreateGrant', 'PutKeyPolicy', 'ScheduleKeyDeletion', 'TagResource'])(
    'lets the deployer %s without a tag or an alias of the key',
    (action) => expect(mayAtOnce(DEPLOYER, action)).toBe(true),
  );

  it('lets the account keep the key, also when the deployer is gone', () => {
    const ways = ['DescribeKey', 'GetKeyPolicy', 'PutKeyPolicy', 'CancelKeyDeletion', 'EnableKey', 'RevokeGrant'];
    expect(ways.filter((action) => !mayAtOnce(ROOT, action))).toEqual([]);
  });

  it('lets the cluster alone encrypt and decrypt', () => {
    const uses = ['Decrypt', 'Encrypt', 'GenerateDataKey', 'ReEncryptFrom'];
    expect(uses.filter((action) => mayAtOnce(CLUSTER, action))).toEqual(['Decrypt', 'Encrypt']);
    expect(uses.filter((action) => mayAtOnce(DEPLOYER, action) || mayAtOnce(ROOT, action))).toEqual([]);
  });

  it('names these three and nobody else', () => {
    expect(POLICY.map(({ Principal }) => Principal)).toEqual([
      { AWS: [ROOT] },
      { AWS: [DEPLOYER] },
      { AWS: [CLUSTER] },
    ]);
  });
});
