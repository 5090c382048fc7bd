import type { World } from '@central-ingress/config';
import { kindOf, stackGraph } from '@central-ingress/stack-graph';
import type { StackNode } from '@central-ingress/stack-graph';
import { UserError } from '@central-ingress/user-error';
import { Option } from 'commander';

/** What {@link stackKindOptions} give a command. */
export interface StackKindOptions {
  readonly only?: readonly string[];
  readonly except?: readonly string[];
}

/** `--only` and `--except`, for runs that may reach only some stacks of an owner: CI, or a runner inside a VPC. */
export function stackKindOptions(): readonly Option[] {
  const repeatable = (kind: string, former: readonly string[] = []): readonly string[] => [...former, kind];
  return [
    new Option('--only <kind>', 'only the stacks of this kind, e.g. roles or addons; repeatable').argParser(repeatable),
    new Option('--except <kind>', 'all stacks but those of this kind; repeatable')
      .argParser(repeatable)
      .conflicts('only'),
  ];
}

/**
 * The stacks whose kind is asked for.
 * @throws UserError for a kind that no stack of the world has
 */
export function ofKinds(
  world: World,
  stacks: readonly StackNode[],
  { only, except }: StackKindOptions,
): readonly StackNode[] {
  const kinds = only ?? except ?? [];
  const known = new Set(stackGraph(world).map(kindOf));
  const unknown = kinds.filter((kind) => !known.has(kind));
  if (unknown.length) {
    throw new UserError(
      `${unknown.join(', ')}: no stack is of this kind; expected ${[...known].sort().join(', ')}. Correct --only or --except.`,
    );
  }
  return kinds.length ? stacks.filter((stack) => kinds.includes(kindOf(stack)) === (only !== undefined)) : stacks;
}

/**
 * The same for stacks whose owners are named: who names them expects something to be done.
 * @throws UserError also when nothing is left
 */
export function someOfKinds(
  world: World,
  stacks: readonly StackNode[],
  options: StackKindOptions,
): readonly StackNode[] {
  const chosen = ofKinds(world, stacks, options);
  if (chosen.length || !stacks.length) return chosen;
  const flag = options.only ? '--only' : '--except';
  throw new UserError(
    `${flag}: leaves no stack of those that are named; got${kindFlags(options)}; expected one of their kinds to be ` +
      `left: ${[...new Set(stacks.map(kindOf))].sort().join(', ')}. Correct ${flag}.`,
  );
}

/** The options once more, for a command that is printed; empty when none was given. */
export function kindFlags({ only = [], except = [] }: StackKindOptions): string {
  return [...only.map((kind) => ` --only ${kind}`), ...except.map((kind) => ` --except ${kind}`)].join('');
}
