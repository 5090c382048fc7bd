import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { runProgram } from '@central-ingress/emulator';
import type { SynthesizedStacks } from '@central-ingress/network-model';
import { UserError } from '@central-ingress/user-error';
import { z } from 'zod';
import type { Finding } from './finding';
import { constructPath, scannedJson } from './scanned-json';

/** What checkov found. */
export interface Scan {
  readonly findings: readonly Finding[];
  /** Checks that a resource passed. */
  readonly passed: number;
}

const reportSchema = z.object({
  results: z.object({
    failed_checks: z.array(
      z.object({ check_id: z.string(), check_name: z.string(), file_path: z.string(), resource: z.string() }),
    ),
  }),
  summary: z.object({ passed: z.number(), parsing_errors: z.number() }),
});
const EXTENSION = '.tf.json';

/**
 * Scans the JSON of every stack, without any network.
 * @param program path of checkov
 * @throws UserError when checkov fails, cannot read a stack, or judges nothing
 */
export async function scan(program: string, stacks: SynthesizedStacks): Promise<Scan> {
  const folder = mkdtempSync(join(tmpdir(), 'policy-'));
  const home = join(folder, 'home');
  const input = join(folder, 'stacks');
  [home, input].forEach((each) => mkdirSync(each));
  try {
    for (const [name, stack] of Object.entries(stacks)) {
      writeFileSync(join(input, `${name}${EXTENSION}`), JSON.stringify(scannedJson(stack), null, 2));
    }
    const options = ['--framework', 'terraform_json', '--output', 'json', '--compact', '--quiet', '--skip-download'];
    // A configuration file in the home folder could switch checks off.
    const env = { ...process.env, HOME: home, LOG_LEVEL: 'ERROR' };
    const { stdout, stderr } = await runProgram(program, ['--directory', input, '--soft-fail', ...options], {
      env,
      cwd: input,
    });
    return scanOf(stdout, stderr, stacks);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function scanOf(stdout: string, stderr: string, stacks: SynthesizedStacks): Scan {
  const report = reportSchema.safeParse(json(stdout)).data;
  if (!report || report.summary.parsing_errors || !report.summary.passed) {
    const said = stderr.trim().split('\n').at(-1) || stdout.trim().slice(0, 200);
    throw new UserError(`checkov: could not scan the synthesized stacks; got ${said || 'no words'}.`);
  }
  const findings = report.results.failed_checks.map(({ check_id, check_name, file_path, resource }) => {
    const stack = stacks[basename(file_path, EXTENSION)];
    return { check: check_id, wants: check_name, resource: stack ? constructPath(stack, resource) : resource };
  });
  return { findings, passed: report.summary.passed };
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
