import { EC2Client } from '@aws-sdk/client-ec2';
import { ElasticLoadBalancingV2Client } from '@aws-sdk/client-elastic-load-balancing-v2';
import { Route53Client } from '@aws-sdk/client-route-53';
import { SSMClient } from '@aws-sdk/client-ssm';
import type { InternetVpcConfig, PlatformConfig } from '@central-ingress/config';
import { centralRoleName, roleArn } from '@central-ingress/naming';
import { roleCredentials } from '@central-ingress/state-bucket';
import { connectionsOf } from './connected-tenants';
import type { Connection, ConnectionClients } from './connected-tenants';
import { readNetworking } from './networking-handover';
import { zoneUsersOf } from './zone-users';
import type { ZoneClients, ZoneUsers } from './zone-users';

/** Who needs an internet VPC. */
export interface InternetVpcUsers {
  readonly connections: readonly Connection[];
  /** Who needs the hosted zone that it has created. */
  readonly zone: ZoneUsers;
}

/** The clients with the rights of the connection duty, which who destroys an internet VPC may take. */
export function connectionClients(platform: PlatformConfig): ConnectionClients & ZoneClients {
  const { region, centralAccountId, namePrefix } = platform;
  const arn = roleArn(centralAccountId, namePrefix, centralRoleName(namePrefix, 'connection'));
  const configuration = { region, credentials: roleCredentials(platform, arn, 'connections') };
  return {
    ec2: new EC2Client(configuration),
    elb: new ElasticLoadBalancingV2Client(configuration),
    route53: new Route53Client(configuration),
    ssm: new SSMClient(configuration),
  };
}

/**
 * Who needs an internet VPC, as AWS tells it: what in it leads to a tenant, and what stands in its hosted zone.
 * @param all the internet VPCs of the world
 * @throws the SDK's error when it cannot be asked, for then somebody may
 */
export async function internetVpcUsers(
  platform: Pick<PlatformConfig, 'namePrefix'>,
  internetVpc: Pick<InternetVpcConfig, 'name' | 'domain' | 'hostedZone'>,
  all: readonly Pick<InternetVpcConfig, 'name' | 'hostedZoneOwner'>[],
  clients: ConnectionClients & ZoneClients,
): Promise<InternetVpcUsers> {
  const networking = await readNetworking(platform, internetVpc.name, clients.ssm);
  const [connections, zone] = await Promise.all([
    connectionsOf(platform, internetVpc, networking, clients),
    zoneUsersOf(platform, internetVpc, networking, all, clients),
  ]);
  return { connections, zone };
}
