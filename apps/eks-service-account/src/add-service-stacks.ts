import { addonLock } from '@central-ingress/addon-lock';
import type { AddonLock } from '@central-ingress/addon-lock';
import { internetVpcOf, isCentral, isDirect } from '@central-ingress/config';
import type { World } from '@central-ingress/config';
import { tenantStacks } from '@central-ingress/stack-graph';
import type { App } from 'cdktf';
import { AddonsStack } from './stacks/addons-stack';
import { ClusterStack } from './stacks/cluster-stack';
import { DirectIngressStack } from './stacks/direct-ingress-stack';
import { DnsStack } from './stacks/dns-stack';
import { IngressStack } from './stacks/ingress-stack';
import { NetworkingStack } from './stacks/networking-stack';
import { RolesStack } from './stacks/roles-stack';

/** What a synthesis can be told beside the configuration. */
export interface ServiceStackOptions {
  /** Kubeconfig file by which the add-ons reach the cluster, in the place of the deployer's role. @default none */
  readonly kubeconfig?: string;
  /** Images and charts of the clusters. @default the lock file of this version */
  readonly lock?: AddonLock;
}

/**
 * Adds the stacks of the tenants' accounts to a cdktf app.
 * @param wanted connection names of the tenants to build; all of them when left out
 * @throws AddonLockError, ChartFileError
 */
export function addServiceStacks(
  app: App,
  world: World,
  wanted?: ReadonlySet<string>,
  { lock = addonLock(), kubeconfig }: ServiceStackOptions = {},
): void {
  const { platform } = world;
  for (const tenant of world.tenants.filter(({ connectionName }) => !wanted || wanted.has(connectionName))) {
    const props = { platform, tenant, stacks: tenantStacks(platform, tenant) };
    new RolesStack(app, props);
    new NetworkingStack(app, props);
    new ClusterStack(app, props);
    const addons = { ...props, lock, ...(kubeconfig ? { kubeconfig } : {}) };
    if (isCentral(tenant)) {
      const internetVpc = internetVpcOf(world, tenant);
      new IngressStack(app, { ...props, tenant, internetVpc });
      new AddonsStack(app, { ...addons, internetVpcCidr: internetVpc.cidr });
    }
    if (isDirect(tenant)) {
      const direct = { platform, tenant, stacks: tenantStacks(platform, tenant) };
      new DirectIngressStack(app, direct);
      new AddonsStack(app, addons);
      new DnsStack(app, direct);
    }
  }
}
