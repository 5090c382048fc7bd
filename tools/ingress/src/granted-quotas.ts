import {
  GetAWSDefaultServiceQuotaCommand,
  GetServiceQuotaCommand,
  ServiceQuotasClient,
} from '@aws-sdk/client-service-quotas';
import type { PlatformConfig } from '@central-ingress/config';
import { QUOTA_CODES } from '@central-ingress/quota-budget';
import type { GrantedQuotas, QuotaCode } from '@central-ingress/quota-budget';
import { operatorCredentials } from '@central-ingress/state-bucket';
import { UserError } from '@central-ingress/user-error';

/**
 * Reads what AWS grants the central account now.
 * @param roleName role to assume there instead of the operator's access; `servicequotas:GetServiceQuota` and
 *   `servicequotas:GetAWSDefaultServiceQuota` are enough
 * @throws UserError when the account cannot be reached or a quota not be read
 */
export async function grantedQuotas(platform: PlatformConfig, roleName?: string): Promise<GrantedQuotas> {
  const credentials = await operatorCredentials(platform, platform.centralAccountId, roleName);
  const client = new ServiceQuotasClient({ region: platform.region, credentials });
  try {
    const values = await Promise.all(
      Object.entries(QUOTA_CODES).map(async ([name, code]) => [name, await grantedValue(client, code)] as const),
    );
    return Object.fromEntries(values) as unknown as GrantedQuotas;
  } finally {
    client.destroy();
  }
}

/** A quota that was never raised may be known by its default alone. */
async function grantedValue(client: ServiceQuotasClient, { serviceCode, quotaCode }: QuotaCode): Promise<number> {
  const input = { ServiceCode: serviceCode, QuotaCode: quotaCode };
  try {
    const { Quota } = await client.send(new GetServiceQuotaCommand(input)).catch((error: Error) => {
      if (error.name !== 'NoSuchResourceException') throw error;
      return client.send(new GetAWSDefaultServiceQuotaCommand(input));
    });
    if (Quota?.Value !== undefined) return Quota.Value;
    throw new Error('the answer has no value');
  } catch (error) {
    throw new UserError(
      `Service Quotas: ${serviceCode} ${quotaCode} cannot be read; got "${(error as Error).message}". ` +
        'Allow servicequotas:GetServiceQuota and servicequotas:GetAWSDefaultServiceQuota, or leave out --live.',
      { cause: error },
    );
  }
}
