import { ECRClient, GetAuthorizationTokenCommand } from '@aws-sdk/client-ecr';
import type { PlatformConfig, TenantConfig } from '@central-ingress/config';
import { roleArn, serviceRoleName } from '@central-ingress/naming';
import { roleCredentials } from '@central-ingress/state-bucket';
import { MirrorError } from './errors';
import { isLoopback } from './loopback';
import type { Registry } from './registry';

/**
 * Lets us into the ECR of a tenant's account, as the role that deploys its add-ons; for twelve hours.
 * @throws MirrorError when the role cannot be assumed or has no right to, or the registry's address is not to be trusted
 */
export async function ecrRegistry(platform: PlatformConfig, tenant: TenantConfig): Promise<Registry> {
  const { region, namePrefix } = platform;
  const role = roleArn(tenant.accountId, namePrefix, serviceRoleName(namePrefix, tenant.connectionName, 'addons'));
  const ecr = new ECRClient({
    region,
    credentials: roleCredentials(platform, role, 'mirror'),
    requestHandler: { connectionTimeout: 5_000, requestTimeout: 30_000 },
  });
  try {
    const { authorizationData } = await ecr.send(new GetAuthorizationTokenCommand({}));
    return registryAt(authorizationData?.[0]?.proxyEndpoint ?? '', authorizationData?.[0]?.authorizationToken ?? '');
  } catch (error) {
    if (error instanceof MirrorError) throw error;
    const { name, message } = error as Error;
    throw new MirrorError(
      `${tenant.connectionName}: no way into the ECR of account ${tenant.accountId} as role ${role}; got ${name}: ` +
        `${message.replace(/\.$/, '')}; expected credentials of one of deployerPrincipals in platform.yaml. ` +
        `Log in as one of them, and deploy ${tenant.connectionName}-roles first.`,
    );
  } finally {
    ecr.destroy();
  }
}

function registryAt(endpoint: string, basic: string): Registry {
  const { protocol = '', host = '' } = /^(?<protocol>https?):\/\/(?<host>[^/]+)\/?$/.exec(endpoint)?.groups ?? {};
  if (basic && (protocol === 'https' || (protocol === 'http' && isLoopback(host)))) {
    return { host, scheme: protocol, basic };
  }
  throw new MirrorError(
    `ECR: names no registry that its token can be shown to; got ${JSON.stringify(endpoint)}; expected https:// and a ` +
      'host. Check AWS_ENDPOINT_URL and what answers there.',
  );
}
