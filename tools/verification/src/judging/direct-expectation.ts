import type { DirectTenant, PlatformConfig, World } from '@central-ingress/config';
import { nlbName } from '@central-ingress/naming';

/** What the files say of a direct tenant, with the commands that make it so. */
export interface DirectExpectation {
  readonly platform: PlatformConfig;
  readonly tenant: DirectTenant;
  /** Brings the zone of the tenant's hosts to what the files say. */
  readonly deployVpc: string;
  /** Brings the tenant's own stacks, with the Service of its NLB, to what the files say. */
  readonly deployTenant: string;
  /** Brings the tenant's records to what the files say. */
  readonly connect: string;
  readonly now: Date;
}

/** Says what must hold for a direct tenant. */
export function directExpectation({ platform }: World, tenant: DirectTenant, now: Date): DirectExpectation {
  const { connectionName, exposure } = tenant;
  const { hostedZone, hostedZoneOwner } = exposure;
  return {
    platform,
    tenant,
    deployVpc: hostedZoneOwner ? `npx ingress deploy ${hostedZoneOwner}` : `make the public hosted zone ${hostedZone}`,
    deployTenant: `npx ingress deploy ${connectionName}`,
    connect: `npx ingress connect ${connectionName}`,
    now,
  };
}

/** Name of the tenant's NLB. */
export function directNlbName({ platform, tenant }: DirectExpectation): string {
  return nlbName(platform.namePrefix, tenant.connectionName);
}

/** The NLB is made by a controller in the cluster, which tells in its log why it has not. */
export function serviceFix({ deployTenant, tenant }: DirectExpectation): string {
  return `${deployTenant}; if ${tenant.connectionName}-addons stands, look at the Service and at the log of the AWS Load Balancer Controller.`;
}

/** Protocol of the NLB's listener on a port. */
export function listenerProtocol({ exposure }: DirectTenant, port: number): 'TLS' | 'TCP' {
  return exposure.sslPorts.includes(port) ? 'TLS' : 'TCP';
}

/** True for a port on which clients speak TLS, to the NLB or through it to the pods. */
export function isTlsForClients(tenant: DirectTenant, port: number): boolean {
  if (listenerProtocol(tenant, port) === 'TLS') return true;
  return tenant.inClusterTls !== undefined && port !== 80;
}
