import { ConfigError } from '@central-ingress/config';
import { UserError } from '@central-ingress/user-error';
import { CommanderError } from 'commander';
import { awsFailure } from './aws-failure';
import { fileFailure } from './file-failure';

/** Where an error is told. */
interface Output {
  write(text: string): unknown;
}

/**
 * Tells an error the way its audience needs it: a user's mistake as its message, what AWS, the network or the disk did
 * not let happen as one line, a defect of ours with its stack.
 * @param json where a program reads: it gets `{ valid: false, problems }` of a wrong configuration, `{ message }` of
 *   anything else that is no defect, in place of the text; nothing: people read
 * @returns the exit code: the error's own, else 1
 */
export function reportError(error: unknown, stream: Output, json?: Output): number {
  const tell = (message: string, object: object = { message }): void =>
    void (json ? json.write(`${JSON.stringify(object, null, 2)}\n`) : stream.write(`${message}\n`));
  if (error instanceof CommanderError) {
    // It has told people already; with 0 it was help or the version that was asked for.
    if (json && error.exitCode) tell(error.message.replace(/^error: /, ''));
    return error.exitCode;
  }
  if (error instanceof UserError) {
    if (error instanceof ConfigError) tell(error.message, { valid: false, problems: error.problems });
    else tell(error.message);
    return error.exitCode;
  }
  const environment = awsFailure(error) ?? fileFailure(error);
  if (environment) {
    tell(environment);
    return 1;
  }
  stream.write(`This is a defect of ingress, please report it:\n${(error as Error)?.stack ?? String(error)}\n`);
  return 1;
}

/**
 * Whether a command line has `--json`. It is read here because a command line that cannot be parsed gives no options.
 * @param args without the program
 */
export function asksForJson(args: readonly string[]): boolean {
  const end = args.indexOf('--');
  return args.slice(0, end < 0 ? undefined : end).includes('--json');
}
