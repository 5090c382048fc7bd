import type { InternetVpcConfig, World } from '@central-ingress/config';
import { exampleDirectTenant, exampleInternetVpc, exampleTenant, exampleWorld } from '@central-ingress/fixtures';
import { planMove } from './plan-move';

const second = (more: Partial<InternetVpcConfig> = {}): InternetVpcConfig => ({
  ...exampleInternetVpc('second'),
  hostedZone: 'lookup',
  ...more,
});
const inSecond = (name: string, slot: number) => {
  const tenant = exampleTenant(name, slot);
  return { ...tenant, exposure: { ...tenant.exposure, internetVpc: 'second' } };
};
const world = (vpc: InternetVpcConfig = second(), ...more: readonly ReturnType<typeof exampleTenant>[]): World => ({
  ...exampleWorld(),
  internetVpcs: [exampleInternetVpc(), vpc],
  tenants: [...exampleWorld().tenants, ...more],
});
const quotas = exampleInternetVpc().quotas;

describe('planMove', () => {
  it('takes the next two free slots: one to stay in, one for the time of the move', () => {
    expect(
      planMove(world(second(), inSecond('reporting', 1), inSecond('search', 3)), exampleTenant(), 'second'),
    ).toEqual({
      from: { internetVpc: 'main', slot: 1 },
      to: { internetVpc: 'second', slot: 2 },
      bridgeSlot: 4,
    });
  });

  it('takes the slot that is asked for', () => {
    expect(planMove(world(), exampleTenant(), 'second', 7)).toMatchObject({ to: { slot: 7 }, bridgeSlot: 1 });
    expect(planMove(world(), exampleTenant(), 'second', 0)).toMatchObject({ to: { slot: 0 }, bridgeSlot: 1 });
  });

  it.each([
    [
      'an unknown internet VPC',
      world(),
      'third',
      undefined,
      '--to third: no internet VPC of this name; expected second.',
    ],
    [
      'its own internet VPC',
      world(),
      'main',
      undefined,
      '--to main: is where payments stands already; expected second.',
    ],
    [
      'other zones',
      world(second({ availabilityZoneIds: ['euc1-az1', 'euc1-az2', 'euc1-az4'] })),
      'second',
      undefined,
      'second: availabilityZoneIds: an endpoint needs its service in the same zones; got euc1-az1, euc1-az2, euc1-az4; ' +
        'expected euc1-az1, euc1-az2, euc1-az3.',
    ],
    [
      'another domain',
      world(second({ domain: 'doors.example.com' })),
      'second',
      undefined,
      'got doors.example.com; expected apps.example.com, with hostedZone: lookup.',
    ],
    [
      'a slot that is taken',
      world(second(), inSecond('reporting', 3)),
      'second',
      3,
      '--slot 3: is taken by reporting in second; expected a free one.',
    ],
    ['a slot above the highest', world(), 'second', 2000, '--slot 2000: expected 0 to 1999.'],
    [
      'an internet VPC with room for one only',
      world(second({ quotas: { ...quotas, interfaceEndpoints: 2 } }), inSecond('reporting', 1)),
      'second',
      undefined,
      'second: interfaceEndpoints: the move needs room for two connections for a while; got 3; expected at most 2.',
    ],
    [
      'a tenant that bears the name of the second connection',
      world(second(), exampleTenant('payments-next', 9)),
      'second',
      undefined,
      'payments-next: a tenant has the name that the second connection of payments would bear; expected none.',
    ],
  ] as const)('rejects %s', (_, at, to, slot, message) => {
    expect(() => planMove(at, exampleTenant(), to, slot)).toThrow(message);
  });

  it('rejects a tenant that stands in no internet VPC', () => {
    expect(() => planMove(world(), exampleDirectTenant(), 'second')).toThrow(
      'partner-api: is exposed directly and stands in no internet VPC; expected exposure.type central.',
    );
  });

  it('gives every reason at once', () => {
    const at = world(second({ domain: 'x.example.com', availabilityZoneIds: ['euc1-az1'] }));
    expect(() => planMove(at, exampleTenant(), 'second', 2000)).toThrow(
      /zones.*\n.*x\.example\.com.*\n--slot 2000.*\nNothing was changed\.$/,
    );
  });
});
