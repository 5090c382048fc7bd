import type { ModelStack, NetworkModel } from '@central-ingress/network-model';
import { finding } from './finding';
import type { Finding } from './finding';
import type { GuardContext, WorldGuard } from './guard';
import { isOfSameOwner } from './guard-trust';

/** Whoever deploys a stack becomes a role of the stack's own account that the stacks make for its owner. */
export const deployersGuard: WorldGuard = {
  name: 'deployers',
  says: 'every stack is deployed by a role of its own account',
  check: (context) => [...context.model.stacks.values()].flatMap((stack) => stackFindings(context, stack)),
};

function stackFindings(context: GuardContext, stack: ModelStack): readonly Finding[] {
  const { name, providers } = stack;
  // A person deploys the roles, who has no role of the stacks yet.
  if (name.endsWith('-roles')) return [];
  return providers.flatMap(({ name: provider, account, region, assumedRoles }) => {
    const at = { stack: name, address: `provider.${provider}` };
    const got = assumedRoles.at(-1) ?? 'whoever runs Terraform';
    const expected = account ?? '?';
    return [
      ...(isDeployer(context, stack, account, got) ? [] : [finding('deployer-stranger', at, { got, expected })]),
      ...(region === undefined ? [finding('deployer-region', at, {})] : []),
    ];
  });
}

function isDeployer(context: GuardContext, { name }: ModelStack, account: string | undefined, arn: string): boolean {
  const role = context.index.roleOf.get(arn);
  if (!role || role.account !== account) return false;
  return isCentral(context.model, role.stack) || isOfSameOwner(context, name, arn);
}

function isCentral({ stacks }: NetworkModel, stack: string): boolean {
  return stack === 'central-roles' && stacks.has(stack);
}
