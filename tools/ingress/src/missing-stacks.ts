import { stackOwners } from '@central-ingress/network-model';
import type { NetworkModel } from '@central-ingress/network-model';
import { CENTRAL_ROLES } from '@central-ingress/stack-graph';

/** What {@link missingStacks} reads. */
export type StacksInHand = Pick<NetworkModel, 'stacks' | 'parameters' | 'parameterReaders'>;

const INTERNET_VPC = ['networking', 'alb'];
const EVERY_TENANT = ['registration', 'roles', 'networking', 'cluster', 'ingress', 'addons'];
/** Hand-overs that stacks of tenants read or write, by the parameter's last part, and the stack that only such a tenant has. */
const BY_EXPOSURE: Readonly<Record<string, string>> = { ingress: 'connection', 'direct-ingress': 'dns' };

/**
 * Names of the stacks that synthesized stacks lack to be a whole, sorted: the central roles, and all that belong to the
 * internet VPCs and tenants which those in hand are of, read from, or write for. Owners that nothing in hand speaks of
 * stay unknown.
 */
export function missingStacks({ stacks, parameters, parameterReaders }: StacksInHand): readonly string[] {
  const expected = new Set([CENTRAL_ROLES]);
  const expect = (owner: string, kinds: readonly string[]): void =>
    kinds.forEach((kind) => expected.add(`${owner}-${kind}`));

  const tenants = new Set<string>();
  for (const { name = '' } of [...parameters.values(), ...parameterReaders.values()]) {
    const [, type, owner = '', part = ''] = /^\/[^/]+\/(internet-vpc|tenant)\/([^/]+)\/([^/]+)$/.exec(name) ?? [];
    if (type === 'internet-vpc') expect(owner, INTERNET_VPC);
    if (type === 'tenant') {
      tenants.add(owner);
      if (BY_EXPOSURE[part]) expect(owner, [BY_EXPOSURE[part]]);
    }
  }
  for (const { type, name } of stackOwners(stacks).values()) {
    if (type === 'tenant') tenants.add(name);
    // A tenant's network alone looks like that of an internet VPC.
    else if (type === 'internet-vpc' && !tenants.has(name)) expect(name, INTERNET_VPC);
  }
  tenants.forEach((tenant) => expect(tenant, EVERY_TENANT));
  return [...expected].filter((stack) => !stacks.has(stack)).sort();
}
