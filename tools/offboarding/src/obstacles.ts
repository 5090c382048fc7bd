import { isCentral, isDirect } from '@central-ingress/config';
import type { InternetVpcConfig, PlatformConfig, TenantConfig } from '@central-ingress/config';
import { nlbName, physicalName } from '@central-ingress/naming';
import { UserError } from '@central-ingress/user-error';
import {
  albName,
  plainName,
  readAttributes,
  readBalancer,
  readEndpointService,
  readNames,
  readRules,
  readTargetGroup,
} from '@central-ingress/verification';
import type { AccountClients, Reading } from '@central-ingress/verification';

/** Whose obstacles, and whom to ask. */
export interface ObstacleSources {
  readonly platform: PlatformConfig;
  readonly tenant: TenantConfig;
  /** Internet VPC of a central tenant. */
  readonly internetVpc?: InternetVpcConfig;
  readonly central: AccountClients;
  readonly service: AccountClients;
}

/** States in which a connection keeps an endpoint service from being deleted, and those before them. */
const ENDED = /^(deleted|rejected|expired|failed)$/i;

/** A sentence for the NLB that refuses its deletion; none when it does not, or is gone. */
export async function protectedNlb(sources: ObstacleSources): Promise<readonly string[]> {
  const { platform, tenant, service } = sources;
  const name = nlbName(platform.namePrefix, tenant.connectionName);
  const balancer = valueOf((await readBalancer(service, name)).balancer);
  const attributes = balancer && valueOf(await readAttributes(service, balancer));
  if (attributes?.['deletion_protection.enabled'] !== 'true') return [];
  const file = `apps/eks-service-account/tenants/${tenant.connectionName}/tenant.yaml`;
  return [
    `${file}: deletionProtection: the load balancer ${name} refuses to be deleted; expected false. ` +
      `Set it to false and run npx ingress deploy ${tenant.connectionName}.`,
  ];
}

/** A sentence for each host whose record still leads to the ALB of the internet VPC. */
export async function recordsToAlb(sources: ObstacleSources): Promise<readonly string[]> {
  const { platform, tenant, internetVpc, central } = sources;
  if (!internetVpc || !isCentral(tenant)) return [];
  const alb = valueOf((await readBalancer(central, albName(platform, internetVpc))).balancer);
  const target = plainName(alb?.DNSName);
  const { records } = await readNames(central, tenant.exposure.hosts, internetVpc);
  return [...records].flatMap(([host, reading]) => {
    const record = valueOf(reading);
    if (!target || plainName(record?.AliasTarget?.DNSName) !== target) return [];
    return [
      `record ${host}: leads to ${target}, and the state of ${tenant.connectionName}-connection does not hold it; ` +
        'expected none. Remove it, or bring it into the state.',
    ];
  });
}

/** A sentence for each listener rule that still sends requests to the tenant's target group. */
export async function rulesToTenant(sources: ObstacleSources): Promise<readonly string[]> {
  const { platform, tenant, internetVpc, central } = sources;
  if (!internetVpc) return [];
  const name = physicalName('target group', platform.namePrefix, tenant.connectionName);
  const group = valueOf((await readTargetGroup(central, name)).targetGroup);
  const listener = valueOf((await readBalancer(central, albName(platform, internetVpc))).secure);
  const rules = group && listener ? valueOf(await readRules(central, listener)) : undefined;
  return (rules ?? [])
    .filter(({ Actions = [] }) => Actions.some(({ TargetGroupArn }) => TargetGroupArn === group?.TargetGroupArn))
    .map(({ RuleArn }) => `listener rule ${RuleArn}: still sends requests to ${name}; expected none. Remove it.`);
}

/** A sentence for each connection to the tenant's endpoint service that has not ended. */
export async function liveConnections({ platform, tenant, service }: ObstacleSources): Promise<readonly string[]> {
  const { balancer } = await readBalancer(service, nlbName(platform.namePrefix, tenant.connectionName));
  if (!valueOf(balancer)) return [];
  const readings = await readEndpointService(service, balancer);
  const found = valueOf(readings.service);
  if (!found) return [];
  return (valueOf(readings.connections) ?? [])
    .filter(({ VpcEndpointState = '' }) => !ENDED.test(VpcEndpointState))
    .map(
      ({ VpcEndpointId, VpcEndpointOwner, VpcEndpointState }) =>
        `endpoint ${VpcEndpointId} of account ${VpcEndpointOwner}: is ${VpcEndpointState} at ${found.ServiceId}; ` +
        'expected no live connection. Delete it there, or cut it off: aws ec2 reject-vpc-endpoint-connections ' +
        `--service-id ${found.ServiceId} --vpc-endpoint-ids ${VpcEndpointId}`,
    );
}

/** A sentence for the endpoint service that still stands before the NLB. */
export async function serviceBeforeNlb({ platform, tenant, service }: ObstacleSources): Promise<readonly string[]> {
  if (isDirect(tenant)) return [];
  const name = nlbName(platform.namePrefix, tenant.connectionName);
  const { balancer } = await readBalancer(service, name);
  if (!valueOf(balancer)) return [];
  const found = valueOf((await readEndpointService(service, balancer)).service);
  if (!found) return [];
  return [
    `endpoint service ${found.ServiceId}: stands before the load balancer ${name}, and no state holds it; expected ` +
      'none. Remove it.',
  ];
}

/** What was read, or nothing where it does not exist. @throws UserError when it could not be asked for */
export function valueOf<T>(reading: Reading<T>): T | undefined {
  if (reading.state === 'untried' && reading.lacks === undefined) throw new UserError(reading.reason);
  return reading.state === 'found' ? reading.value : undefined;
}
