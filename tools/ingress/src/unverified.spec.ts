import type { Hop, Plane, Verdict } from '@central-ingress/verification';
import { unverifiedMessage } from './unverified';

describe('unverifiedMessage', () => {
  const of = (...verdicts: readonly (readonly [Plane, Verdict])[]) =>
    unverifiedMessage({
      tenant: 'payments',
      counts: { ok: 0, warn: 0, fail: 0, skipped: 0 },
      hops: verdicts.map(([plane, verdict]): Hop => ({ plane, name: 'ALB', subject: '', verdict, findings: [] })),
    });

  it.each([
    [[]],
    [[['data', 'skipped']]],
    [
      [
        ['control', 'skipped'],
        ['data', 'skipped'],
      ],
    ],
  ] as const)('says of %j that nothing was looked at', (hops) => {
    expect(of(...hops)).toBe(
      'payments: nothing could be looked at, so it is not verified; expected at least one hop that is not skipped. ' +
        'See to the rights and the network that the hops name.',
    );
  });

  it('says it where the AWS APIs told nothing, whatever clients see', () => {
    expect(of(['control', 'skipped'], ['data', 'ok'])).toMatch(
      /^payments: nothing in the AWS APIs could be looked at,/,
    );
  });

  it.each([
    [
      [
        ['control', 'skipped'],
        ['control', 'warn'],
      ],
    ],
    [
      [
        ['control', 'ok'],
        ['data', 'skipped'],
      ],
    ],
    [
      [
        ['data', 'fail'],
        ['data', 'skipped'],
      ],
    ],
  ] as const)('has nothing to say of %j', (hops) => expect(of(...hops)).toBeUndefined());
});
