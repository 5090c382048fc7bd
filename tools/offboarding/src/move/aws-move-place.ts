import { setTimeout as delay } from 'node:timers/promises';
import { internetVpcOf } from '@central-ingress/config';
import type { CentralTenant, InternetVpcConfig, World } from '@central-ingress/config';
import type { TenantMove } from '@central-ingress/contract';
import { bridgeConnectionName, physicalName } from '@central-ingress/naming';
import { bridgeStack, tenantStacks } from '@central-ingress/stack-graph';
import { bucketOf } from '@central-ingress/state-bucket';
import { albName, plainName, readBalancer, readNames, readTargetGroup } from '@central-ingress/verification';
import { ALIAS_TTL_SECONDS } from '../alias-ttl';
import { readNetworking } from '../networking-handover';
import { valueOf } from '../obstacles';
import { offboardingClients } from '../offboarding-clients';
import type { OffboardingClients } from '../offboarding-clients';
import { readState } from '../stack-state';
import { readHold, removeHold, writeHold } from '../tenant-hold';
import type { ConnectionName, MovePlace } from './move-place';

/** What the place of one tenant's move is made of. */
export interface AwsMoveProps {
  readonly world: World;
  readonly tenant: CentralTenant;
  /** Seconds that resolvers are given, instead of what is really set. */
  readonly drainSeconds?: number;
  readonly signal?: AbortSignal;
  /** What changes the two stacks. */
  readonly hands: Pick<MovePlace, 'deploy' | 'forgetInBridge' | 'destroyBridge'>;
}

/** The place of a move in AWS, reached with the operator's access to the central account. @throws StateBucketError */
export async function awsMovePlace(props: AwsMoveProps, move: TenantMove): Promise<MovePlace> {
  const { platform } = props.world;
  return movePlace(props, move, await offboardingClients(platform, platform.centralAccountId));
}

/** The place of a move with the clients given. */
export function movePlace(props: AwsMoveProps, move: TenantMove, central: OffboardingClients): MovePlace {
  const { world, tenant, drainSeconds, signal, hands } = props;
  const { platform } = world;
  const { connectionName: name } = tenant;
  const { eyes } = central;
  const stacks = {
    connection: tenantStacks(platform, tenant).connection,
    bridge: bridgeStack(platform, tenant, move.to.internetVpc),
  };
  const vpcs = [move.from, move.to].flatMap(({ internetVpc }) =>
    world.internetVpcs.filter((vpc) => vpc.name === internetVpc),
  );
  const stateOf = (which: ConnectionName) =>
    readState(eyes.s3, bucketOf(platform, platform.centralAccountId), stacks[which].stateKey);
  return {
    ...hands,
    dnsSeconds: drainSeconds ?? ALIAS_TTL_SECONDS,
    filePlace: { internetVpc: tenant.exposure.internetVpc, slot: tenant.exposure.slot },
    stateOf,
    readHold: () => readHold(eyes.ssm, platform, name),
    writeHold: (hold) => writeHold(central.hands.ssm, platform, name, hold),
    removeHold: () => removeHold(central.hands.ssm, platform, name),
    internetVpcOf: async (which) => {
      const { resources } = await stateOf(which);
      const vpcId = resources.find(({ type }) => type === 'aws_vpc_endpoint')?.attributes['vpc_id'];
      for (const vpc of vpcs) {
        const networking = await readNetworking(platform, vpc.name, eyes.ssm);
        if (vpcId && networking?.vpcId === vpcId) return vpc.name;
      }
      return undefined;
    },
    recordTargets: () => recordTargets(eyes, world, tenant, vpcs),
    unhealthyTargets: (which) => unhealthyTargets(eyes, platform.namePrefix, name, which),
    sleep: async (seconds) => void (await delay(1000 * seconds, undefined, signal ? { signal } : {})),
    now: () => new Date(),
  };
}

/** The domain of both internet VPCs is the same, so one look into its zone tells of all hosts. */
async function recordTargets(
  eyes: OffboardingClients['eyes'],
  world: World,
  tenant: CentralTenant,
  vpcs: readonly InternetVpcConfig[],
): Promise<ReadonlyMap<string, string | undefined>> {
  const byDnsName = new Map<string, string>();
  for (const vpc of vpcs) {
    const alb = valueOf((await readBalancer(eyes, albName(world.platform, vpc))).balancer);
    if (alb?.DNSName) byDnsName.set(plainName(alb.DNSName), vpc.name);
  }
  const { records } = await readNames(eyes, tenant.exposure.hosts, internetVpcOf(world, tenant));
  return new Map(
    [...records].map(([host, reading]) => [host, byDnsName.get(plainName(valueOf(reading)?.AliasTarget?.DNSName))]),
  );
}

async function unhealthyTargets(
  eyes: OffboardingClients['eyes'],
  prefix: string,
  connectionName: string,
  which: ConnectionName,
): Promise<readonly string[]> {
  const name = which === 'bridge' ? bridgeConnectionName(connectionName) : connectionName;
  const group = physicalName('target group', prefix, name);
  const health = valueOf((await readTargetGroup(eyes, group)).health) ?? [];
  if (!health.length) return [`target group ${group}: has no target; expected one per zone.`];
  return health
    .filter(({ TargetHealth }) => TargetHealth?.State !== 'healthy')
    .map(
      ({ Target, TargetHealth }) =>
        `target ${Target?.Id} of ${group}: is ${TargetHealth?.State ?? 'unknown'}; expected healthy. ` +
        `See npx ingress verify ${connectionName}.`,
    );
}
