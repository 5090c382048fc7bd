import { GetParameterCommand } from '@aws-sdk/client-ssm';
import type { SSMClient } from '@aws-sdk/client-ssm';

/** The value of an SSM parameter that holds JSON; nothing when there is no such parameter. */
export async function readJsonParameter<T>(ssm: Pick<SSMClient, 'send'>, Name: string): Promise<T | undefined> {
  try {
    const { Parameter } = await ssm.send(new GetParameterCommand({ Name }));
    return Parameter?.Value ? (JSON.parse(Parameter.Value) as T) : undefined;
  } catch (error) {
    if (error instanceof Error && error.name === 'ParameterNotFound') return undefined;
    throw error;
  }
}
