import fc from 'fast-check';
import { exampleDirectTenant, examplePlatform, exampleTenant } from '@central-ingress/fixtures';
import { tenantStacks } from '@central-ingress/stack-graph';
import { offboard } from './offboard';
import { exitCodeOfOffboarding } from './offboarding-report';
import { PowerCut, SimulatedWorkplace } from './rehearsal/simulated-workplace';
import { offboardingSteps } from './steps';
import type { Leftover } from './workplace';

const platform = examplePlatform();
const TENANTS = { central: exampleTenant(), direct: exampleDirectTenant() };
const stage = (tenant: (typeof TENANTS)[keyof typeof TENANTS]) => ({
  steps: offboardingSteps(platform, tenant),
  workplace: new SimulatedWorkplace(Object.values(tenantStacks(platform, tenant))),
});
const statusesOf = (report: { readonly steps: readonly { readonly step: string; readonly status: string }[] }) =>
  Object.fromEntries(report.steps.map(({ step, status }) => [step, status]));
const group: Leftover = { kind: 'security group', id: 'sg-1', accountId: '222222222222', proof: 'tag' };

describe('offboard', () => {
  it.each(Object.values(TENANTS))('leaves nothing of a tenant that is $exposure.type', async (tenant) => {
    const { steps, workplace } = stage(tenant);
    const report = await offboard(steps, workplace);
    expect(workplace.left).toEqual([]);
    expect(workplace.held).toBe(false);
    expect(report.left).toEqual([]);
    expect(exitCodeOfOffboarding({ tenant: '', kept: [], ...report })).toBe(0);
  });

  it('removes nothing before what depends on it, whatever cuts it off and however often', async () => {
    const cuts = fc.array(
      fc.record({ after: fc.nat(14), side: fc.constantFrom('before' as const, 'after' as const) }),
      {
        maxLength: 6,
      },
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...Object.values(TENANTS)), cuts, async (tenant, runs) => {
        const { steps, workplace } = stage(tenant);
        const all = workplace.left;
        for (const cut of runs) {
          workplace.cut = { ...cut };
          await offboard(steps, workplace).catch((error) => expect(error).toBeInstanceOf(PowerCut));
          if (workplace.left.length) expect(workplace.held || workplace.removed.length === 0).toBe(true);
        }
        workplace.cut = { after: Infinity, side: 'before' };
        await offboard(steps, workplace);
        expect(workplace.left).toEqual([]);
        expect(workplace.held).toBe(false);
        // Each thing went once: no run did again what an earlier one had done.
        expect([...workplace.removed].sort()).toEqual([...all].sort());
      }),
      { numRuns: 300 },
    );
  });

  it('gives resolvers their time before a rule goes, and requests theirs before the endpoint goes, also when cut off', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(8), { maxLength: 5 }), async (runs) => {
        const { steps, workplace } = stage(TENANTS.central);
        for (const after of runs) {
          workplace.cut = { after, side: 'before' };
          await offboard(steps, workplace).catch((error) => expect(error).toBeInstanceOf(PowerCut));
        }
        workplace.cut = { after: Infinity, side: 'before' };
        await offboard(steps, workplace);
        const time = (name: string): number => workplace.timeOf(`connection.${name}`) ?? NaN;
        expect(time('rule') - time('record')).toBeGreaterThanOrEqual(60);
        expect(time('endpoint') - time('rule')).toBeGreaterThanOrEqual(30);
        expect(time('proof')).toBe(time('endpoint'));
      }),
    );
  });

  it('does nothing, and waits for nothing, when it is run once more', async () => {
    const { steps, workplace } = stage(TENANTS.central);
    await offboard(steps, workplace);
    const { clock, removed } = workplace;
    const before = removed.length;
    const report = await offboard(steps, workplace);
    expect([workplace.clock, workplace.removed.length]).toEqual([clock, before]);
    const { hold, release, ...others } = statusesOf(report);
    expect(new Set(Object.values(others))).toEqual(new Set(['nothing to do']));
    expect([hold, release]).toEqual(['done', 'done']);
  });

  it('waits for nobody where the tenant was never connected', async () => {
    const { steps, workplace } = stage(TENANTS.central);
    workplace.without(...workplace.left.filter((name) => name.startsWith('connection.')));
    await offboard(steps, workplace);
    expect([workplace.clock, workplace.left]).toEqual([0, []]);
  });

  it('only looks when it is asked to', async () => {
    const { steps, workplace } = stage(TENANTS.central);
    const before = [...workplace.left];
    const report = await offboard(steps, workplace, { dryRun: true });
    expect([workplace.left, workplace.held, workplace.clock]).toEqual([before, false, 0]);
    expect(report.steps.find(({ step }) => step === 'records')).toMatchObject({
      status: 'would',
      what: ['connection.record (connection.record)'],
    });
    expect(report.steps.find(({ step }) => step === 'dns wait')).toMatchObject({ status: 'would', what: ['60 s'] });
  });

  it.each([false, true])(
    'is refused before anything is removed while something is protected, dry run %s',
    async (dryRun) => {
      const { steps, workplace } = stage(TENANTS.central);
      workplace.inTheWay = { hold: ['the load balancer refuses to be deleted'] };
      const report = await offboard(steps, workplace, { dryRun });
      expect(report.steps[0]).toMatchObject({ status: 'refused', reason: 'the load balancer refuses to be deleted' });
      expect([workplace.removed, workplace.held]).toEqual([[], false]);
      expect(exitCodeOfOffboarding({ tenant: '', kept: [], ...report })).toBe(3);
    },
  );

  it('stops at a step that something stands in the way of, and starts none after it', async () => {
    const { steps, workplace } = stage(TENANTS.central);
    workplace.inTheWay = { rules: ['record a.example.com: leads to the ALB'] };
    const report = await offboard(steps, workplace);
    const { records, rules, connection, roles } = statusesOf(report);
    expect([records, rules, connection, roles]).toEqual(['done', 'refused', 'not started', 'not started']);
    expect(workplace.removed).toEqual(['connection.record']);
    expect(workplace.held).toBe(true);
  });

  it('waits ten minutes for a connection to end, and then says which has not', async () => {
    const { steps, workplace } = stage(TENANTS.central);
    workplace.inTheWay = { 'connections wait': ['endpoint vpce-1: is available'] };
    const report = await offboard(steps, workplace);
    expect(report.steps.find(({ step }) => step === 'connections wait')).toMatchObject({
      status: 'refused',
      reason: 'endpoint vpce-1: is available',
    });
    expect(workplace.clock).toBe(60 + 30 + 600);
    expect(workplace.left).toContain('ingress.service');
  });

  it('removes only what is proved to be the tenant, and tells the rest', async () => {
    const { steps, workplace } = stage(TENANTS.central);
    const stranger: Leftover = { kind: 'network interface', id: 'eni-9', accountId: '222222222222' };
    workplace.found = [group, stranger];
    const report = await offboard(steps, workplace);
    expect(report.left).toEqual([stranger]);
    expect(exitCodeOfOffboarding({ tenant: '', kept: [], ...report })).toBe(2);
  });

  it('tries what another thing still holds once more, and gives up when nothing moves', async () => {
    const { steps, workplace } = stage(TENANTS.central);
    const remove = workplace.remove;
    const other: Leftover = { ...group, id: 'sg-2' };
    workplace.found = [group, other];
    workplace.remove = async (leftover) => {
      if (leftover.id === 'sg-1' && workplace.found.some(({ id }) => id === 'sg-2')) throw new Error('in use');
      await remove(leftover);
    };
    expect(statusesOf(await offboard(steps, workplace))['network sweep']).toBe('done');

    const again = stage(TENANTS.central);
    again.workplace.found = [group];
    again.workplace.remove = () => Promise.reject(new Error('in use'));
    const report = await offboard(again.steps, again.workplace);
    expect(report.steps.find(({ step }) => step === 'network sweep')).toMatchObject({
      status: 'failed',
      reason: 'could not be removed:\nsecurity group sg-1 in 222222222222: in use',
    });
    expect(again.workplace.left).toContain('networking.vpc');
  });

  it('starts no step once it is interrupted', async () => {
    const { steps, workplace } = stage(TENANTS.central);
    const interrupt = new AbortController();
    const report = await offboard(steps, workplace, {
      signal: interrupt.signal,
      onEnd: ({ step }) => step === 'records' && interrupt.abort(),
    });
    expect(workplace.removed).toEqual(['connection.record']);
    expect(exitCodeOfOffboarding({ tenant: '', kept: [], ...report })).toBe(130);
  });

  it('fails when a removal leaves something standing', async () => {
    const { steps, workplace } = stage(TENANTS.central);
    workplace.destroy = async () => {};
    const report = await offboard(steps, workplace);
    expect(report.steps.find(({ step }) => step === 'records')).toMatchObject({
      status: 'failed',
      reason: 'still there after the removal:\nconnection.record (connection.record)',
    });
    expect(exitCodeOfOffboarding({ tenant: '', kept: [], ...report })).toBe(1);
  });

  it('lets a defect of ours through as one', async () => {
    const { steps, workplace } = stage(TENANTS.central);
    workplace.stateOf = () => Promise.reject(new TypeError('undefined is not a function'));
    await expect(offboard(steps, workplace)).rejects.toThrow('undefined is not a function');
  });
});
