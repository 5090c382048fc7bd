import { exampleDirectTenant, exampleInternetVpc, exampleWorld } from '@central-ingress/fixtures';
import { connectedMessage, heldMessage, zoneMessage } from './refusals';

describe('connectedMessage', () => {
  const rule = { tenant: 'payments', kind: 'listener rule', id: 'arn:rule-1' } as const;
  const endpoint = { tenant: 'payments', kind: 'interface endpoint', id: 'vpce-1' } as const;

  it('names each connected tenant once, also one whose file is gone', () => {
    expect(connectedMessage('main', [rule, endpoint, { ...rule, tenant: 'gone' }], ['main'])).toBe(
      'main: tenants are connected: gone, payments; expected none. Offboard them, move them, or disconnect them ' +
        'first: npx ingress disconnect gone payments\nNothing was changed.',
    );
  });

  it('lets tenants pass that are destroyed in the same run, connections first', () => {
    expect(connectedMessage('main', [rule, endpoint], ['main', 'payments'])).toBeUndefined();
  });

  it('lets an internet VPC pass that nobody is connected to', () => {
    expect(connectedMessage('main', [], ['main'])).toBeUndefined();
  });

  it('names what somebody else has made, for it would be gone too', () => {
    expect(connectedMessage('main', [{ kind: 'listener rule', id: 'arn:rule-9' }], ['main', 'payments'])).toBe(
      'main: holds what no tenant of ours has made. Remove it first:\n  listener rule arn:rule-9\nNothing was changed.',
    );
  });
});

describe('zoneMessage', () => {
  const world = { ...exampleWorld(), tenants: [exampleDirectTenant()] };
  const hosts = ['partner-api.apps.example.com'];
  const message = (users: Parameters<typeof zoneMessage>[1], owners: readonly string[] = ['main']) =>
    zoneMessage(exampleInternetVpc(), users, { world, owners });

  it('names the internet VPCs that would lose their zone, and the hosts that nobody would find any more', () => {
    expect(message({ hosts, internetVpcs: ['second'] })).toBe(
      'main: its hosted zone apps.example.com is used by internet VPCs: second; expected none. Destroy them first: ' +
        'npx ingress destroy second\n' +
        'main: its hosted zone apps.example.com answers for: partner-api.apps.example.com; expected no host. ' +
        'Disconnect the tenants, or remove the records, first.\nNothing was changed.',
    );
  });

  it('lets those pass that are destroyed in the same run', () => {
    expect(message({ hosts, internetVpcs: ['second'] }, ['main', 'second', 'partner-api'])).toBeUndefined();
  });

  it('has nothing to say of a zone that nobody needs', () => {
    expect(message({ hosts: [], internetVpcs: [] })).toBeUndefined();
  });
});

describe('heldMessage', () => {
  const since = '2026-11-22T01:00:00.000Z';
  const offboarding = new Map([['payments', { reason: 'offboarding', since } as const]]);
  const moving = new Map([['payments', { reason: 'moving', since } as const]]);

  it.each(['deploy', 'connect', 'onboard'] as const)('keeps %s off a tenant that is being offboarded', (action) => {
    expect(heldMessage(action, offboarding)).toBe(
      `payments: is being offboarded since ${since}; ${action} is refused. To go on with that: npx ingress offboard ` +
        `payments. To keep the tenant after all: npx ingress offboard payments --cancel, then ${action} it again.\n` +
        'Nothing was changed.',
    );
  });

  it('lets a tenant that is being offboarded be destroyed by other means', () => {
    expect(heldMessage('destroy', offboarding)).toBeUndefined();
    expect(heldMessage('disconnect', offboarding)).toBeUndefined();
  });

  it.each(['deploy', 'connect', 'disconnect', 'destroy'] as const)(
    'keeps %s off a tenant that is being moved',
    (action) => {
      expect(heldMessage(action, moving)).toBe(
        `payments: is being moved to another internet VPC since ${since}; ${action} is refused. To go on with that, or to ` +
          'take it back: npx ingress move payments --help\nNothing was changed.',
      );
    },
  );

  it('has nothing to say where nobody is on hold', () => expect(heldMessage('deploy', new Map())).toBeUndefined());
});
