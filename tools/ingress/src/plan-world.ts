import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Question, StackChanges, SynthesizedJson } from '@central-ingress/change-summary';
import type { World } from '@central-ingress/config';
import {
  Initialization,
  Interrupts,
  missingProviders,
  planStack,
  planStacks,
  Progress,
  typesInState,
  unavailability,
} from '@central-ingress/deployment';
import { stackGraph } from '@central-ingress/stack-graph';
import type { StackNode } from '@central-ingress/stack-graph';
import { questionFolders } from './question-folders';
import { logFile } from './run-files';
import { withNeeds } from './with-needs';

/** A question to several stacks of a world. */
export interface PlanWorldRequest {
  readonly question: Question;
  readonly world: World;
  readonly worldFolder: string;
  readonly stacks: readonly StackNode[];
  readonly concurrency: number;
  readonly print: (line: string) => void;
  readonly env?: NodeJS.ProcessEnv;
}

/** What came of a question. */
export interface PlanWorldAnswer {
  readonly stacks: readonly StackChanges[];
  /** True when the run was stopped from outside, as by Ctrl-C. */
  readonly interrupted: boolean;
}

/**
 * Synthesizes the stacks and what they need into `.ingress/plan`, apart from what deployments use, and asks Terraform
 * what would change, or what has moved. Nothing is locked and no state is changed.
 */
export async function planWorld(request: PlanWorldRequest): Promise<PlanWorldAnswer> {
  const { question, world, worldFolder, print } = request;
  const stacks = withNeeds(stackGraph(world), request.stacks);
  const folderOf = questionFolders(world, worldFolder, stacks);

  const interrupts = new Interrupts(() => print('Stopping: nothing is changed. Once more to kill what still runs.'));
  const progress = new Progress(request.stacks.length, print);
  const initialization = new Initialization();
  const missing = missingProviders(request.env ?? process.env);
  const initialized = new Map<string, Promise<void>>();
  const runOf = (stack: StackNode) => ({
    folder: folderOf(stack),
    logFile: logFile(worldFolder, stack.name, question),
    env: request.env ?? process.env,
    signal: interrupts.signal,
    kill: interrupts.kill,
  });
  // Once per stack, though it is asked twice. Nothing is kept in this folder that a changed backend could need.
  const initialize = async (stack: StackNode): Promise<ReturnType<typeof runOf>> => {
    const run = runOf(stack);
    if (!initialized.has(stack.name)) {
      rmSync(run.logFile, { force: true });
      initialized.set(stack.name, initialization.initialize(run, '-reconfigure'));
    }
    await initialized.get(stack.name);
    return run;
  };
  try {
    const answers = await planStacks({
      question,
      stacks,
      asked: new Set(request.stacks.map(({ name }) => name)),
      concurrency: request.concurrency,
      signal: interrupts.signal,
      onEvent: (event) => progress.on(event),
      ask: {
        plan: async (stack) => planStack(await initialize(stack), { refreshOnly: question === 'drift' }),
        isDeployed: async (stack) => (await typesInState(await initialize(stack))).size > 0,
        synthesized: (stack) =>
          JSON.parse(readFileSync(join(folderOf(stack), 'cdk.tf.json'), 'utf8')) as SynthesizedJson,
        unavailable: (stack) => unavailability(folderOf(stack), missing),
      },
    });
    return { stacks: answers, interrupted: interrupts.signal.aborted };
  } finally {
    progress.stop();
    interrupts.dispose();
  }
}
