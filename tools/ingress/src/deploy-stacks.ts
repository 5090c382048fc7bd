import { relative } from 'node:path';
import type { World } from '@central-ingress/config';
import {
  Initialization,
  Interrupts,
  missingProviders,
  Progress,
  runStacks,
  unavailability,
} from '@central-ingress/deployment';
import type { CdktfRun, DeploymentReport } from '@central-ingress/deployment';
import { stackGraph } from '@central-ingress/stack-graph';
import type { StackNode } from '@central-ingress/stack-graph';
import { deployStack } from './deploy-stack';
import { destroyStack } from './destroy-stack';
import { Guard } from './guard';
import { refuseUnsafeRun } from './refusals';
import { logFile, outputFolder, stackFolder } from './run-files';
import { directionOf } from './stacks-of';
import type { RunAction } from './stacks-of';
import { whyUnavailable } from './why-unavailable';
import { REPOSITORY, worldFlag } from './world-folder';
import { whenNeeded } from './when-needed';

/** Names of the stacks whose roles others assume. */
const MAKES_ROLES = /-(roles|registration)$/;

/** One run over several stacks. */
export interface DeployRequest {
  readonly action: RunAction;
  readonly world: World;
  readonly worldFolder: string;
  readonly owners: readonly string[];
  readonly stacks: readonly StackNode[];
  readonly concurrency: number;
  /** Guarded resources that may be replaced or destroyed: `<stack>:<address>` or an address. @default none */
  readonly allow?: readonly string[];
  /** Sees to what a stack needs that is no stack, right before it is deployed; a rejection makes the stack failed. */
  readonly prepare?: (stack: StackNode, stop: Pick<CdktfRun, 'signal' | 'kill'>) => Promise<void>;
  /** Whether the state of what was deployed is read back, so that only what moves later is drift. @default true */
  readonly settle?: boolean;
  readonly print: (line: string) => void;
  readonly env?: NodeJS.ProcessEnv;
  /** Stops the run from outside, as Ctrl-C does. */
  readonly signal?: AbortSignal;
}

/**
 * Synthesizes the owners' stacks and runs `cdktf` for each; a deployment is planned first and refused where it would
 * replace or destroy something guarded. The first Ctrl-C lets Terraform end what it is doing, starts nothing new and
 * still gives the report.
 * @throws RunRefusal before anything is changed, when AWS shows that the run would break what others use
 */
export async function deployStacks(request: DeployRequest): Promise<DeploymentReport> {
  const { action, world, stacks, print } = request;
  await refuseUnsafeRun(request);
  const outputOf = ({ owner }: Pick<StackNode, 'owner'>): string => outputFolder(request.worldFolder, 'run', owner);
  const folderOf = (stack: StackNode): string => stackFolder(outputOf(stack), stack.name);
  const logFileOf = ({ name }: StackNode): string => logFile(request.worldFolder, name, action);
  const { synthesize } = whenNeeded.synthesis;
  for (const owner of request.owners) synthesize(world, [owner], outputOf({ owner }));

  const interrupts = new Interrupts(
    () =>
      print(
        'Stopping: Terraform ends what it is doing, nothing new is started. Once more to kill it: state may be lost.',
      ),
    request.signal,
  );
  const guard = new Guard(request.allow ?? []);
  const initialization = new Initialization();
  const progress = new Progress(stacks.length, print);
  const run: CdktfRun = {
    repository: REPOSITORY,
    outputOf,
    logFileOf,
    env: request.env ?? process.env,
    signal: interrupts.signal,
    kill: interrupts.kill,
    onLine: ({ name }, line) => progress.onLine(name, line),
  };
  try {
    const direction = directionOf(action);
    const missing = missingProviders(run.env);
    const graph = stackGraph(world);
    const reasonOf = (stack: StackNode): string | undefined => unavailability(folderOf(stack), missing);
    const done = new Set<string>();
    const results = await runStacks(stacks, {
      direction,
      concurrency: request.concurrency,
      signal: interrupts.signal,
      onEvent: (event) => {
        if (event.type === 'ended' && event.result.status === 'done') done.add(event.result.stack);
        progress.on(event);
      },
      unavailable: (stack) => whyUnavailable(stack, { graph, direction, chosen: stacks }, reasonOf),
      run: async (stack) => {
        await request.prepare?.(stack, run);
        if (direction === 'deploy') {
          const newRoles = stack.needs.filter((need) => done.has(need) && MAKES_ROLES.test(need));
          await deployStack(stack, run, { guard, print, settle: request.settle ?? true, newRoles });
        } else await destroyStack(stack, run, { world, owners: request.owners, initialization });
      },
    });
    guard.unusedAllowances.forEach((name) => print(`--allow ${name}: nothing guarded of this name changes.`));
    const byName = new Map(stacks.map((stack) => [stack.name, stack]));
    const withLogs = results.map((result) => {
      const stack = byName.get(result.stack);
      return result.status === 'not started' || result.status === 'not applied' || !stack
        ? result
        : { ...result, log: relative(process.cwd(), logFileOf(stack)) };
    });
    const complete = results.every(({ status }) => status === 'done' || status === 'not applied');
    return {
      action,
      stacks: withLogs,
      ...(complete ? {} : { resume: resumeCommand(request) }),
      ...(guard.refused.length ? { refused: guard.refused } : {}),
      interrupted: interrupts.signal.aborted,
    };
  } finally {
    progress.stop();
    interrupts.dispose();
  }
}

function resumeCommand({ action, owners, worldFolder }: DeployRequest): string {
  return `npx ingress ${action} ${owners.join(' ')}${worldFlag(worldFolder)}`;
}
