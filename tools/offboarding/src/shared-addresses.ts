import type { PlatformConfig } from '@central-ingress/config';
import { bucketOf, roleCredentials } from '@central-ingress/state-bucket';
import type { StackNode } from '@central-ingress/stack-graph';
import { S3Client } from '@aws-sdk/client-s3';
import { readState } from './stack-state';
import type { StackState } from './stack-state';

/**
 * Addresses in a state of things that another state holds too: AWS knows one certificate of a listener and one
 * validation record of a name, whoever has asked for it, so its removal from one stack would take it from both.
 */
export function sharedAddresses(leaving: StackState, staying: StackState): readonly string[] {
  const identity = ({ type, attributes }: StackState['resources'][number]): string | undefined => {
    const of = (...fields: readonly string[]) => [type, ...fields.map((field) => String(attributes[field]))].join(' ');
    if (type === 'aws_lb_listener_certificate') return of('listener_arn', 'certificate_arn');
    return type === 'aws_route53_record' ? of('zone_id', 'name', 'type') : undefined;
  };
  const held = new Set(staying.resources.map(identity));
  return leaving.resources
    .filter((resource) => identity(resource) && held.has(identity(resource)))
    .map(({ address }) => address);
}

/**
 * Reads with the role of a stack's duty which of its addresses the states of other stacks of that duty hold too.
 * @param others in the same account
 * @throws the SDK's error when the role cannot be assumed or a state cannot be read
 */
export async function addressesSharedWith(
  platform: PlatformConfig,
  stack: StackNode,
  others: readonly StackNode[],
): Promise<readonly string[]> {
  if (stack.access.type !== 'role') throw new RangeError(`the stack ${stack.name} has no role`);
  const s3 = new S3Client({
    region: platform.region,
    credentials: roleCredentials(platform, stack.access.roleArn, 'states'),
  });
  try {
    const stateOf = ({ accountId, stateKey }: StackNode) => readState(s3, bucketOf(platform, accountId), stateKey);
    const leaving = await stateOf(stack);
    const shared = await Promise.all(others.map(async (other) => sharedAddresses(leaving, await stateOf(other))));
    return [...new Set(shared.flat())];
  } finally {
    s3.destroy();
  }
}
