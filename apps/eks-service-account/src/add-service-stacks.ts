import { internetVpcOf, isCentral, isDirect } from '@central-ingress/config';
import type { World } from '@central-ingress/config';
import { tenantStacks } from '@central-ingress/stack-graph';
import type { App } from 'cdktf';
import { ClusterStack } from './stacks/cluster-stack';
import { DirectIngressStack } from './stacks/direct-ingress-stack';
import { DnsStack } from './stacks/dns-stack';
import { IngressStack } from './stacks/ingress-stack';
import { NetworkingStack } from './stacks/networking-stack';
import { RolesStack } from './stacks/roles-stack';

/**
 * Adds the stacks of the tenants' accounts to a cdktf app.
 * @param wanted connection names of the tenants to build; all of them when left out
 */
export function addServiceStacks(app: App, world: World, wanted?: ReadonlySet<string>): void {
  const { platform } = world;
  for (const tenant of world.tenants.filter(({ connectionName }) => !wanted || wanted.has(connectionName))) {
    const props = { platform, tenant, stacks: tenantStacks(platform, tenant) };
    new RolesStack(app, props);
    new NetworkingStack(app, props);
    new ClusterStack(app, props);
    if (isCentral(tenant)) new IngressStack(app, { ...props, tenant, internetVpc: internetVpcOf(world, tenant) });
    if (isDirect(tenant)) {
      const direct = { platform, tenant, stacks: tenantStacks(platform, tenant) };
      new DirectIngressStack(app, direct);
      new DnsStack(app, direct);
    }
  }
}
