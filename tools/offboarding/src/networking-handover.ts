import { GetParameterCommand } from '@aws-sdk/client-ssm';
import type { SSMClient } from '@aws-sdk/client-ssm';
import type { PlatformConfig } from '@central-ingress/config';
import { handoverParameter } from '@central-ingress/contract';
import type { InternetVpcNetworking } from '@central-ingress/contract';

/** What the network of an internet VPC has handed over; nothing when it does not stand. */
export async function readNetworking(
  { namePrefix }: Pick<PlatformConfig, 'namePrefix'>,
  internetVpc: string,
  ssm: Pick<SSMClient, 'send'>,
): Promise<InternetVpcNetworking | undefined> {
  try {
    const Name = handoverParameter(namePrefix, 'internet-vpc/networking', internetVpc);
    const { Parameter } = await ssm.send(new GetParameterCommand({ Name }));
    return Parameter?.Value ? (JSON.parse(Parameter.Value) as InternetVpcNetworking) : undefined;
  } catch (error) {
    if (error instanceof Error && error.name === 'ParameterNotFound') return undefined;
    throw error;
  }
}
