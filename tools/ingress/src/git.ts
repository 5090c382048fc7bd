import { execFileSync } from 'node:child_process';
import { UserError } from '@central-ingress/user-error';

/** Runs one git command and gives what it prints. @throws UserError with git's own words after `context` */
export function git(folder: string, context: string, ...args: readonly string[]): string {
  try {
    return execFileSync('git', args, { cwd: folder, encoding: 'utf8', stdio: 'pipe', maxBuffer: 256 * 1024 * 1024 });
  } catch (error) {
    const { stderr, message } = error as { stderr?: string; message: string };
    throw new UserError(`${context} Git says: ${(stderr || message).trim()}`);
  }
}

/** The lines of git's `-z` output. */
export function gitList(folder: string, context: string, ...args: readonly string[]): readonly string[] {
  return git(folder, context, ...args)
    .split('\0')
    .filter(Boolean);
}
