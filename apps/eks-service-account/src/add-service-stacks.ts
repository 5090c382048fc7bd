import type { World } from '@central-ingress/config';
import type { App } from 'cdktf';

/**
 * Adds the stacks of the tenants' accounts to a cdktf app.
 * @param wanted connection names of the tenants to build; all of them when left out
 */
export function addServiceStacks(_app: App, _world: World, _wanted?: ReadonlySet<string>): void {}
