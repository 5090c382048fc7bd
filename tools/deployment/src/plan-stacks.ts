import { changesOf, driftOf, isApplied, synthesizedChanges } from '@central-ingress/change-summary';
import type { Question, ShownPlan, StackChanges, SynthesizedJson } from '@central-ingress/change-summary';
import type { StackNode } from '@central-ingress/stack-graph';
import { runStacks } from './run-stacks';
import type { StackEvent } from './run-stacks';

/** How one stack is asked. A rejection makes it failed, with the error's message as reason. */
export interface StackQuestions {
  /** Plans the stack, in the way that the question needs. */
  readonly plan: (stack: StackNode) => Promise<ShownPlan>;
  /** Tells whether the stack's state holds anything. */
  readonly isDeployed: (stack: StackNode) => Promise<boolean>;
  readonly synthesized: (stack: StackNode) => SynthesizedJson;
  /** Why the stack cannot be asked here, for a sentence; `undefined` when it can. @default every stack can */
  readonly unavailable?: (stack: StackNode) => string | undefined;
}

/** A question to several stacks. */
export interface PlanRequest {
  readonly question: Question;
  /** The stacks that are asked, and all that these need, directly or not. */
  readonly stacks: readonly StackNode[];
  /** Names of those that are asked; of the others it only matters whether they stand. */
  readonly asked: ReadonlySet<string>;
  readonly ask: StackQuestions;
  readonly concurrency: number;
  /** Once aborted, nothing new starts. */
  readonly signal?: AbortSignal;
  /** Told of the stacks that are asked. */
  readonly onEvent?: (event: StackEvent) => void;
}

/** What a stack that has no state bucket yet waits for. */
export const BOOTSTRAP = 'ingress bootstrap';

/**
 * What a stack is for those that need it. `absent`: nothing of it exists. `partial`: something of it does, and more is
 * to be created. `unknown`: it could not be asked, and then those that need it are tried.
 */
type Standing = 'stands' | 'partial' | 'absent' | 'unknown';
interface Answer {
  readonly told: StackChanges;
  readonly standing: Standing;
}

/**
 * Asks stacks for their changes, needs first, side by side where nothing forbids it. A stack waits, and is not run,
 * while one it needs is absent; a stack that Terraform cannot plan for want of a hand-over or role waits too while one
 * it needs is partial or could not be asked. So a world of which nothing exists can be planned whole, also by somebody
 * who may not see the roles stacks. Asked for drift, a stack is `not deployed` only where that was read; one that cannot
 * be read has failed, and one that cannot be run here is not started.
 * @returns one answer per stack that is asked, in the order given
 */
export async function planStacks(request: PlanRequest): Promise<readonly StackChanges[]> {
  const { stacks, asked, concurrency, signal, onEvent } = request;
  const answers = new Map<string, Answer>();
  const results = await runStacks(stacks, {
    direction: 'deploy',
    concurrency,
    ...(signal ? { signal } : {}),
    onEvent: (event) => {
      if (asked.has(event.type === 'started' ? event.stack : event.result.stack)) onEvent?.(asTold(event, answers));
    },
    run: async (stack) => void answers.set(stack.name, await answerOf(stack, request, answers)),
  });
  return results
    .filter(({ stack }) => asked.has(stack))
    .map(
      ({ stack, reason = '' }) =>
        answers.get(stack)?.told ?? { stack, status: 'not started', changes: [], waitsFor: [], reason },
    );
}

/** A stack whose question failed has run to its end, since what needs it is asked all the same. */
function asTold(event: StackEvent, answers: ReadonlyMap<string, Answer>): StackEvent {
  if (event.type === 'started') return event;
  const { status, reason } = answers.get(event.result.stack)?.told ?? {};
  if (status !== 'failed' && status !== 'not started') return event;
  return { ...event, result: { ...event.result, status, ...(reason ? { reason } : {}) } };
}

async function answerOf(stack: StackNode, request: PlanRequest, answers: ReadonlyMap<string, Answer>): Promise<Answer> {
  const needsThatAre = (standing: Standing): readonly string[] =>
    stack.needs.filter((need) => answers.get(need)?.standing === standing);

  const drift = request.question === 'drift';
  const unavailable = request.ask.unavailable?.(stack);
  if (unavailable && drift) return answer(stack, 'unknown', { status: 'not started', reason: unavailable });
  if (unavailable) return waiting(stack, [unavailable], request);
  const absent = needsThatAre('absent');
  if (absent.length) return waiting(stack, absent, request);
  try {
    return await (request.asked.has(stack.name) ? askedAnswer(stack, request) : probedAnswer(stack, request));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    if (isMissingBucket(reason)) return waiting(stack, [BOOTSTRAP], request);
    const unknown = needsThatAre('unknown');
    const upstream = [...needsThatAre('partial'), ...unknown];
    if (!upstream.length || !isMissingUpstream(reason)) {
      return answer(stack, 'unknown', { status: 'failed', reason });
    }
    // What a plan would create can wait. What may have moved and cannot be read must not pass for something that stands.
    return drift ? incomparable(stack, unknown, reason) : waiting(stack, upstream, request);
  }
}

async function askedAnswer(stack: StackNode, { question, ask }: PlanRequest): Promise<Answer> {
  if (question === 'drift') {
    // An empty state has nothing that could have moved, and what the stack needs may not be there to be read.
    if (!(await ask.isDeployed(stack))) return answer(stack, 'absent', { status: 'not deployed' });
    return answer(stack, 'stands', { changes: driftOf(await ask.plan(stack)) });
  }
  const plan = await ask.plan(stack);
  const changes = changesOf(plan);
  const grows = changes.some(({ kind }) => kind === 'create' || kind === 'replace');
  return answer(stack, !isApplied(plan) ? 'absent' : grows ? 'partial' : 'stands', { changes });
}

async function probedAnswer(stack: StackNode, { ask }: PlanRequest): Promise<Answer> {
  return answer(stack, (await ask.isDeployed(stack)) ? 'stands' : 'absent');
}

function waiting(stack: StackNode, waitsFor: readonly string[], { question, ask }: PlanRequest): Answer {
  if (question === 'drift') return answer(stack, 'absent', { status: 'not deployed' });
  return answer(stack, 'absent', { status: 'waiting', changes: synthesizedChanges(ask.synthesized(stack)), waitsFor });
}

function incomparable(stack: StackNode, unknown: readonly string[], reason: string): Answer {
  const doubt =
    `Whether ${unknown.join(' and ')} ${unknown.length > 1 ? 'are' : 'is'} deployed could not be read, ` +
    `and so not whether ${stack.name} should be there to compare.`;
  return answer(stack, 'unknown', { status: 'failed', reason: `${reason}\n${doubt}` });
}

function answer({ name }: StackNode, standing: Standing, told: Partial<StackChanges> = {}): Answer {
  return { standing, told: { stack: name, status: 'planned', changes: [], waitsFor: [], ...told } };
}

/** Whether Terraform failed because a stack's state bucket is not there. */
export function isMissingBucket(reason: string): boolean {
  return /S3 bucket "[^"]*" does not exist|NoSuchBucket/.test(reason);
}

/** The AWS provider's words for a parameter that is not there and for a role that is not there to be assumed. */
function isMissingUpstream(reason: string): boolean {
  return /SSM Parameter[^\n]*(couldn't find resource|empty result|ParameterNotFound)|Cannot assume IAM Role/.test(
    reason,
  );
}
