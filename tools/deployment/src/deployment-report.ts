import type { StackResult } from './run-stacks';

/** A finished run of several stacks, as `--json` prints it. */
export interface DeploymentReport {
  readonly action: string;
  readonly stacks: readonly (StackResult & { readonly log?: string })[];
  /** True when the run was stopped from outside, as by Ctrl-C. */
  readonly interrupted: boolean;
  /** Failed stacks that were refused because something guarded would be replaced or destroyed; absent when none was. */
  readonly refused?: readonly string[];
  /** Command that takes up what is not done; absent when all is done. */
  readonly resume?: string;
}

/**
 * What a script learns from a report: 0 all is done that can be run here, 130 stopped from outside, 3 nothing failed but
 * what was refused, else 1.
 */
export function exitCodeOfReport(report: DeploymentReport): 0 | 1 | 3 | 130 {
  if (isComplete(report)) return 0;
  if (report.interrupted) return 130;
  const failed = report.stacks.filter(({ status }) => status === 'failed');
  return failed.every(({ stack }) => report.refused?.includes(stack)) ? 3 : 1;
}

const SYMBOLS = { done: '✔', failed: '✖', 'not started': '·', 'not applied': '○' } as const;

/** True when every stack is done that can be run here. */
export function isComplete(report: DeploymentReport): boolean {
  return report.stacks.every(({ status }) => status === 'done' || status === 'not applied');
}

/**
 * Renders a report for people: a line per stack with status and seconds, then each failure's own words with the file
 * of its whole log, then the command that resumes.
 */
export function renderReport(report: DeploymentReport): string {
  const width = Math.max(...report.stacks.map(({ stack }) => stack.length), 0);
  const rows = report.stacks.map(({ stack, status, seconds, reason }) => {
    const didNotRun = status === 'not started' || status === 'not applied';
    const time = didNotRun ? '' : `${seconds.toFixed(1)} s`;
    const why = didNotRun && reason ? `  (${reason})` : '';
    return `  ${SYMBOLS[status]} ${stack.padEnd(width)}  ${status.padEnd(11)} ${time.padStart(8)}${why}`.trimEnd();
  });
  const failures = report.stacks
    .filter(({ status }) => status === 'failed')
    .flatMap(({ stack, reason, log }) => [
      '',
      `${stack} failed:`,
      ...(reason ?? 'no reason was given').split('\n').map((line) => `  ${line}`),
      ...(log ? [`  whole log: ${log}`] : []),
    ]);
  const resume = report.resume ? ['', `To resume: ${report.resume}`] : [];
  return [`${report.action}:`, ...rows, ...failures, ...resume].join('\n');
}
