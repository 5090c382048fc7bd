import { furtherInternetVpcName, internetVpcFile, isInside, nextFreeSlot, tenantsOf } from '@central-ingress/config';
import type { InternetVpcConfig, World } from '@central-ingress/config';
import { limitInTheWay, quotaBudget, QUOTA_WORDS } from '@central-ingress/quota-budget';
import type { QuotaBudget } from '@central-ingress/quota-budget';
import type { OptionProblem } from './option-problems';

/** Where a new central tenant goes. */
export interface Placement {
  readonly internetVpc: InternetVpcConfig;
  /** The next free slot there. */
  readonly slot: number;
  /** What was free before it. */
  readonly budget: QuotaBudget;
}

/**
 * Finds an internet VPC with room for a tenant: the wanted one, else those whose domain holds all its hosts first.
 * @returns a problem when there is none, or the wanted one is unknown or full; its text names the next step
 */
export function placementFor(world: World, hosts: readonly string[], wanted?: string): Placement | OptionProblem {
  const candidates = wanted === undefined ? byDomain(world, hosts) : named(world, wanted);
  const [first] = candidates;
  if (!first) return { text: noInternetVpc(world, wanted), covers: ({ path }) => path === 'exposure.internetVpc' };
  const full: string[] = [];
  for (const internetVpc of candidates) {
    const budget = quotaBudget(world, internetVpc);
    const obstacle = limitInTheWay(budget, hosts.length);
    if (!obstacle) return { internetVpc, budget, slot: freeSlot(world, internetVpc) };
    const { quota, used, limit } = obstacle;
    full.push(`${internetVpc.name} uses ${used} of ${limit} ${QUOTA_WORDS[quota]}`);
  }
  const further = furtherInternetVpcName(
    world.internetVpcs.map(({ name }) => name),
    first.name,
  );
  const head =
    wanted === undefined ? 'No internet VPC has room for the tenant' : `${wanted}: has no room for the tenant`;
  const text = `${head}: ${full.join(', ')}. Add a further internet VPC: npx nx g internet-vpc ${further}.`;
  return { text, covers: ({ file }) => candidates.some(({ name }) => file === internetVpcFile(name)) };
}

function byDomain({ internetVpcs }: World, hosts: readonly string[]): readonly InternetVpcConfig[] {
  const holds = ({ domain }: InternetVpcConfig): boolean => hosts.every((host) => isInside(host, domain));
  return [...internetVpcs.filter(holds), ...internetVpcs.filter((vpc) => !holds(vpc))];
}

function named({ internetVpcs }: World, wanted: string): readonly InternetVpcConfig[] {
  return internetVpcs.filter(({ name }) => name === wanted);
}

function noInternetVpc({ internetVpcs }: World, wanted: string | undefined): string {
  if (wanted === undefined) {
    return 'This world has no internet VPC; expected one that the tenant is reached through. Add it: npx nx g internet-vpc main --domain <domain>.';
  }
  const known = internetVpcs.map(({ name }) => name).join(', ') || 'none, as there is none yet';
  return (
    `--internet-vpc: names no internet VPC of this world; got ${wanted}; expected ${known}. ` +
    `Correct the name, or add ${internetVpcFile(wanted)}: npx nx g internet-vpc ${wanted}.`
  );
}

/** The next free slot of an internet VPC. */
export function freeSlot(world: World, { name }: InternetVpcConfig): number {
  return nextFreeSlot(tenantsOf(world, name).map(({ exposure }) => exposure.slot));
}
