import { accessSync, constants, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { UserError } from '@central-ingress/user-error';
import { ErrorExcerpt } from './error-excerpt';
import { runInGroup } from './process-group';

/** Where and how Terraform runs for one stack. */
export interface TerraformRun {
  /** The stack's folder, `<output>/stacks/<stack>`. */
  readonly folder: string;
  /** Receives what Terraform prints, appended; the folder is made when missing. */
  readonly logFile: string;
  readonly env: NodeJS.ProcessEnv;
  /** Lets Terraform end what it is doing, then stops. */
  readonly signal?: AbortSignal;
  /** Kills at once. */
  readonly kill?: AbortSignal;
}

/** A Terraform command that failed; the message is Terraform's own error, the log has the rest. */
export class TerraformFailure extends UserError {}

/** Runs one Terraform command in a stack's folder. @throws TerraformFailure */
export async function runTerraform(args: readonly string[], run: TerraformRun): Promise<void> {
  await execute(args, run);
}

/**
 * Runs one Terraform command and gives what it prints on standard output. That goes to no log, since states and plans
 * hold secrets in clear.
 * @throws TerraformFailure
 */
export async function readTerraform(args: readonly string[], run: TerraformRun): Promise<string> {
  const parts: string[] = [];
  await execute(args, run, (text) => parts.push(text));
  return parts.join('');
}

async function execute(args: readonly string[], run: TerraformRun, onStdout?: (text: string) => void): Promise<void> {
  mkdirSync(dirname(run.logFile), { recursive: true });
  const errors = new ErrorExcerpt();
  const binary = terraformBinary(run.env);
  const exit = await runInGroup({
    command: binary,
    args,
    cwd: run.folder,
    env: { ...run.env, ...providerCache(run.env), TF_IN_AUTOMATION: '1', TF_INPUT: '0', CHECKPOINT_DISABLE: '1' },
    logFile: run.logFile,
    ...(run.signal ? { signal: run.signal } : {}),
    ...(run.kill ? { kill: run.kill } : {}),
    ...(onStdout ? { onStdout } : {}),
    onLine: (line) => errors.add(line),
  });
  if (run.signal?.aborted) throw new TerraformFailure('interrupted');
  if (exit.code !== 0) {
    const end = exit.signal ?? `exit code ${exit.code}`;
    throw new TerraformFailure(errors.text() || `${binary} ${args[0] ?? ''} ended with ${end}`);
  }
}

/**
 * The program that cdktf would run as well: what `TERRAFORM_BINARY_NAME` names, else `terraform`, else `tofu`.
 * @throws TerraformFailure when there is none
 */
export function terraformBinary(env: NodeJS.ProcessEnv): string {
  const named = env['TERRAFORM_BINARY_NAME'];
  if (named) return named;
  const found = ['terraform', 'tofu'].find((name) => isOnPath(name, env));
  if (found) return found;
  throw new TerraformFailure(
    'terraform: not found on the PATH, and neither is tofu; expected Terraform or OpenTofu 1.10 or newer. ' +
      'Install one of them, or name it in TERRAFORM_BINARY_NAME.',
  );
}

function isOnPath(name: string, env: NodeJS.ProcessEnv): boolean {
  return (env['PATH'] ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, name), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** The provider cache that cdktf uses, on cdktf's terms, so that planning does not bring every provider once more. */
function providerCache(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  if (env['CDKTF_DISABLE_PLUGIN_CACHE_ENV']) return {};
  const folder = env['TF_PLUGIN_CACHE_DIR'] || join(homedir(), '.terraform.d', 'plugin-cache');
  mkdirSync(folder, { recursive: true });
  return { TF_PLUGIN_CACHE_DIR: folder };
}
