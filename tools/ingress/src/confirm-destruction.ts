import type { StackNode } from '@central-ingress/stack-graph';
import { UserError } from '@central-ingress/user-error';
import { confirmByTyping } from './typed-confirmation';

/**
 * Shows what is to be destroyed and asks for the names once more.
 * @throws UserError when the answer is another, or when nobody is there to answer
 */
export async function confirmDestruction(
  action: string,
  owners: readonly string[],
  stacks: readonly StackNode[],
): Promise<void> {
  const names = owners.join(' ');
  if (!process.stdin.isTTY) {
    throw new UserError(
      `${action}: needs an answer and there is no terminal to ask on. Add --yes to destroy ${names}.`,
    );
  }
  process.stderr.write(`To be destroyed:\n${stacks.map(({ name }) => `  ${name}\n`).join('')}`);
  await confirmByTyping(action, names);
}
