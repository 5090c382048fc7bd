/** What a call is asked with: the members of its input. */
export type Input = Readonly<Record<string, unknown>>;

/** Answers of AWS by the name of the operation, e.g. `GetParameter`; an Error is what AWS refuses with. */
export type Script = Readonly<Record<string, (input: Input) => unknown>>;

/** What was asked, in order, e.g. `['DeleteTargetGroup', { TargetGroupArn: 'arn' }]`. */
export type Calls = (readonly [string, Input])[];

/** What AWS refuses with, as its SDK throws it. */
export interface AwsError extends Error {
  readonly $metadata: { readonly httpStatusCode: number };
}

/** An error as the AWS SDK throws it. */
export function awsError(name: string, message = name, httpStatusCode = 400): AwsError {
  return Object.assign(new Error(message), { name, $metadata: { httpStatusCode } });
}

/** What a script answers to a call; what is not in it is denied. */
export function answerTo(script: Script, name: string, input: Input): unknown {
  return script[name]?.(input) ?? awsError('AccessDenied', `not authorized to perform: test:${name}`, 403);
}
