import { join } from 'node:path';

/**
 * Folder of an owner's synthesized stacks. A folder per owner: runs for different owners, side by side in two processes,
 * do not write the same manifest.
 * @param use `run` for what changes the stacks, `plan` for what only asks them
 */
export function outputFolder(worldFolder: string, use: 'run' | 'plan', owner: string): string {
  return join(worldFolder, '.ingress', use, owner);
}

/** Folder of one stack below that of its owner, as cdktf lays it out. */
export function stackFolder(output: string, stack: string): string {
  return join(output, 'stacks', stack);
}

/** Folder of all logs. */
export function logFolder(worldFolder: string): string {
  return join(worldFolder, '.ingress', 'logs');
}

/** Where Terraform's words on a stack are kept; each thing that is done to it has a log of its own. */
export function logFile(worldFolder: string, stack: string, what: string): string {
  return join(logFolder(worldFolder), `${stack}.${what}.log`);
}
