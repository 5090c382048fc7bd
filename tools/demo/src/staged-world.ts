import { centralTenants } from '@central-ingress/config';
import type { CentralTenant, World } from '@central-ingress/config';
import type { DeploymentReport } from '@central-ingress/deployment';
import { deployStacks, stacksOf } from '@central-ingress/ingress';
import type { Action, DeployRequest } from '@central-ingress/ingress';
import { loadWorld } from '@central-ingress/world-files';
import { accountClients } from './account-clients';
import type { AccountClients } from './account-clients';
import { readRequestPath } from './request-path';
import type { RequestPath } from './request-path';
import type { Stage } from './stage';

/** The world of a stage as its files say it now, with hands and eyes: deploys in it, and reads the APIs of its accounts. */
export class StagedWorld {
  private readonly clients = new Map<string, AccountClients>();

  constructor(
    private readonly stage: Stage,
    private readonly print: (line: string) => void,
  ) {}

  /** The configuration, read anew. */
  public get world(): World {
    return loadWorld(this.stage.worldFolder);
  }

  /** One tenant of it. @throws RangeError when there is none of this name */
  public tenant(name: string): CentralTenant {
    const found = centralTenants(this.world).find(({ connectionName }) => connectionName === name);
    if (!found) throw new RangeError(`no central tenant ${name}`);
    return found;
  }

  /** The APIs of one account. */
  public async clientsOf(accountId: string): Promise<AccountClients> {
    const known = this.clients.get(accountId) ?? (await accountClients(this.world.platform, accountId));
    this.clients.set(accountId, known);
    return known;
  }

  /** The request path of one tenant as the APIs tell it. */
  public async pathOf(name: string): Promise<RequestPath> {
    const tenant = this.tenant(name);
    const central = await this.clientsOf(this.world.platform.centralAccountId);
    return readRequestPath(this.world, tenant, central, await this.clientsOf(tenant.accountId));
  }

  /** Runs an action as the command line does, over all stacks of the owners unless others are given. */
  public act(
    action: Action,
    owners: readonly string[],
    more: Partial<Pick<DeployRequest, 'stacks' | 'allow' | 'settle' | 'signal' | 'print' | 'env'>> = {},
  ): Promise<DeploymentReport> {
    const { world } = this;
    return deployStacks({
      action,
      world,
      worldFolder: this.stage.worldFolder,
      owners,
      stacks: stacksOf(world, owners, action),
      concurrency: 3,
      // What the state tells right after a deployment is seen to where drift is looked for.
      settle: false,
      print: this.print,
      ...more,
    });
  }
}
