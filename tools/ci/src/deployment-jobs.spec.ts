import type { World } from '@central-ingress/config';
import { exampleTenant, exampleWorld } from '@central-ingress/fixtures';
import fc from 'fast-check';
import { deploymentJobs, watchJobs } from './deployment-jobs';
import { sessionPolicy } from './session-policy';

const WORLD: World = {
  ...exampleWorld(),
  tenants: [exampleTenant('payments', 1), exampleTenant('reports', 2, '333333333333'), exampleTenant('refunds', 3)],
};
const OURS = '/acme/*';
const OPERATOR = '/OrganizationAccountAccessRole';
const jobsFor = (owners: readonly string[], changedRoles: readonly string[] = []) =>
  deploymentJobs(WORLD, { owners: new Set(owners), rolesChanged: (stack) => changedRoles.includes(stack) });

describe('deploymentJobs', () => {
  it('gives a job to each account, with a guard and sessions of its own', () => {
    expect(jobsFor(['payments', 'reports', 'refunds'], ['refunds-roles'])).toEqual({
      internetVpcs: [],
      tenants: [
        {
          job: 'payments, refunds',
          guard: 'account-022',
          names: 'payments refunds',
          roles: 'refunds',
          accounts: '{"include":[{"account":"222222222222","names":"payments refunds"}]}',
          operatorSession: sessionPolicy(['222222222222'], OPERATOR),
          session: sessionPolicy(['111111111111', '222222222222'], OURS),
        },
        {
          job: 'reports',
          guard: 'account-133',
          names: 'reports',
          roles: '',
          accounts: '{"include":[{"account":"333333333333","names":"reports"}]}',
          operatorSession: sessionPolicy(['333333333333'], OPERATOR),
          session: sessionPolicy(['111111111111', '333333333333'], OURS),
        },
      ],
    });
  });

  it('deploys the central roles only where they are chosen and have changed', () => {
    const centralRoles = sessionPolicy(['111111111111'], OPERATOR);
    expect(jobsFor(['central'], ['central-roles'])).toEqual({ centralRoles, internetVpcs: [], tenants: [] });
    expect(jobsFor(['central'])).toEqual({ internetVpcs: [], tenants: [] });
    expect(jobsFor(['main'], ['central-roles'])).toEqual({ internetVpcs: ['main'], tenants: [] });
  });

  it('leaves out what is neither internet VPC nor tenant', () => {
    expect(jobsFor(['config', '@central-ingress/edge'])).toEqual({ internetVpcs: [], tenants: [] });
  });

  it('shortens the name of a job that has many tenants', () => {
    const tenants = [...'abcdefghij'].map((letter, index) => exampleTenant(`${letter}-tenant`, index + 1));
    const owners = new Set(tenants.map(({ connectionName }) => connectionName));
    const jobs = deploymentJobs({ ...WORLD, tenants }, { owners, rolesChanged: () => false }).tenants;
    expect(jobs.map(({ job }) => job)).toEqual(['a-tenant, b-tenant, c-tenant, d-tenant, e-tenant and 5 more']);
  });

  it('gives an account the same guard whatever else is deployed', () => {
    const guardOf = (owners: readonly string[]) =>
      jobsFor(owners).tenants.find(({ names }) => names.includes('payments'))?.guard;
    expect(guardOf(['payments', 'reports', 'refunds'])).toBe('account-022');
    expect(guardOf(['payments'])).toBe('account-022');
  });

  const account = fc.integer({ min: 100_000_000_000, max: 999_999_999_999 }).map(String);
  const manyTenants: fc.Arbitrary<World> = fc
    .tuple(fc.array(account, { minLength: 1, maxLength: 500 }), fc.array(fc.nat(), { minLength: 500, maxLength: 500 }))
    .map(([accounts, picks]) => ({
      ...WORLD,
      tenants: picks.map((pick, index) => exampleTenant(`t${index}`, 1, accounts[pick % accounts.length])),
    }));

  /** What GitHub takes as outputs of a job, counted as UTF-16. @source docs.github.com, "Passing information between jobs" */
  const LARGEST_OUTPUTS = 1024 * 1024;

  it('fits into the outputs of a job with 500 tenants in as many accounts', () => {
    const names = Array.from({ length: 500 }, (_, index) => `tenant-with-20-chars${index}`.slice(-20));
    const tenants = names.map((name, index) => exampleTenant(name, 1, String(222_222_000_000 + index * 7)));
    const { tenants: include } = deploymentJobs(
      { ...WORLD, tenants },
      { owners: new Set(names), rolesChanged: () => true },
    );
    expect(include).toHaveLength(200);
    expect(JSON.stringify({ include }).length * 2).toBeLessThan(LARGEST_OUTPUTS);
  });

  it('names each of 500 tenants once, in at most 200 jobs, and gives no account two guards', () => {
    fc.assert(
      fc.property(manyTenants, (world) => {
        const owners = new Set(world.tenants.map(({ connectionName }) => connectionName));
        const { tenants } = deploymentJobs(world, { owners, rolesChanged: () => true });
        expect(tenants.length).toBeLessThanOrEqual(200);
        expect(new Set(tenants.map(({ guard }) => guard)).size).toBe(tenants.length);
        const entries = tenants.flatMap(
          ({ accounts }) => (JSON.parse(accounts) as { include: { account: string; names: string }[] }).include,
        );
        expect(new Set(entries.map((entry) => entry.account)).size).toBe(entries.length);
        expect(entries.flatMap(({ names }) => names.split(' ')).sort()).toEqual([...owners].sort());
        expect(tenants.every(({ session }) => session.length <= 2048)).toBe(true);
      }),
      { numRuns: 20 },
    );
  });
});

describe('watchJobs', () => {
  it('looks at every tenant, with any role of its accounts', () => {
    expect(watchJobs(WORLD).map(({ names, roles, session }) => [names, roles, session])).toEqual([
      ['payments refunds', '', sessionPolicy(['111111111111', '222222222222'], '/*')],
      ['reports', '', sessionPolicy(['111111111111', '333333333333'], '/*')],
    ]);
  });
});
