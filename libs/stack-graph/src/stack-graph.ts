import type {
  CentralExposure,
  DirectExposure,
  InternetVpcConfig,
  PlatformConfig,
  TenantConfig,
  World,
} from '@central-ingress/config';
import { CENTRAL_OWNER, centralRoleName, roleArn, serviceRoleName } from '@central-ingress/naming';
import type { CentralDuty, ServiceDuty } from '@central-ingress/naming';

/** Folder of the app that owns a stack. */
export type AppName = 'central-internet-account' | 'eks-service-account';

/** Verb under which a stack is deployed: what sends requests to a tenant is a step of its own after all else stands. */
export type DeployVerb = 'deploy' | 'connect';

/** How a stack reaches its account: as the operator, or through the one role of its duty. */
export type StackAccess = { readonly type: 'operator' } | { readonly type: 'role'; readonly roleArn: string };

/** One row of the stack table: one Terraform state in one account. */
export interface StackNode {
  /** cdktf stack id and CLI argument, unique in a world, e.g. `payments-networking`. */
  readonly name: string;
  readonly app: AppName;
  /** Internet VPC or tenant the stack belongs to; the central roles belong to the account, `central`. */
  readonly owner: string;
  readonly verb: DeployVerb;
  readonly accountId: string;
  /** Key in the account's state bucket, e.g. `payments/networking-setup`. */
  readonly stateKey: string;
  readonly access: StackAccess;
  /** Names of the stacks that must stand first. */
  readonly needs: readonly string[];
}

/** Name of the one stack that no internet VPC and no tenant owns. */
export const CENTRAL_ROLES = 'central-roles';
export { CENTRAL_OWNER };

/** Stacks of one internet VPC by what they hold. */
export function internetVpcStacks(
  platform: PlatformConfig,
  { name, hostedZoneOwner: owner }: Pick<InternetVpcConfig, 'name' | 'hostedZoneOwner'>,
) {
  const central = centralNode(platform, name);
  // A zone can be looked up once it exists (ADR 0006).
  const needs = [CENTRAL_ROLES, ...(owner ? [networkingName(owner)] : [])];
  const networking = central('network', networkingName(name), `${name}/networking`, needs);
  const alb = central('alb', `${name}-alb`, `${name}/alb`, [networking.name]);
  return { networking, alb };
}

/** Name of the stack with an internet VPC's network and hosted zone. */
function networkingName(internetVpc: string): string {
  return `${internetVpc}-networking`;
}

/** Stacks that every tenant has. */
export interface CommonStacks {
  readonly registration: StackNode;
  readonly roles: StackNode;
  readonly networking: StackNode;
  readonly cluster: StackNode;
  readonly ingress: StackNode;
  readonly addons: StackNode;
}

/** Stacks of a tenant behind the central ALB. */
export interface CentralStacks extends CommonStacks {
  readonly connection: StackNode;
}

/** Stacks of a tenant behind an NLB of its own. */
export interface DirectStacks extends CommonStacks {
  readonly dns: StackNode;
}

/** Stacks of one tenant by what they hold. */
export function tenantStacks(platform: PlatformConfig, tenant: GraphTenant<CentralExposure>): CentralStacks;
export function tenantStacks(platform: PlatformConfig, tenant: GraphTenant<DirectExposure>): DirectStacks;
export function tenantStacks(platform: PlatformConfig, tenant: GraphTenant): CentralStacks | DirectStacks;
export function tenantStacks(platform: PlatformConfig, tenant: GraphTenant): CentralStacks | DirectStacks {
  const { exposure, connectionName: name } = tenant;
  const common = commonStacks(platform, tenant);
  const connect = { verb: 'connect' as const };
  if (exposure.type === 'direct') {
    // The load balancer controller makes the NLB that the records lead to.
    const needs = [common.addons.name, common.ingress.name, common.registration.name];
    return {
      ...common,
      dns: { ...serviceNode(platform, tenant)('ingress', `${name}-dns`, `${name}/dns`, needs), ...connect },
    };
  }
  const needs = needsOfConnection(tenant, exposure);
  const connection = centralNode(platform, name)('connection', `${name}-connection`, `${name}/connection`, needs);
  return { ...common, connection: { ...connection, ...connect } };
}

/**
 * The second connection of a tenant while it is moved, in a state of its own; no file names it, so it is no row of
 * {@link stackGraph}. The last word of its key lets the connection duty keep it.
 */
export function bridgeStack(platform: PlatformConfig, tenant: GraphTenant<CentralExposure>, to: string): StackNode {
  const { connection } = tenantStacks(platform, tenant);
  const name = tenant.connectionName;
  return {
    ...connection,
    name: `${name}-bridge`,
    stateKey: `${name}/bridge/connection`,
    needs: needsOfConnection(tenant, { ...tenant.exposure, internetVpc: to }),
  };
}

function needsOfConnection(
  { connectionName }: GraphTenant,
  { internetVpc, hostedZoneOwners = [] }: CentralExposure,
): readonly string[] {
  return [`${connectionName}-ingress`, `${internetVpc}-alb`, ...hostedZoneOwners.map(networkingName)];
}

/** What the graph must know of a tenant. */
type GraphTenant<E = TenantConfig['exposure']> = Pick<TenantConfig, 'connectionName' | 'accountId'> & {
  readonly exposure: E;
};

/** The internet VPC whose networking stack holds a tenant's hosted zone; none: the zone is looked up by name. */
export function hostedZoneOwner(exposure: TenantConfig['exposure']): string | undefined {
  return exposure.type === 'central' ? exposure.internetVpc : exposure.hostedZoneOwner;
}

function commonStacks(platform: PlatformConfig, tenant: GraphTenant): CommonStacks {
  const name = tenant.connectionName;
  const central = centralNode(platform, name);
  const service = serviceNode(platform, tenant);
  const zoneOwner = hostedZoneOwner(tenant.exposure);

  // The hosted zone is the networking stack's, and the registration's DNS right names it (ADR 0006).
  const needsOfRegistration = [CENTRAL_ROLES, ...(zoneOwner ? [networkingName(zoneOwner)] : [])];
  const registration = central('registration', `${name}-registration`, `${name}/registration`, needsOfRegistration);
  const roles = { ...service('network', `${name}-roles`, `${name}/roles`, []), access: { type: 'operator' as const } };
  const networking = service('network', `${name}-networking`, `${name}/networking-setup`, [roles.name]);
  const cluster = service('cluster', `${name}-cluster`, `${name}/eks-cluster-setup`, [networking.name]);
  const ingress = service('ingress', `${name}-ingress`, `${name}/ingress`, [networking.name, registration.name]);
  const addons = service('addons', `${name}-addons`, `${name}/addons`, [cluster.name, ingress.name]);
  return { registration, roles, networking, cluster, ingress, addons };
}

/** Every stack of a world, each after all it needs. */
export function stackGraph(world: World): readonly StackNode[] {
  const { platform, internetVpcs } = world;
  const byZone = [
    ...internetVpcs.filter((vpc) => !vpc.hostedZoneOwner),
    ...internetVpcs.filter((vpc) => vpc.hostedZoneOwner),
  ];
  return [
    centralRoles(platform),
    ...byZone.flatMap((vpc) => Object.values(internetVpcStacks(platform, vpc))),
    ...world.tenants.flatMap((tenant) => Object.values(tenantStacks(platform, tenant))),
  ];
}

/** The stack with the deployer roles of the central account. */
export function centralRoles(platform: PlatformConfig): StackNode {
  return {
    name: CENTRAL_ROLES,
    app: 'central-internet-account',
    owner: CENTRAL_OWNER,
    verb: 'deploy',
    accountId: platform.centralAccountId,
    stateKey: 'roles',
    access: { type: 'operator' },
    needs: [],
  };
}

function centralNode(platform: PlatformConfig, owner: string) {
  return (duty: CentralDuty, name: string, stateKey: string, needs: readonly string[]): StackNode => ({
    name,
    app: 'central-internet-account',
    owner,
    verb: 'deploy',
    accountId: platform.centralAccountId,
    stateKey,
    access: roleAccess(platform, platform.centralAccountId, centralRoleName(platform.namePrefix, duty)),
    needs,
  });
}

function serviceNode(platform: PlatformConfig, tenant: Pick<TenantConfig, 'connectionName' | 'accountId'>) {
  return (duty: ServiceDuty, name: string, stateKey: string, needs: readonly string[]): StackNode => ({
    name,
    app: 'eks-service-account',
    owner: tenant.connectionName,
    verb: 'deploy',
    accountId: tenant.accountId,
    stateKey,
    access: roleAccess(platform, tenant.accountId, serviceRoleName(platform.namePrefix, tenant.connectionName, duty)),
    needs,
  });
}

function roleAccess(platform: PlatformConfig, accountId: string, roleName: string): StackAccess {
  return { type: 'role', roleArn: roleArn(accountId, platform.namePrefix, roleName) };
}
