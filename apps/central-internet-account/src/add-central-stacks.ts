import type { World } from '@central-ingress/config';
import type { App } from 'cdktf';

/**
 * Adds the stacks of the central internet account to a cdktf app.
 * @param wanted names of the internet VPCs, tenants and the owner `central` to build; all of them when left out
 */
export function addCentralStacks(_app: App, _world: World, _wanted?: ReadonlySet<string>): void {}
