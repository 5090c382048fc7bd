import type { AwsProviderConfig } from '@cdktf/provider-aws/lib/provider';
import type { PlatformConfig } from '@central-ingress/config';
import type { StackNode } from '@central-ingress/stack-graph';
import type { S3BackendConfig } from 'cdktf';

/** Name that CloudTrail shows for what a stack does, at most 64 characters as STS asks. */
function sessionName(stack: StackNode): string {
  return stack.name.slice(0, 64);
}

function operatorRoleArn(stack: StackNode, roleName: string): string {
  return `arn:aws:iam::${stack.accountId}:role/${roleName}`;
}

/** The role that a stack assumes in its own account, or the operator's profile for it. */
function access(platform: PlatformConfig, stack: StackNode): { roleArn: string } | { profile: string } {
  if (stack.access.type === 'role') return { roleArn: stack.access.roleArn };
  const operator = platform.operatorAccess;
  if (operator.type === 'assumeRole') return { roleArn: operatorRoleArn(stack, operator.roleName) };
  const profile = operator.profiles[stack.accountId];
  if (!profile) throw new RangeError(`no operator profile for account ${stack.accountId}`);
  return { profile };
}

/** How the S3 backend reaches the state bucket. */
export function backendAccess(
  platform: PlatformConfig,
  stack: StackNode,
): Pick<S3BackendConfig, 'assumeRole' | 'profile'> {
  const found = access(platform, stack);
  return 'profile' in found
    ? { profile: found.profile }
    : { assumeRole: { roleArn: found.roleArn, sessionName: sessionName(stack) } };
}

/** How the AWS provider reaches the account; `then` are further roles to assume from there, in order. */
export function providerAccess(
  platform: PlatformConfig,
  stack: StackNode,
  ...then: readonly string[]
): Pick<AwsProviderConfig, 'assumeRole' | 'profile'> {
  const found = access(platform, stack);
  const chained = then.map((roleArn) => ({ roleArn, sessionName: sessionName(stack) }));
  return 'profile' in found
    ? { profile: found.profile, ...(chained.length ? { assumeRole: chained } : {}) }
    : { assumeRole: [{ roleArn: found.roleArn, sessionName: sessionName(stack) }, ...chained] };
}
