import { join } from 'node:path';
import { runProgram } from '@central-ingress/emulator';
import { actionlint, pythonProgram } from './programs';

/** How one program judged the workflows. */
export interface WorkflowReport {
  /** `actionlint` or `zizmor`. */
  readonly program: string;
  readonly passed: boolean;
  /** What the program said; empty when it found nothing. */
  readonly output: string;
}

const REPOSITORY = join(__dirname, '..', '..', '..');

/** The two judges: one for mistakes, one for security. */
const JUDGES = {
  actionlint: async (log: (line: string) => void) => [await actionlint(log), '-no-color', '-oneline'],
  zizmor: async (log: (line: string) => void) => [
    await pythonProgram('zizmor', log),
    '--offline',
    '--quiet',
    '--color=never',
    '.github',
  ],
} as const;

/** A program that judges the workflows. */
export type WorkflowJudge = keyof typeof JUDGES;
/** All of them, in the order in which they run. */
export const WORKFLOW_JUDGES = Object.keys(JUDGES) as readonly WorkflowJudge[];

/**
 * Judges `.github` by one program; neither asks any network.
 * @throws MissingToolError when the program cannot be had on this machine
 */
export async function checkWorkflows(judge: WorkflowJudge, log: (line: string) => void): Promise<WorkflowReport> {
  const [program = '', ...args] = await JUDGES[judge](log);
  const { code, output } = await runProgram(program, args, { cwd: REPOSITORY });
  return { program: judge, passed: code === 0, output: code === 0 ? '' : output.trim() };
}
