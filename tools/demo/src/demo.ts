import { centralTenants, internetVpcOf } from '@central-ingress/config';
import type { World } from '@central-ingress/config';
import { isComplete, renderReport } from '@central-ingress/deployment';
import { deployStacks, ownersOf, stacksOf } from '@central-ingress/ingress';
import type { Action } from '@central-ingress/ingress';
import { CENTRAL_OWNER } from '@central-ingress/stack-graph';
import { bootstrapAccount, bucketOf } from '@central-ingress/state-bucket';
import { UserError } from '@central-ingress/user-error';
import { loadWorld } from '@central-ingress/world-files';
import { accountClients } from './account-clients';
import { explain } from './explain';
import { resourcesIn } from './leftovers';
import { planWorld } from './plan-world';
import { renderPath } from './render-path';
import { readRequestPath } from './request-path';
import type { Stage } from './stage';

/** Stacks that run at the same time: the emulator answers one call at a time, so more than this only wait. */
const CONCURRENCY = 3;

/** A step of the demo that did not come out as it must. */
export class DemoFailure extends UserError {}

/** The reference set from an empty AWS to a working request path and back, step by step on a stage. */
export class Demo {
  private readonly world: World;

  constructor(
    private readonly stage: Stage,
    private readonly print: (line: string) => void,
    private readonly signal: AbortSignal,
  ) {
    this.world = loadWorld(stage.worldFolder);
  }

  /** The accounts in play, the central one first. */
  public get accounts(): readonly string[] {
    const { platform, tenants } = this.world;
    return [...new Set([platform.centralAccountId, ...tenants.map(({ accountId }) => accountId)])];
  }

  /** Makes the state bucket of every account. */
  public async bootstrap(): Promise<void> {
    this.title(`Bootstrap the state buckets of ${this.accounts.length} accounts`);
    for (const accountId of this.accounts) {
      const { bucket } = await bootstrapAccount(this.world.platform, accountId);
      this.print(`  ✔ ${bucket}`);
    }
  }

  /** Deploys the internet VPCs, then the tenants, then connects them. */
  public async deploy(): Promise<void> {
    const tenants = this.world.tenants.map(({ connectionName }) => connectionName);
    const internetVpcs = this.world.internetVpcs.map(({ name }) => name);
    await this.run('deploy', [CENTRAL_OWNER, ...internetVpcs]);
    await this.run('deploy', tenants);
    await this.run('connect', tenants);
  }

  /** Prints each tenant's request path as the APIs of both accounts tell it. */
  public async showPaths(): Promise<void> {
    const central = await accountClients(this.world.platform, this.world.platform.centralAccountId);
    for (const tenant of centralTenants(this.world)) {
      this.title(`Request path of ${tenant.connectionName}, through ${internetVpcOf(this.world, tenant).name}`);
      const service = await accountClients(this.world.platform, tenant.accountId);
      this.print(renderPath(await readRequestPath(this.world, tenant, central, service)));
    }
  }

  /** Plans everything once more. @throws DemoFailure when something would change that no known difference explains */
  public async planAgain(): Promise<void> {
    this.title('Plan everything again: nothing may change');
    const stacks = [...stacksOf(this.world, ownersOf(this.world), 'destroy')];
    const { terraform, worldFolder } = this.stage;
    const plan = await planWorld(stacks, worldFolder, terraform.binary, (stack, changes) =>
      this.print(`  ${changes ? '!' : '✔'} ${stack}: ${changes ? `${changes} change(s)` : 'no changes'}`),
    );
    plan.unavailable.forEach(({ stack, reason }) => this.print(`  ○ ${stack} not applied: ${reason}`));
    const { known, unknown } = explain(plan.changes);
    known.forEach((line) => this.print(`  known difference of the emulator: ${line}`));
    const failures = plan.failures.map(({ stack, reason }) => `${stack}: ${reason}`);
    if (unknown.length || failures.length) throw new DemoFailure([...unknown, ...failures].join('\n'));
  }

  /** Takes everything down, connections first. */
  public async destroy(): Promise<void> {
    await this.run('destroy', ownersOf(this.world));
  }

  /** Lists what the accounts still hold. @throws DemoFailure when it is more than the state buckets */
  public async showLeftovers(): Promise<void> {
    this.title('What is left');
    const more: string[] = [];
    for (const accountId of this.accounts) {
      const found = await resourcesIn(await accountClients(this.world.platform, accountId));
      this.print(`  account ${accountId}: ${found.join(', ')}`);
      const bucket = `S3 bucket ${bucketOf(this.world.platform, accountId)}`;
      more.push(...found.filter((name) => name !== bucket).map((name) => `account ${accountId}: ${name}`));
    }
    if (more.length) throw new DemoFailure(`left over after the tear-down:\n${more.join('\n')}`);
  }

  private async run(action: Action, owners: readonly string[]): Promise<void> {
    this.signal.throwIfAborted();
    const stacks = stacksOf(this.world, owners, action);
    this.title(`${action} ${owners.join(', ')}: ${stacks.length} stacks`);
    const report = await deployStacks({
      action,
      world: this.world,
      worldFolder: this.stage.worldFolder,
      owners,
      stacks,
      concurrency: CONCURRENCY,
      print: (line) => this.print(`  ${line}`),
      signal: this.signal,
    });
    this.signal.throwIfAborted();
    if (!isComplete(report)) throw new DemoFailure(renderReport(report));
  }

  private title(text: string): void {
    this.print(`\n== ${text}`);
  }
}
