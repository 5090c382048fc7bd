import { answerTo } from './script';
import type { Calls, Input, Script } from './script';

interface Command {
  readonly constructor: { readonly name: string };
  readonly input: Input;
}

/** Settings with which a client of the SDK can be made that sends nothing. */
export const OFFLINE = { region: 'eu-central-1', credentials: { accessKeyId: 'x', secretAccessKey: 'x' } };

/**
 * Lets a client of the AWS SDK answer from a script; nothing is sent. It stays of its class, which paginators ask for.
 * @param calls gets what is asked
 */
export function scriptedClient<C extends object>(client: C, script: Script, calls: Calls = []): C {
  const send = async ({ constructor, input }: Command): Promise<unknown> => {
    const name = constructor.name.replace(/Command$/, '');
    calls.push([name, input]);
    const answer = answerTo(script, name, input);
    if (answer instanceof Error) throw answer;
    return answer;
  };
  return Object.assign(client, { send });
}
