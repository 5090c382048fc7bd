import { UserError } from '@central-ingress/user-error';
import { CommanderError } from 'commander';
import { awsFailure } from './aws-failure';

/**
 * Tells an error the way its audience needs it: a user's mistake as its message, what AWS or the network did not let
 * happen as one line, a defect of ours with its stack.
 * @returns the exit code: the error's own, else 1
 */
export function reportError(error: unknown, stream: { write(text: string): unknown }): number {
  if (error instanceof CommanderError) return error.exitCode;
  if (error instanceof UserError) {
    stream.write(`${error.message}\n`);
    return error.exitCode;
  }
  const environment = awsFailure(error);
  if (environment) {
    stream.write(`${environment}\n`);
    return 1;
  }
  stream.write(`This is a defect of ingress, please report it:\n${(error as Error)?.stack ?? String(error)}\n`);
  return 1;
}
