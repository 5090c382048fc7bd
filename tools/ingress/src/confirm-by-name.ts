import { UserError } from '@central-ingress/user-error';
import { Option } from 'commander';
import { confirmByTyping } from './typed-confirmation';

/** `--yes <tenant>`: the answer for scripts. */
export function yesByNameOption(): Option {
  return new Option('-y, --yes <tenant>', 'do not ask; the name once more');
}

/** What {@link yesByNameOption} gives a command. */
export interface YesByName {
  readonly yes?: string;
}

/**
 * Asks once, by name: `--yes <name>` answers for scripts, else the name is typed.
 * @param yes what `--yes` was given
 * @throws UserError when another name is given, or when nobody is there to answer
 */
export async function confirmByName(action: string, name: string, yes: string | undefined): Promise<void> {
  if (yes !== undefined) {
    if (yes === name) return;
    throw new UserError(`${action}: --yes names another tenant; got ${yes}; expected ${name}. Nothing was changed.`);
  }
  if (!process.stdin.isTTY) {
    throw new UserError(`${action}: needs an answer and there is no terminal to ask on. Add --yes ${name}.`);
  }
  await confirmByTyping(action, name);
}
