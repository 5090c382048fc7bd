import { cpus } from 'node:os';
import { changesOf } from '@central-ingress/change-summary';
import type { PlannedChange } from '@central-ingress/change-summary';
import { missingProviders, planStack, runStacks, unavailability } from '@central-ingress/deployment';
import type { StackResult } from '@central-ingress/deployment';
import { logFile, outputFolder, stackFolder, whyUnavailable } from '@central-ingress/ingress';
import type { StackNode } from '@central-ingress/stack-graph';

/** What a second plan of the deployed stacks says. */
export interface WorldPlan {
  readonly changes: readonly (PlannedChange & { readonly stack: string })[];
  /** Stacks that could not be planned, with the reason. */
  readonly failures: readonly StackResult[];
  /** Stacks that cannot be run here, with the reason. */
  readonly unavailable: readonly StackResult[];
}

/** Plans every stack that a deployment left synthesized and initialized, several at a time. */
export async function planWorld(
  stacks: readonly StackNode[],
  worldFolder: string,
  terraform: string,
  onPlanned: (stack: string, changes: number) => void,
): Promise<WorldPlan> {
  const changes: (PlannedChange & { stack: string })[] = [];
  const missing = missingProviders(process.env);
  const folderOf = ({ owner, name }: StackNode): string => stackFolder(outputFolder(worldFolder, 'run', owner), name);
  const reasonOf = (stack: StackNode): string | undefined => unavailability(folderOf(stack), missing);
  const unavailable = new Map(
    stacks.map((stack) => {
      return [stack.name, whyUnavailable(stack, { graph: stacks, chosen: [stack], direction: 'deploy' }, reasonOf)];
    }),
  );
  const results = await runStacks(
    stacks.map((stack) => ({ ...stack, needs: [] })),
    {
      direction: 'deploy',
      concurrency: cpus().length,
      unavailable: ({ name }) => unavailable.get(name),
      run: async (stack) => {
        const { name } = stack;
        const folder = folderOf(stack);
        const env = { ...process.env, TERRAFORM_BINARY_NAME: terraform };
        const planned = changesOf(await planStack({ folder, logFile: logFile(worldFolder, name, 'plan'), env }));
        changes.push(...planned.map((change) => ({ ...change, stack: name })));
        onPlanned(name, planned.length);
      },
    },
  );
  return {
    changes,
    failures: results.filter(({ status }) => status === 'failed' || status === 'not started'),
    unavailable: results.filter(({ status }) => status === 'not applied'),
  };
}
