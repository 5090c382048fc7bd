import type { InternetVpcConfig, PlatformConfig, TenantConfig, World } from '@central-ingress/config';
import { centralRoleName, roleArn, serviceRoleName } from '@central-ingress/naming';
import type { CentralDuty, ServiceDuty } from '@central-ingress/naming';

/** Folder of the app that owns a stack. */
export type AppName = 'central-internet-account' | 'eks-service-account';

/** Verb under which a stack is deployed: a connection is a step of its own after both sides stand. */
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
/** Owner of {@link CENTRAL_ROLES}; therefore no internet VPC or tenant may have this name. */
export const CENTRAL_OWNER = 'central';

/** Stacks of one internet VPC by what they hold. */
export function internetVpcStacks(platform: PlatformConfig, vpc: Pick<InternetVpcConfig, 'name'>) {
  const central = centralNode(platform, vpc.name);
  const networking = central('network', `${vpc.name}-networking`, `${vpc.name}/networking`, [CENTRAL_ROLES]);
  const alb = central('alb', `${vpc.name}-alb`, `${vpc.name}/alb`, [networking.name]);
  return { networking, alb };
}

/** Stacks of one tenant by what they hold. */
export function tenantStacks(
  platform: PlatformConfig,
  tenant: Pick<TenantConfig, 'connectionName' | 'accountId' | 'exposure'>,
) {
  const name = tenant.connectionName;
  const central = centralNode(platform, name);
  const service = serviceNode(platform, tenant);
  const vpc = internetVpcStacks(platform, { name: tenant.exposure.internetVpc });

  // The hosted zone is the networking stack's, and the registration's DNS right names it (ADR 0006).
  const needsOfRegistration = [CENTRAL_ROLES, vpc.networking.name];
  const registration = central('registration', `${name}-registration`, `${name}/registration`, needsOfRegistration);
  const roles = { ...service('network', `${name}-roles`, `${name}/roles`, []), access: { type: 'operator' as const } };
  const networking = service('network', `${name}-networking`, `${name}/networking-setup`, [roles.name]);
  const cluster = service('cluster', `${name}-cluster`, `${name}/eks-cluster-setup`, [networking.name]);
  const ingress = service('ingress', `${name}-ingress`, `${name}/ingress`, [networking.name, registration.name]);
  const connection: StackNode = {
    ...central('connection', `${name}-connection`, `${name}/connection`, [ingress.name, vpc.alb.name]),
    verb: 'connect',
  };
  return { registration, roles, networking, cluster, ingress, connection };
}

/** Every stack of a world, each after all it needs. */
export function stackGraph(world: World): readonly StackNode[] {
  const { platform } = world;
  return [
    centralRoles(platform),
    ...world.internetVpcs.flatMap((vpc) => Object.values(internetVpcStacks(platform, vpc))),
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
