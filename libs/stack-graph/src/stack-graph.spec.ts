import type { InternetVpcConfig, World } from '@central-ingress/config';
import {
  exampleDirectTenant,
  exampleInternetVpc,
  examplePlatform,
  exampleTenant,
  exampleWorld,
} from '@central-ingress/fixtures';
import fc from 'fast-check';
import { bridgeStack, CENTRAL_ROLES, internetVpcStacks, stackGraph, tenantStacks } from './stack-graph';
import type { StackNode } from './stack-graph';

const names = fc.stringMatching(/^[a-z][a-z0-9-]{1,18}[a-z0-9]$/).filter((name) => name !== 'central');

/** Worlds whose tenants and internet VPCs have names of their own, as configuration demands. */
const worlds: fc.Arbitrary<World> = fc
  .tuple(fc.uniqueArray(names, { minLength: 1, maxLength: 30 }), fc.integer({ min: 1, max: 3 }))
  .map(([all, shards]) => {
    const [vpcs, tenants] = [all.slice(0, shards), all.slice(shards)];
    return {
      platform: examplePlatform(),
      internetVpcs: vpcs.map((name) => ({ ...exampleInternetVpc(name), ...zoneOf(name, vpcs) })),
      tenants: tenants.map((name, index) => {
        const tenant = exampleTenant(name, index, String(222_222_222_222 + (index % 5)));
        const internetVpc = vpcs[index % vpcs.length] ?? '';
        const hostedZoneOwners = vpcs.slice(0, index % 2);
        return { ...tenant, exposure: { ...tenant.exposure, internetVpc, hostedZoneOwners } };
      }),
    };
  });

/** The last internet VPC creates the zone, which the others look up. */
function zoneOf(name: string, vpcs: readonly string[]): Pick<InternetVpcConfig, 'hostedZone' | 'hostedZoneOwner'> {
  const owner = vpcs.at(-1);
  return owner === name || !owner ? { hostedZone: 'create' } : { hostedZone: 'lookup', hostedZoneOwner: owner };
}

function row({ name, app, verb, accountId, stateKey, needs }: StackNode): readonly unknown[] {
  return [name, app.split('-')[0], verb, accountId, stateKey, needs];
}

describe('stackGraph', () => {
  it('has the rows of the stack table', () => {
    const world = { ...exampleWorld(), tenants: [exampleTenant()] };
    expect(stackGraph(world).map(row)).toEqual([
      ['central-roles', 'central', 'deploy', '111111111111', 'roles', []],
      ['main-networking', 'central', 'deploy', '111111111111', 'main/networking', ['central-roles']],
      ['main-alb', 'central', 'deploy', '111111111111', 'main/alb', ['main-networking']],
      [
        'payments-registration',
        'central',
        'deploy',
        '111111111111',
        'payments/registration',
        ['central-roles', 'main-networking'],
      ],
      ['payments-roles', 'eks', 'deploy', '222222222222', 'payments/roles', []],
      ['payments-networking', 'eks', 'deploy', '222222222222', 'payments/networking-setup', ['payments-roles']],
      ['payments-cluster', 'eks', 'deploy', '222222222222', 'payments/eks-cluster-setup', ['payments-networking']],
      [
        'payments-ingress',
        'eks',
        'deploy',
        '222222222222',
        'payments/ingress',
        ['payments-networking', 'payments-registration'],
      ],
      ['payments-addons', 'eks', 'deploy', '222222222222', 'payments/addons', ['payments-cluster', 'payments-ingress']],
      [
        'payments-connection',
        'central',
        'connect',
        '111111111111',
        'payments/connection',
        ['payments-ingress', 'main-alb'],
      ],
    ]);
  });

  it('looks a hosted zone up once the internet VPC that creates it has done so', () => {
    const second = { ...exampleInternetVpc('another'), hostedZone: 'lookup' as const, hostedZoneOwner: 'main' };
    const tenant = exampleTenant();
    const exposure = { ...tenant.exposure, internetVpc: 'another', hostedZoneOwners: ['main'] };
    const world = {
      ...exampleWorld(),
      internetVpcs: [second, exampleInternetVpc()],
      tenants: [{ ...tenant, exposure }],
    };
    const needs = Object.fromEntries(stackGraph(world).map((stack) => [stack.name, stack.needs]));
    expect(Object.keys(needs).slice(0, 5)).toEqual([
      'central-roles',
      'main-networking',
      'main-alb',
      'another-networking',
      'another-alb',
    ]);
    expect(needs['another-networking']).toEqual(['central-roles', 'main-networking']);
    expect(needs['another-alb']).toEqual(['another-networking']);
    expect(needs['payments-connection']).toEqual(['payments-ingress', 'another-alb', 'main-networking']);
    expect(bridgeStack(world.platform, { ...tenant, exposure }, 'main').needs).toEqual([
      'payments-ingress',
      'main-alb',
      'main-networking',
    ]);
  });

  it('makes the records of a direct tenant once the add-ons have made its NLB', () => {
    const world = { ...exampleWorld(), tenants: [exampleDirectTenant()] };
    expect(
      stackGraph(world)
        .map(row)
        .filter(([name]) => /-(addons|dns)$/.test(String(name))),
    ).toEqual([
      [
        'partner-api-addons',
        'eks',
        'deploy',
        '444444444444',
        'partner-api/addons',
        ['partner-api-cluster', 'partner-api-ingress'],
      ],
      [
        'partner-api-dns',
        'eks',
        'connect',
        '444444444444',
        'partner-api/dns',
        ['partner-api-addons', 'partner-api-ingress', 'partner-api-registration'],
      ],
    ]);
  });

  it('lets the operator deploy the roles and one role of its duty each other stack', () => {
    const world = { ...exampleWorld(), tenants: [exampleTenant()] };
    const roles = stackGraph(world).map(({ name, access }) => {
      return [name, access.type === 'role' ? access.roleArn : access.type];
    });
    expect(roles).toEqual([
      ['central-roles', 'operator'],
      ['main-networking', 'arn:aws:iam::111111111111:role/acme/acme-network-role'],
      ['main-alb', 'arn:aws:iam::111111111111:role/acme/acme-alb-role'],
      ['payments-registration', 'arn:aws:iam::111111111111:role/acme/acme-registration-role'],
      ['payments-roles', 'operator'],
      ['payments-networking', 'arn:aws:iam::222222222222:role/acme/acme-payments-network-role'],
      ['payments-cluster', 'arn:aws:iam::222222222222:role/acme/acme-payments-cluster-role'],
      ['payments-ingress', 'arn:aws:iam::222222222222:role/acme/acme-payments-ingress-role'],
      ['payments-addons', 'arn:aws:iam::222222222222:role/acme/acme-payments-addons-role'],
      ['payments-connection', 'arn:aws:iam::111111111111:role/acme/acme-connection-role'],
    ]);
  });

  it('has unique stack names, and state keys that are unique in their account', () => {
    fc.assert(
      fc.property(worlds, (world) => {
        const stacks = stackGraph(world);
        expect(new Set(stacks.map(({ name }) => name)).size).toBe(stacks.length);
        expect(new Set(stacks.map(({ accountId, stateKey }) => `${accountId}/${stateKey}`)).size).toBe(stacks.length);
      }),
    );
  });

  it('lists each stack after all it needs, so that it has no cycle', () => {
    fc.assert(
      fc.property(worlds, (world) => {
        const before = new Set<string>();
        for (const { name, needs } of stackGraph(world)) {
          expect(needs.filter((need) => !before.has(need))).toEqual([]);
          before.add(name);
        }
      }),
    );
  });

  it('leaves the stacks of the others alone when a tenant is added', () => {
    const small = exampleWorld();
    const large = { ...small, tenants: [...small.tenants, exampleTenant('third', 3, '444444444444')] };
    const added = stackGraph(large).filter(({ owner }) => owner === 'third');
    expect(added).toHaveLength(7);
    expect(stackGraph(large).filter(({ owner }) => owner !== 'third')).toEqual(stackGraph(small));
  });
});

describe('tenantStacks and internetVpcStacks', () => {
  it('are the nodes of the graph', () => {
    const world = exampleWorld();
    const [vpc, tenant] = [exampleInternetVpc(), exampleTenant()];
    const chosen = [
      ...Object.values(internetVpcStacks(world.platform, vpc)),
      ...Object.values(tenantStacks(world.platform, tenant)),
    ];
    const owners = [vpc.name, tenant.connectionName];
    expect(chosen).toEqual(stackGraph(world).filter(({ owner }) => owners.includes(owner)));
  });

  it('belong to their owner, and the central roles to no tenant', () => {
    const owners = new Set(stackGraph(exampleWorld()).map(({ name, owner }) => (name === CENTRAL_ROLES ? owner : '')));
    expect([...owners]).toEqual(['central', '']);
  });
});

describe('bridgeStack', () => {
  it('is a connection under a state of its own, which the connection duty may keep, and no row of the graph', () => {
    const { platform } = exampleWorld();
    const { connection } = tenantStacks(platform, exampleTenant());
    const bridge = bridgeStack(platform, exampleTenant(), 'second');
    expect(bridge).toEqual({
      ...connection,
      name: 'payments-bridge',
      stateKey: 'payments/bridge/connection',
      needs: ['payments-ingress', 'second-alb'],
    });
    expect(bridge.stateKey).toMatch(/^.*\/connection$/);
    expect(stackGraph(exampleWorld()).map(({ name }) => name)).not.toContain(bridge.name);
  });
});
