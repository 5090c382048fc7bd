import { SSMClient } from '@aws-sdk/client-ssm';
import { awsError, OFFLINE, scriptedClient } from '@central-ingress/testing';
import type { Calls } from '@central-ingress/testing';
import { readHold, removeHold, writeHold } from './tenant-hold';

const platform = { namePrefix: 'acme' };
const hold = { reason: 'offboarding', since: '2026-11-22T01:00:00.000Z', vpcId: 'vpc-1' } as const;
const Name = '/acme/tenant/payments/hold';

describe('readHold', () => {
  it('gives what was written', async () => {
    const ssm = scriptedClient(new SSMClient(OFFLINE), {
      GetParameter: () => ({ Parameter: { Value: JSON.stringify(hold) } }),
    });
    expect(await readHold(ssm, platform, 'payments')).toEqual(hold);
  });

  it('gives nothing where there is none', async () => {
    const ssm = scriptedClient(new SSMClient(OFFLINE), { GetParameter: () => awsError('ParameterNotFound') });
    expect(await readHold(ssm, platform, 'payments')).toBeUndefined();
  });

  it('rejects when it may not be read', async () => {
    await expect(readHold(scriptedClient(new SSMClient(OFFLINE), {}), platform, 'payments')).rejects.toThrow(
      'not authorized to perform: test:GetParameter',
    );
  });
});

describe('writeHold', () => {
  it('writes over what is there, as JSON', async () => {
    const calls: Calls = [];
    await writeHold(
      scriptedClient(new SSMClient(OFFLINE), { PutParameter: () => ({}) }, calls),
      platform,
      'payments',
      hold,
    );
    expect(calls).toEqual([
      ['PutParameter', expect.objectContaining({ Name, Type: 'String', Overwrite: true, Value: JSON.stringify(hold) })],
    ]);
  });
});

describe('removeHold', () => {
  it('removes it, and finds nothing wrong where there is none', async () => {
    const calls: Calls = [];
    const ssm = scriptedClient(new SSMClient(OFFLINE), { DeleteParameter: () => awsError('ParameterNotFound') }, calls);
    await removeHold(ssm, platform, 'payments');
    expect(calls).toEqual([['DeleteParameter', { Name }]]);
  });
});
