import type { Leftover } from './workplace';

/** What came of one step. */
export interface StepReport {
  readonly step: string;
  readonly title: string;
  /**
   * `would`: it is to be done, and only looked at. `refused`: something stands in its way, and nothing was changed by
   * it. `nothing to do`: it was done earlier, or there never was anything.
   */
  readonly status: 'done' | 'nothing to do' | 'would' | 'refused' | 'failed' | 'not started';
  /** What it removed or would remove, with ids. */
  readonly what: readonly string[];
  readonly seconds: number;
  readonly reason?: string;
}

/** A finished or stopped offboarding, as `--json` prints it. */
export interface OffboardingReport {
  readonly tenant: string;
  readonly dryRun: boolean;
  readonly steps: readonly StepReport[];
  /** What is left and nobody proved to be the tenant's; only told when every step is done. */
  readonly left: readonly Leftover[];
  /** What stays on purpose, and what to do with it. */
  readonly kept: readonly string[];
  readonly interrupted: boolean;
  /** Command that takes up what is not done; absent when all is done. */
  readonly resume?: string;
}

/**
 * What a script learns: 0 all of the tenant is gone, 2 all is done and something is left to look at, 3 a step was
 * refused, 130 stopped from outside, else 1.
 */
export function exitCodeOfOffboarding(report: OffboardingReport): 0 | 1 | 2 | 3 | 130 {
  const has = (status: StepReport['status']): boolean => report.steps.some((step) => step.status === status);
  if (has('failed') && !report.interrupted) return 1;
  if (has('refused')) return 3;
  if (report.interrupted) return 130;
  return report.left.length ? 2 : 0;
}

const SYMBOLS: Readonly<Record<StepReport['status'], string>> = {
  done: '✔',
  'nothing to do': '✔',
  would: '○',
  refused: '✖',
  failed: '✖',
  'not started': '·',
};

/** Renders a report for people: a line per step with what it took, why one stopped, what is left, how to go on. */
export function renderOffboarding(report: OffboardingReport): string {
  const width = Math.max(...report.steps.map(({ title }) => title.length));
  const digits = String(report.steps.length).length;
  const steps = report.steps.flatMap(({ title, status, seconds, what }, index) => {
    const time = status === 'done' || status === 'failed' ? `  ${seconds.toFixed(1)} s` : '';
    const head = `  ${SYMBOLS[status]} ${String(index + 1).padStart(digits)} ${title.padEnd(width)}  ${status}${time}`;
    const indent = ' '.repeat(6 + digits);
    return [head.trimEnd(), ...(status === 'nothing to do' ? [] : what.map((line) => `${indent}${line}`))];
  });
  const stopped = report.steps
    .filter(({ status, reason }) => (status === 'failed' || status === 'refused') && reason)
    .flatMap(({ title, status, reason = '' }) => ['', `${title}: ${status}`, ...indented(reason)]);
  const left = report.left.length
    ? ['', 'Left, and not provably of this tenant alone; look at each:', ...report.left.map(leftLine)]
    : [];
  const kept = report.kept.length ? ['', 'Kept:', ...report.kept.map((line) => `  ${line}`)] : [];
  const resume = report.resume ? ['', `To go on: ${report.resume}`] : [];
  const verb = report.dryRun ? 'would take these steps' : 'steps';
  return [`offboard ${report.tenant}, ${verb}:`, ...steps, ...stopped, ...left, ...kept, ...resume].join('\n');
}

/** One leftover on one line, e.g. `security group sg-01 in 222222222222 (k8s-traffic)`. */
export function leftoverText({ kind, id, accountId, says }: Leftover): string {
  return `${kind} ${id} in ${accountId}${says ? ` (${says})` : ''}`;
}

function leftLine(leftover: Leftover): string {
  return `  ${leftoverText(leftover)}`;
}

function indented(text: string): readonly string[] {
  return text.split('\n').map((line) => `  ${line}`);
}
