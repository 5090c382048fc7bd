import { spawnSync } from 'node:child_process';
import { addonLock, imagesOf } from '@central-ingress/addon-lock';
import type { TenantConfig, World } from '@central-ingress/config';
import { missingProviders } from '@central-ingress/deployment';
import type { Upstream } from '@central-ingress/image-mirror';
import { kindOf } from '@central-ingress/stack-graph';
import type { StackNode } from '@central-ingress/stack-graph';
import { UserError } from '@central-ingress/user-error';
import type { DeployRequest } from './deploy-stacks';
import { logFolder } from './run-files';
import { whenNeeded } from './when-needed';

/** Images that are copied at the same time: what one line and one registry carry well. */
export const IMAGES_SIDE_BY_SIDE = 2;

/** What add-ons stacks are deployed with. */
const ADDONS_PROVIDER = 'hashicorp/helm';

/** Whose images are mirrored, and from where. */
export interface MirrorStepRequest {
  readonly world: World;
  readonly worldFolder: string;
  readonly tenant: TenantConfig;
  readonly upstream?: Upstream;
  readonly print: (line: string) => void;
}

/**
 * Looks, before anything is changed, whether the images of a tenant's cluster can be copied at all: a run that ends
 * before its add-ons leaves a cluster that nothing can be reached in. Add-ons that cannot be run here copy nothing.
 * @throws UserError when an image has no digest, or skopeo is missing
 */
export function refuseUnmirrorable(
  tenant: TenantConfig,
  stacks: readonly StackNode[],
  env: NodeJS.ProcessEnv = process.env,
): void {
  if (!stacks.some((stack) => kindOf(stack) === 'addons') || ADDONS_PROVIDER in missingProviders(env)) return;
  const refused = (why: string, fix: string): UserError =>
    new UserError(
      `${tenant.connectionName}: is not onboarded, as ${why}; nothing was changed. ${fix}, or leave the add-ons out ` +
        'with --except addons.',
    );
  const { images } = addonLock();
  const unknown = imagesOf(tenant).filter((name) => !images[name].digest);
  if (unknown.length) {
    throw refused(`the lock has no digest of ${unknown.join(', ')}`, `Run npx ingress lock ${unknown.join(' ')}`);
  }
  if (spawnSync('skopeo', ['--version'], { env }).error) {
    throw refused('skopeo, which copies its images, is not installed', 'Install skopeo');
  }
}

/**
 * What {@link DeployRequest.prepare} does for a tenant: the add-ons pull their images from repositories that the
 * networking stack has just made, so they are filled in between. Images that are there are left alone.
 */
export function mirrorBeforeAddons(request: MirrorStepRequest): NonNullable<DeployRequest['prepare']> {
  const { world, worldFolder, tenant, upstream, print } = request;
  return async (stack, stop) => {
    if (kindOf(stack) !== 'addons') return;
    const { isMirrored, mirrorImages, parseUpstream, renderMirror } = whenNeeded.imageMirror;
    print(`${stack.name}: sees to the images of its cluster first`);
    const results = await mirrorImages({
      ...stop,
      platform: world.platform,
      tenants: [tenant],
      lock: addonLock(),
      upstream: upstream ?? parseUpstream([]),
      copy: true,
      concurrency: IMAGES_SIDE_BY_SIDE,
      logFolder: logFolder(worldFolder),
    });
    if (!isMirrored(results)) throw new UserError(renderMirror(results));
    print(`${stack.name}: ${renderMirror(results)}`);
  };
}
