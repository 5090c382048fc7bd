import type { SSMClient } from '@aws-sdk/client-ssm';
import type { PlatformConfig } from '@central-ingress/config';
import { handoverParameter } from '@central-ingress/contract';
import type { InternetVpcNetworking } from '@central-ingress/contract';
import { readJsonParameter } from './json-parameter';

/** What the network of an internet VPC has handed over; nothing when it does not stand. */
export function readNetworking(
  { namePrefix }: Pick<PlatformConfig, 'namePrefix'>,
  internetVpc: string,
  ssm: Pick<SSMClient, 'send'>,
): Promise<InternetVpcNetworking | undefined> {
  return readJsonParameter(ssm, handoverParameter(namePrefix, 'internet-vpc/networking', internetVpc));
}
