import type { InternetVpcConfig, TenantConfig, World } from '@central-ingress/config';
import type { TenantHold } from '@central-ingress/contract';
import type { Connection, ZoneUsers } from '@central-ingress/offboarding';
import { UserError } from '@central-ingress/user-error';
import { directionOf } from './stacks-of';
import type { RunAction } from './stacks-of';
import { whenNeeded } from './when-needed';

/** A run that is refused before anything is changed. */
export class RunRefusal extends UserError {
  override readonly exitCode = 3;
}

/** What a run would work on. */
export interface RefusableRun {
  readonly action: RunAction;
  readonly world: World;
  readonly owners: readonly string[];
  readonly print: (line: string) => void;
}

/**
 * Looks at what AWS has before a run changes anything: a tenant that is being offboarded is not deployed, one that is
 * being moved is left alone, and an internet VPC is not destroyed under who needs it or its hosted zone.
 * @throws RunRefusal
 */
export async function refuseUnsafeRun(run: RefusableRun): Promise<void> {
  await refuseHeldTenants(run);
  if (run.action === 'destroy') await refuseConnectedInternetVpcs(run);
}

async function refuseHeldTenants({ action, world, owners, print }: RefusableRun): Promise<void> {
  const tenants = world.tenants.filter(({ connectionName }) => owners.includes(connectionName));
  if (!tenants.length) return;
  const { holdsOf } = whenNeeded.offboarding;
  const holds = await holdsOf(world.platform, tenants).catch((error: Error) => {
    if (!isRoleOutOfReach(error)) throw unaskedHolds(tenants, error);
    print(`Whether a tenant is being offboarded or moved could not be asked, going on: ${firstLine(error)}`);
    return new Map<string, TenantHold>();
  });
  const message = heldMessage(action, holds);
  if (message) throw new RunRefusal(message);
}

/**
 * Before the first deployment there is no role to ask with, and no tenant that could be on hold. STS alone answers
 * `AccessDenied`, the same for a role that does not exist and for one that we may not assume; SSM has another word.
 */
function isRoleOutOfReach({ name }: Error): boolean {
  return name === 'AccessDenied';
}

function unaskedHolds(tenants: readonly TenantConfig[], error: Error): RunRefusal {
  const names = tenants.map(({ connectionName }) => connectionName).join(', ');
  return new RunRefusal(
    `${names}: whether ${tenants.length > 1 ? 'they are' : 'it is'} being offboarded or moved could not be asked; ` +
      `got "${error.name}: ${firstLine(error)}"; expected an answer. Nothing was changed. ` +
      'See to the login and the network, and run it again.',
  );
}

/**
 * Why tenants are left alone; nothing when none is on hold. What is being offboarded may be destroyed by other means
 * too, but of what is being moved only the move knows both connections.
 */
export function heldMessage(action: RunAction, holds: ReadonlyMap<string, TenantHold>): string | undefined {
  const refused = [...holds].flatMap(([tenant, { reason, since }]) => {
    if (reason === 'moving') {
      return (
        `${tenant}: is being moved to another internet VPC since ${since}; ${action} is refused. To go on with that, ` +
        `or to take it back: npx ingress move ${tenant} --help`
      );
    }
    if (directionOf(action) === 'destroy') return [];
    return (
      `${tenant}: is being offboarded since ${since}; ${action} is refused. To go on with that: npx ingress offboard ` +
      `${tenant}. To keep the tenant after all: npx ingress offboard ${tenant} --cancel, then ${action} it again.`
    );
  });
  return refused.length ? [...refused, 'Nothing was changed.'].join('\n') : undefined;
}

async function refuseConnectedInternetVpcs(run: RefusableRun): Promise<void> {
  const { world, owners } = run;
  const vpcs = world.internetVpcs.filter(({ name }) => owners.includes(name));
  if (!vpcs.length) return;
  const { connectionClients, internetVpcUsers } = whenNeeded.offboarding;
  const clients = connectionClients(world.platform);
  for (const vpc of vpcs) {
    const { connections, zone } = await internetVpcUsers(world.platform, vpc, world.internetVpcs, clients).catch(
      (error: Error) => {
        throw new RunRefusal(
          `${vpc.name}: whether somebody needs it could not be asked; got "${firstLine(error)}". ` +
            'Nothing was changed. Log in with an identity that may take the connection role.',
        );
      },
    );
    const message = connectedMessage(vpc.name, connections, owners) ?? zoneMessage(vpc, zone, run);
    if (message) throw new RunRefusal(message);
  }
}

/**
 * Why an internet VPC is not destroyed; nothing when only tenants are connected that are destroyed with it.
 * @param owners what the same run destroys, connections first
 */
export function connectedMessage(
  internetVpc: string,
  connections: readonly Connection[],
  owners: readonly string[],
): string | undefined {
  const others = connections.filter(({ tenant }) => !tenant || !owners.includes(tenant));
  if (!others.length) return undefined;
  const tenants = [...new Set(others.flatMap(({ tenant }) => tenant ?? []))].sort();
  const strangers = others.filter(({ tenant }) => !tenant).map(({ kind, id }) => `  ${kind} ${id}`);
  return [
    ...(tenants.length
      ? [
          `${internetVpc}: tenants are connected: ${tenants.join(', ')}; expected none. Offboard them, move them, or ` +
            `disconnect them first: npx ingress disconnect ${tenants.join(' ')}`,
        ]
      : []),
    ...(strangers.length
      ? [`${internetVpc}: holds what no tenant of ours has made. Remove it first:`, ...strangers]
      : []),
    'Nothing was changed.',
  ].join('\n');
}

/**
 * Why an internet VPC whose hosted zone others need is not destroyed; nothing when only those need it that are destroyed
 * with it.
 */
export function zoneMessage(
  { name, domain }: Pick<InternetVpcConfig, 'name' | 'domain'>,
  users: ZoneUsers,
  { world, owners }: Pick<RefusableRun, 'world' | 'owners'>,
): string | undefined {
  const internetVpcs = users.internetVpcs.filter((other) => !owners.includes(other));
  const leaving = world.tenants.filter(({ connectionName }) => owners.includes(connectionName));
  const hostsLeaving = new Set(leaving.flatMap(({ exposure }) => exposure.hosts.map((host) => host.name)));
  const hosts = users.hosts.filter((host) => !hostsLeaving.has(host));
  if (!internetVpcs.length && !hosts.length) return undefined;
  return [
    ...(internetVpcs.length
      ? [
          `${name}: its hosted zone ${domain} is used by internet VPCs: ${internetVpcs.join(', ')}; expected none. ` +
            `Destroy them first: npx ingress destroy ${internetVpcs.join(' ')}`,
        ]
      : []),
    ...(hosts.length
      ? [
          `${name}: its hosted zone ${domain} answers for: ${hosts.join(', ')}; expected no host. Disconnect the ` +
            'tenants, or remove the records, first.',
        ]
      : []),
    'Nothing was changed.',
  ].join('\n');
}

function firstLine({ message }: Error): string {
  return message.split('\n')[0] ?? '';
}
