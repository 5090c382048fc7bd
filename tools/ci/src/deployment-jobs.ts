import type { PlatformConfig, World } from '@central-ingress/config';
import { iamPath } from '@central-ingress/naming';
import { CENTRAL_OWNER, CENTRAL_ROLES, tenantStacks } from '@central-ingress/stack-graph';
import { sessionPolicy } from './session-policy';

/** One entry of a matrix: the chosen tenants of one account, or of a few accounts that share their guard. */
export interface TenantJob {
  /** What the job's name shows, e.g. `payments, storefront`. */
  readonly job: string;
  /** The guard's name: two jobs for the same account have the same one, in whatever run they are. */
  readonly guard: string;
  /** Arguments of `ingress`, separated by blanks. */
  readonly names: string;
  /** Those of them whose roles stack is to be deployed; empty when none. */
  readonly roles: string;
  /** Per account its tenants, for what has to run near that account's cluster; JSON of a matrix. */
  readonly accounts: string;
  /** Narrows the session that deploys roles stacks to the operator's role of these accounts. */
  readonly operatorSession: string;
  /** Narrows every other session to our roles of these accounts and of the central one. */
  readonly session: string;
}

/** The jobs of one run, in their order; what is empty needs no job. */
export interface DeploymentJobs {
  /** Session policy of the job that deploys the central roles; none when they have not changed. */
  readonly centralRoles?: string;
  /** In one job: they share the central account. */
  readonly internetVpcs: readonly string[];
  readonly tenants: readonly TenantJob[];
}

/** What a run is about. */
export interface Chosen {
  /** Owners: `central`, internet VPCs, tenants. */
  readonly owners: ReadonlySet<string>;
  /** Tells whether a roles stack, e.g. `payments-roles`, has to be deployed. */
  readonly rolesChanged: (stack: string) => boolean;
}

/** Most jobs of one matrix; GitHub allows 256. An account's guard is its remainder, so it is the same in every run. */
const GUARDS = 200;
/** Longest name of a job that GitHub's list of jobs shows whole. */
const NAME_LENGTH = 60;

/** Spreads the chosen owners over jobs, account by account. */
export function deploymentJobs(world: World, { owners, rolesChanged }: Chosen): DeploymentJobs {
  const { platform } = world;
  const centralRoles = owners.has(CENTRAL_OWNER) && rolesChanged(CENTRAL_ROLES);
  return {
    ...(centralRoles ? { centralRoles: operatorSession(platform, [platform.centralAccountId]) } : {}),
    internetVpcs: world.internetVpcs.map(({ name }) => name).filter((name) => owners.has(name)),
    tenants: tenantJobs(world, {
      isChosen: (tenant) => owners.has(tenant),
      rolesChanged,
      roles: `${iamPath(platform.namePrefix)}*`,
    }),
  };
}

/** The jobs that look at every tenant; whoever looks has a role of its own name. */
export function watchJobs(world: World): readonly TenantJob[] {
  return tenantJobs(world, { isChosen: () => true, rolesChanged: () => false, roles: '/*' });
}

interface TenantChoice {
  readonly isChosen: (tenant: string) => boolean;
  readonly rolesChanged: (stack: string) => boolean;
  /** Path and name of the roles that a session may assume. */
  readonly roles: string;
}

function tenantJobs({ platform, tenants }: World, choice: TenantChoice): readonly TenantJob[] {
  const guards = new Map<string, World['tenants'][number][]>();
  for (const tenant of tenants.filter(({ connectionName }) => choice.isChosen(connectionName))) {
    const guard = `account-${String(Number(tenant.accountId) % GUARDS).padStart(3, '0')}`;
    guards.set(guard, [...(guards.get(guard) ?? []), tenant]);
  }
  return [...guards].map(([guard, members]) => {
    const accounts = [...new Set(members.map(({ accountId }) => accountId))];
    const names = (chosen: typeof members): readonly string[] => chosen.map(({ connectionName }) => connectionName);
    const inAccount = (account: string) => members.filter(({ accountId }) => accountId === account);
    const withRoles = members.filter((tenant) => choice.rolesChanged(tenantStacks(platform, tenant).roles.name));
    return {
      job: shortened(names(members)),
      guard,
      names: names(members).join(' '),
      roles: names(withRoles).join(' '),
      accounts: JSON.stringify({
        include: accounts.map((account) => ({ account, names: names(inAccount(account)).join(' ') })),
      }),
      operatorSession: operatorSession(platform, accounts),
      session: sessionPolicy([platform.centralAccountId, ...accounts], choice.roles),
    };
  });
}

/** As many names as fit, and how many more there are. */
function shortened(names: readonly string[]): string {
  const whole = names.join(', ');
  if (whole.length <= NAME_LENGTH) return whole;
  let shown = names.length - 1;
  const text = (): string => `${names.slice(0, shown).join(', ')} and ${names.length - shown} more`;
  while (shown > 1 && text().length > NAME_LENGTH) shown -= 1;
  return text();
}

/** Who reaches accounts by profiles has none in CI: the session may then use any role that it is let into. */
function operatorSession({ operatorAccess }: PlatformConfig, accounts: readonly string[]): string {
  return sessionPolicy(accounts, operatorAccess.type === 'assumeRole' ? `/${operatorAccess.roleName}` : '/*');
}
