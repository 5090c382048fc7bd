import type { TenantConfig, World } from '@central-ingress/config';
import type { DeploymentReport } from '@central-ingress/deployment';
import type { Upstream } from '@central-ingress/image-mirror';
import { stackGraph } from '@central-ingress/stack-graph';
import type { StackNode } from '@central-ingress/stack-graph';
import { UserError } from '@central-ingress/user-error';
import { absentStacks } from './absent-stacks';
import { deployStacks } from './deploy-stacks';
import { mirrorBeforeAddons, refuseUnmirrorable } from './mirror-before-addons';
import { refuseUnproven } from './refuse-unproven';
import { refuseUnsafeRun } from './refusals';
import { someOfKinds } from './stack-kinds';
import type { StackKindOptions } from './stack-kinds';
import { stacksOf } from './stacks-of';
import { withNeeds } from './with-needs';
import { REPOSITORY, worldFlag } from './world-folder';
import { whenNeeded } from './when-needed';

/** One onboarding. */
export interface OnboardRequest {
  readonly world: World;
  readonly worldFolder: string;
  readonly tenant: TenantConfig;
  readonly concurrency: number;
  /** Which kinds of its stacks. @default all */
  readonly kinds?: StackKindOptions;
  /** Where images are read. @default at their publishers' */
  readonly upstream?: Upstream;
  readonly print: (line: string) => void;
  readonly env?: NodeJS.ProcessEnv;
  /** Stops the run from outside, as Ctrl-C does. */
  readonly signal?: AbortSignal;
}

/**
 * Brings a tenant from its file to the first request: its account's state bucket, then every stack it has in both
 * accounts in the order of their needs, the images of its cluster in between, its way to the internet last. What stands
 * already has nothing to change, so an onboarding that failed or was cut off is taken up by running it once more.
 * @throws UserError before anything is changed, when a path is not proven, its images cannot be copied, deployments of the tenant are on hold, or what
 *   it needs of others is not deployed
 */
export async function onboardTenant(request: OnboardRequest): Promise<DeploymentReport> {
  const { world, tenant, print } = request;
  const { connectionName, accountId } = tenant;
  const stacks = someOfKinds(world, stacksOf(world, [connectionName], 'onboard'), request.kinds ?? {});
  const run = { ...request, action: 'onboard' as const, owners: [connectionName], stacks };
  refuseUnproven(world, request.worldFolder, tenant);
  refuseUnmirrorable(tenant, stacks, request.env);
  await refuseUnsafeRun(run);
  await refuseWithoutNeeds(request, stacks);

  const { bootstrapAccount } = whenNeeded.stateBucket;
  const { bucket, created, changed } = await bootstrapAccount(world.platform, accountId);
  const did = created ? 'made' : changed.length ? `repaired: ${changed.join(', ')}` : 'in place';
  print(`state bucket ${bucket}: ${did}`);

  return deployStacks({ ...run, prepare: mirrorBeforeAddons(request) });
}

/** The internet VPC that a tenant is reached through is other people's to deploy. */
async function refuseWithoutNeeds(request: OnboardRequest, stacks: readonly StackNode[]): Promise<void> {
  const { world, worldFolder, tenant, print } = request;
  const name = tenant.connectionName;
  // The central roles are looked for by assuming one: reading their own state takes the operator of the account.
  const needs = withNeeds(stackGraph(world), stacks).filter(
    ({ owner, access }) => owner !== name && access.type === 'role',
  );
  if (!needs.length) return;
  print(`looking whether ${needs.map((need) => need.name).join(' and ')} are deployed`);
  const absent = await absentStacks({ ...request, stacks: needs });
  if (!absent.length) return;
  const owners = [...new Set(needs.filter((need) => absent.includes(need.name)).map(({ owner }) => owner))];
  const deploy =
    worldFolder === REPOSITORY
      ? `npx nx deploy ${owners.join(' ')}`
      : `npx ingress deploy central ${owners.join(' ')}${worldFlag(worldFolder)}`;
  throw new UserError(
    `${name}: cannot be onboarded yet, as ${absent.join(' and ')} ${absent.length > 1 ? 'are' : 'is'} not deployed; ` +
      `nothing was changed. Run ${deploy} first.`,
  );
}
