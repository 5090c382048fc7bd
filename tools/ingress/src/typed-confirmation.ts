import { createInterface } from 'node:readline/promises';
import { UserError } from '@central-ingress/user-error';

/** Where somebody is asked. */
export interface Terminal {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
}

/**
 * Has words typed once more before an action changes something.
 * @throws UserError when others are typed, or none: Ctrl-C and Ctrl-D are answers too
 */
export async function confirmByTyping(
  action: string,
  words: string,
  { input, output }: Terminal = { input: process.stdin, output: process.stderr },
): Promise<void> {
  const question = createInterface({ input, output });
  const left = new Promise<undefined>((resolve) => question.once('close', () => resolve(undefined)));
  const typed = question.question(`Type ${words} to go on: `).catch((error: Error) => {
    if (error.name !== 'AbortError') throw error;
    return undefined;
  });
  const answer = await Promise.race([typed, left]).finally(() => question.close());
  if (answer === undefined) output.write('\n');
  if (answer?.trim() !== words) throw new UserError(`${action}: not confirmed; nothing was changed.`);
}
