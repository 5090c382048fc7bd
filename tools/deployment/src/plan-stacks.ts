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
type Answer = StackChanges & { readonly standing: Standing };

/**
 * Asks stacks for their changes, needs first, side by side where nothing forbids it. A stack waits, and is not run,
 * while one it needs is absent; a stack that Terraform cannot plan for want of a hand-over or role waits too while one
 * it needs is partial. So a world of which nothing exists can be planned whole.
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
      if (asked.has(event.type === 'started' ? event.stack : event.result.stack)) onEvent?.(event);
    },
    run: async (stack) => void answers.set(stack.name, await answerOf(stack, request, answers)),
  });
  return results
    .filter(({ stack }) => asked.has(stack))
    .map(({ stack, reason = '' }) => {
      const answer = answers.get(stack);
      if (!answer) return { stack, status: 'not started', changes: [], waitsFor: [], reason };
      const { standing: _, ...changes } = answer;
      return changes;
    });
}

async function answerOf(stack: StackNode, request: PlanRequest, answers: ReadonlyMap<string, Answer>): Promise<Answer> {
  const needsThatAre = (standing: Standing): readonly string[] =>
    stack.needs.filter((need) => answers.get(need)?.standing === standing);
  const wait = (waitsFor: readonly string[]): Answer =>
    request.question === 'drift'
      ? notDeployed(stack)
      : {
          stack: stack.name,
          status: 'waiting',
          changes: synthesizedChanges(request.ask.synthesized(stack)),
          waitsFor,
          standing: 'absent',
        };

  const absent = needsThatAre('absent');
  if (absent.length) return wait(absent);
  try {
    return await (request.asked.has(stack.name) ? askedAnswer(stack, request) : probedAnswer(stack, request));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    if (isMissingBucket(reason)) return wait([BOOTSTRAP]);
    const partial = needsThatAre('partial');
    if (partial.length && isMissingUpstream(reason)) return wait(partial);
    return { stack: stack.name, status: 'failed', changes: [], waitsFor: [], reason, standing: 'unknown' };
  }
}

async function askedAnswer(stack: StackNode, { question, ask }: PlanRequest): Promise<Answer> {
  // An empty state has nothing that could have moved, and what it needs may not be there to be read.
  if (question === 'drift' && !(await ask.isDeployed(stack))) return notDeployed(stack);
  const plan = await ask.plan(stack);
  const changes = question === 'drift' ? driftOf(plan) : changesOf(plan);
  const grows = changes.some(({ kind }) => kind === 'create' || kind === 'replace');
  const standing = question === 'drift' ? 'stands' : !isApplied(plan) ? 'absent' : grows ? 'partial' : 'stands';
  return { stack: stack.name, status: 'planned', changes, waitsFor: [], standing };
}

async function probedAnswer(stack: StackNode, { ask }: PlanRequest): Promise<Answer> {
  const standing = (await ask.isDeployed(stack)) ? 'stands' : 'absent';
  return { stack: stack.name, status: 'planned', changes: [], waitsFor: [], standing };
}

function notDeployed({ name }: StackNode): Answer {
  return { stack: name, status: 'not deployed', changes: [], waitsFor: [], standing: 'absent' };
}

function isMissingBucket(reason: string): boolean {
  return /S3 bucket "[^"]*" does not exist|NoSuchBucket/.test(reason);
}

/** The AWS provider's words for a parameter that is not there and for a role that is not there to be assumed. */
function isMissingUpstream(reason: string): boolean {
  return /SSM Parameter[^\n]*(couldn't find resource|empty result|ParameterNotFound)|Cannot assume IAM Role/.test(
    reason,
  );
}
