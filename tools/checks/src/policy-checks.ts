import { sum } from './check';
import type { Check, Tally } from './check';

const PASSED: Tally = { passed: 1, failed: 0, skipped: 0 };
const SKIPPED: Tally = { passed: 0, failed: 0, skipped: 1 };
const FAILED: Tally = { passed: 0, failed: 1, skipped: 0 };
const tell = (line: string): void => void process.stdout.write(`${line}\n`);

/** The workflows of `.github`, judged by actionlint for mistakes and by zizmor for security. */
export const workflowsCheck: Check = {
  name: 'workflows',
  describe: 'actionlint and zizmor on .github',
  run: async () => {
    const { checkWorkflows, WORKFLOW_JUDGES } = await import('@central-ingress/policy');
    const tallies: Tally[] = [];
    for (const judge of WORKFLOW_JUDGES) {
      tallies.push(
        await orSkipped(judge, async () => {
          const { passed, output } = await checkWorkflows(judge, tell);
          if (!passed) tell(output || `${judge} failed without a word`);
          return passed ? PASSED : FAILED;
        }),
      );
    }
    return sum(tallies);
  },
};

/** checkov on the synthesized JSON; each finding counts as a failure, and each suppression that is of no use. */
export const policyCheck: Check = {
  name: 'policy',
  describe: 'checkov on the synthesized Terraform JSON',
  run: () =>
    orSkipped('policy', async () => {
      const { checkPolicy, reportText } = await import('@central-ingress/policy');
      const report = await checkPolicy(tell);
      tell(reportText(report));
      const failed = report.failed.length + report.unused.length;
      return failed ? { ...FAILED, failed } : PASSED;
    }),
};

/** Runs a check, and says why when this machine lacks what it needs. */
export async function orSkipped(name: string, run: () => Promise<Tally>): Promise<Tally> {
  try {
    return await run();
  } catch (error) {
    const { reasonToSkip } = await import('@central-ingress/policy');
    const reason = reasonToSkip(error);
    tell(reason ? `   skipped: ${name}: ${reason}` : `${name}: ${(error as Error).message}`);
    return reason ? SKIPPED : FAILED;
  }
}
