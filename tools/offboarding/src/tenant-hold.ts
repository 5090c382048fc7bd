import { DeleteParameterCommand, PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import type { PlatformConfig, TenantConfig } from '@central-ingress/config';
import { tenantHoldParameter } from '@central-ingress/contract';
import type { TenantHold } from '@central-ingress/contract';
import { tenantStacks } from '@central-ingress/stack-graph';
import { roleCredentials } from '@central-ingress/state-bucket';
import { readJsonParameter } from './json-parameter';

/** The parameters of the central account, as far as holds go. */
export type Parameters = Pick<SSMClient, 'send'>;

/** Reads a tenant's hold; nothing when deployments are free. */
export function readHold(
  ssm: Parameters,
  { namePrefix }: Pick<PlatformConfig, 'namePrefix'>,
  connectionName: string,
): Promise<TenantHold | undefined> {
  return readJsonParameter(ssm, tenantHoldParameter(namePrefix, connectionName));
}

/** Writes a tenant's hold, over one that is there. */
export async function writeHold(
  ssm: Parameters,
  { namePrefix }: Pick<PlatformConfig, 'namePrefix'>,
  connectionName: string,
  hold: TenantHold,
): Promise<void> {
  await ssm.send(
    new PutParameterCommand({
      Name: tenantHoldParameter(namePrefix, connectionName),
      Description: `Deployments of ${connectionName} are on hold: ${hold.reason}`,
      Type: 'String',
      Value: JSON.stringify(hold),
      Overwrite: true,
    }),
  );
}

/** Removes a tenant's hold, if there is one. */
export async function removeHold(
  ssm: Parameters,
  { namePrefix }: Pick<PlatformConfig, 'namePrefix'>,
  connectionName: string,
): Promise<void> {
  try {
    await ssm.send(new DeleteParameterCommand({ Name: tenantHoldParameter(namePrefix, connectionName) }));
  } catch (error) {
    if (!(error instanceof Error && error.name === 'ParameterNotFound')) throw error;
  }
}

/**
 * The holds of several tenants, read as those may who deploy them: through the role of the registration duty.
 * @throws the SDK's error when that role cannot be assumed
 */
export async function holdsOf(
  platform: PlatformConfig,
  tenants: readonly TenantConfig[],
): Promise<ReadonlyMap<string, TenantHold>> {
  const holds = new Map<string, TenantHold>();
  const [first] = tenants;
  if (!first) return holds;
  const { access } = tenantStacks(platform, first).registration;
  if (access.type !== 'role') throw new RangeError('the registration stack has no role');
  const ssm = new SSMClient({
    region: platform.region,
    credentials: roleCredentials(platform, access.roleArn, 'holds'),
  });
  try {
    for (const { connectionName } of tenants) {
      const hold = await readHold(ssm, platform, connectionName);
      if (hold) holds.set(connectionName, hold);
    }
    return holds;
  } finally {
    ssm.destroy();
  }
}
