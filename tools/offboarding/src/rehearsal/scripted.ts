/** Answers by the name of the command, without the word Command; an Error is thrown. */
export type Script = Readonly<Record<string, (input: Readonly<Record<string, unknown>>) => unknown>>;

interface Command {
  readonly constructor: { readonly name: string };
  readonly input: Readonly<Record<string, unknown>>;
}

/** What a scripted client was asked, in order, e.g. `['DeleteTargetGroup', { TargetGroupArn: 'arn' }]`. */
export type Calls = (readonly [string, Readonly<Record<string, unknown>>])[];

/** Settings with which a client of the SDK can be made that sends nothing. */
export const OFFLINE = { region: 'eu-central-1', credentials: { accessKeyId: 'x', secretAccessKey: 'x' } };

/** Lets a client answer from a script and refuse what is not in it; nothing is sent. Paginators know its class. */
export function scripted<C extends object>(client: C, script: Script, calls: Calls = []): C {
  const send = async ({ constructor, input }: Command): Promise<unknown> => {
    const name = constructor.name.replace(/Command$/, '');
    calls.push([name, input]);
    const answer = script[name]?.(input) ?? awsError('AccessDenied', `not authorized to perform ${name}`);
    if (answer instanceof Error) throw answer;
    return answer;
  };
  return Object.assign(client, { send });
}

/** An error as the AWS SDK throws it. */
export function awsError(name: string, message = name): Error {
  return Object.assign(new Error(message), { name, $metadata: { httpStatusCode: 400 } });
}
