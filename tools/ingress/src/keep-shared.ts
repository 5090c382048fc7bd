import type { World } from '@central-ingress/config';
import { forgetPart } from '@central-ingress/deployment';
import type { Initialization, TerraformRun } from '@central-ingress/deployment';
import { internetVpcStacks } from '@central-ingress/stack-graph';
import type { StackNode } from '@central-ingress/stack-graph';
import { whenNeeded } from './when-needed';

/**
 * Lets a stack that is about to be destroyed forget what other internet VPCs need as well: ACM gives a name the same
 * validation record in every certificate of an account, and without it the others' certificates are not renewed.
 * @param owners what the same run destroys; they need nothing any more
 * @param initialization that of the run
 */
export async function keepShared(
  stack: StackNode,
  { world, owners }: { readonly world: World; readonly owners: readonly string[] },
  run: TerraformRun,
  initialization: Initialization,
): Promise<void> {
  const others = stacksThatMayShare(stack, world, owners);
  if (!others.length) return;
  const { addressesSharedWith } = whenNeeded.offboarding;
  const shared = await addressesSharedWith(world.platform, stack, others);
  if (shared.length) await forgetPart(shared, run, initialization);
}

/** The ALBs' stacks of other internet VPCs of the same domain, for a stack that is one itself. */
export function stacksThatMayShare(
  stack: Pick<StackNode, 'name' | 'owner'>,
  { platform, internetVpcs }: World,
  owners: readonly string[],
): readonly StackNode[] {
  const own = internetVpcs.find(({ name }) => name === stack.owner);
  if (!own || internetVpcStacks(platform, own).alb.name !== stack.name) return [];
  return internetVpcs
    .filter(({ name, domain }) => name !== own.name && domain === own.domain && !owners.includes(name))
    .map((vpc) => internetVpcStacks(platform, vpc).alb);
}
