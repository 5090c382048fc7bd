import { join } from 'node:path';
import { addonLock } from '@central-ingress/addon-lock';
import type { TenantConfig, World } from '@central-ingress/config';
import { UserError } from '@central-ingress/user-error';
import type { DeployRequest } from './deploy-stacks';
import { kindOf } from './stack-kinds';
import { whenNeeded } from './when-needed';

/** Images that are copied at the same time: what one line and one registry carry well. */
export const IMAGES_SIDE_BY_SIDE = 2;

/** Whose images are mirrored, and from where. */
export interface MirrorStepRequest {
  readonly world: World;
  readonly worldFolder: string;
  readonly tenant: TenantConfig;
  readonly imagesFrom?: readonly string[];
  readonly print: (line: string) => void;
}

/**
 * What {@link DeployRequest.prepare} does for a tenant: the add-ons pull their images from repositories that the
 * networking stack has just made, so they are filled in between. Images that are there are left alone.
 */
export function mirrorBeforeAddons(request: MirrorStepRequest): NonNullable<DeployRequest['prepare']> {
  const { world, worldFolder, tenant, imagesFrom = [], print } = request;
  return async (stack, stop) => {
    if (kindOf(stack) !== 'addons') return;
    const { isMirrored, mirrorImages, parseUpstream, renderMirror } = whenNeeded.imageMirror;
    print(`${stack.name}: sees to the images of its cluster first`);
    const results = await mirrorImages({
      ...stop,
      platform: world.platform,
      tenants: [tenant],
      lock: addonLock(),
      upstream: parseUpstream(imagesFrom),
      copy: true,
      concurrency: IMAGES_SIDE_BY_SIDE,
      logFolder: join(worldFolder, '.ingress', 'logs'),
    });
    if (!isMirrored(results)) throw new UserError(renderMirror(results));
    print(`${stack.name}: ${renderMirror(results)}`);
  };
}
