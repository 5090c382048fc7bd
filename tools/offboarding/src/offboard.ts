import { UserError } from '@central-ingress/user-error';
import { leftoverText } from './offboarding-report';
import type { OffboardingReport, StepReport } from './offboarding-report';
import { partOf } from './parts';
import { labelOf } from './stack-state';
import type { AwaitStep, PauseStep, Step } from './steps';
import type { Leftover, Workplace } from './workplace';

/** How {@link offboard} goes about its steps. */
export interface OffboardOptions {
  /** Only looks, and tells what each step would remove. @default false */
  readonly dryRun?: boolean;
  /** Once aborted, nothing new starts; the step that runs decides how it ends. */
  readonly signal?: AbortSignal;
  readonly onStart?: (step: Step, index: number) => void;
  readonly onEnd?: (report: StepReport, index: number) => void;
}

/** Something stands in the way of a step; nothing was changed by it. */
class StepRefusal extends UserError {}

/** How often AWS is asked whether something is gone, and for how long. */
const POLL_SECONDS = 5;
const LONGEST_AWAIT_SECONDS = 600;

/**
 * Takes the steps in their order. Before each one it looks at what is really there: what is gone already is not done
 * again, so an offboarding that was cut off anywhere is taken up by running it once more. The first step that fails or
 * is refused ends the run.
 */
export async function offboard(
  steps: readonly Step[],
  workplace: Workplace,
  { dryRun = false, signal, onStart, onEnd }: OffboardOptions = {},
): Promise<Pick<OffboardingReport, 'dryRun' | 'steps' | 'left' | 'interrupted'>> {
  const reports: StepReport[] = [];
  let left: readonly Leftover[] = [];
  let stopped = false;
  for (const [index, step] of steps.entries()) {
    const interrupted = signal?.aborted ?? false;
    if (stopped || interrupted) {
      reports.push({ ...blank(step), status: 'not started' });
      continue;
    }
    onStart?.(step, index);
    const started = performance.now();
    // Once its state is gone, only the hold still knows the tenant's network.
    if (step.kind === 'release' && !dryRun) left = await workplace.leftovers();
    const report = await (dryRun ? look(step, workplace) : take(step, workplace, signal));
    const timed = { ...report, seconds: Math.round(performance.now() - started) / 1000 };
    reports.push(timed);
    onEnd?.(timed, index);
    stopped = report.status === 'failed' || report.status === 'refused';
  }
  const complete = !dryRun && !stopped && !signal?.aborted;
  return {
    dryRun,
    steps: reports,
    left: complete ? left : [],
    interrupted: signal?.aborted ?? false,
  };
}

async function look(step: Step, workplace: Workplace): Promise<StepReport> {
  try {
    const due = await dueOf(step, workplace);
    const report = { ...blank(step), what: due ?? [], status: due ? ('would' as const) : ('nothing to do' as const) };
    // What stands in the way at once; of later steps it goes by itself, or is asked when they start.
    const obstacles = step.kind === 'hold' ? await workplace.obstacles(step) : [];
    return obstacles.length ? { ...report, status: 'refused', reason: obstacles.join('\n') } : report;
  } catch (error) {
    return failure(step, error);
  }
}

async function take(step: Step, workplace: Workplace, signal?: AbortSignal): Promise<StepReport> {
  let what: readonly string[] = [];
  try {
    const due = await dueOf(step, workplace);
    if (!due) return { ...blank(step), status: 'nothing to do' };
    what = due;
    await run(step, workplace, signal);
    return { ...blank(step), status: 'done', what };
  } catch (error) {
    return { ...failure(step, error), what };
  }
}

/** What a step has still to do, a line each; nothing when it is done. @throws UserError when it cannot be told */
async function dueOf(step: Step, workplace: Workplace): Promise<readonly string[] | undefined> {
  switch (step.kind) {
    case 'hold':
      return (await workplace.isHeld()) ? undefined : [];
    case 'release':
      return (await workplace.isHeld()) ? [] : undefined;
    case 'part':
    case 'stack': {
      const resources = partOf(await workplace.stateOf(step.stack), step.kind === 'part' ? step.part : undefined);
      return resources.length ? resources.map(labelOf) : undefined;
    }
    case 'pause': {
      const { applied } = await workplace.stateOf(step.after);
      return applied && (await stands(step, workplace)) ? [`${await workplace.secondsOf(step)} s`] : undefined;
    }
    case 'await':
      return (await stands(step, workplace)) ? [] : undefined;
    case 'sweep': {
      const found = (await workplace.leftovers()).filter(({ proof }) => proof);
      return found.length ? found.map(leftoverText) : undefined;
    }
  }
}

async function stands({ before }: PauseStep | AwaitStep, workplace: Workplace): Promise<boolean> {
  return partOf(await workplace.stateOf(before.stack), before.part).length > 0;
}

async function run(step: Step, workplace: Workplace, signal?: AbortSignal): Promise<void> {
  if (step.kind === 'await') return awaitGone(step, workplace);
  await refuseObstacles(step, workplace);
  switch (step.kind) {
    case 'hold':
      return workplace.hold();
    case 'release':
      return workplace.release();
    case 'pause':
      return workplace.sleep(await workplace.secondsOf(step));
    case 'sweep':
      return sweep(workplace, signal);
    case 'part': {
      const addresses = partOf(await workplace.stateOf(step.stack), step.part).map(({ address }) => address);
      await workplace.destroy(step, step.stack, addresses);
      return mustBeGone(step, workplace);
    }
    case 'stack':
      await workplace.destroy(step, step.stack);
      return mustBeGone(step, workplace);
  }
}

async function refuseObstacles(step: Step, workplace: Workplace): Promise<void> {
  const obstacles = await workplace.obstacles(step);
  if (obstacles.length) throw new StepRefusal(obstacles.join('\n'));
}

async function awaitGone(step: AwaitStep, workplace: Workplace): Promise<void> {
  for (let waited = 0; ; waited += POLL_SECONDS) {
    const obstacles = await workplace.obstacles(step);
    if (!obstacles.length) return;
    if (waited >= LONGEST_AWAIT_SECONDS) throw new StepRefusal(obstacles.join('\n'));
    await workplace.sleep(POLL_SECONDS);
  }
}

async function mustBeGone(step: Step, workplace: Workplace): Promise<void> {
  const rest = await dueOf(step, workplace);
  if (rest?.length) throw new UserError(`still there after the removal:\n${rest.join('\n')}`);
}

/** Removes what is proved to be the tenant's. What others still hold is tried again once some of them are gone. */
async function sweep(workplace: Workplace, signal?: AbortSignal): Promise<void> {
  let pending = (await workplace.leftovers()).filter(({ proof }) => proof);
  while (pending.length) {
    const failures: string[] = [];
    const rest: Leftover[] = [];
    for (const leftover of pending) {
      signal?.throwIfAborted();
      await workplace.remove(leftover).catch((error: Error) => {
        rest.push(leftover);
        failures.push(`${leftoverText(leftover)}: ${error.message}`);
      });
    }
    if (rest.length === pending.length) throw new UserError(`could not be removed:\n${failures.join('\n')}`);
    pending = rest;
  }
}

function failure(step: Step, error: unknown): StepReport {
  const reason = error instanceof Error ? error.message : String(error);
  // A defect of ours must not pass for a problem of the user's.
  const isKnown = error instanceof UserError || (error instanceof Error && '$metadata' in error) || isAbort(error);
  if (!isKnown) throw error;
  return { ...blank(step), status: error instanceof StepRefusal ? 'refused' : 'failed', reason };
}

function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}

function blank({ id, title }: Step): Omit<StepReport, 'status'> {
  return { step: id, title, what: [], seconds: 0 };
}
