import type { TenantMove } from '@central-ingress/contract';
import { sharedAddresses } from '../shared-addresses';
import type { ConnectionName, MovePlace } from './move-place';
import { MoveRefusal } from './plan-move';

/** The steps of a move, in order; each is a command of its own, and can be run again. */
export const MOVE_STEPS = ['prepare', 'switch', 'settle', 'finish'] as const;

/** One step of a move. */
export type MoveStep = (typeof MOVE_STEPS)[number];

/** What a step does, for people. */
export const MOVE_TITLES: Readonly<Record<MoveStep, string>> = {
  prepare: 'make a second connection in the new internet VPC, and wait until its targets are healthy',
  switch: "lead the hosts' records to the new ALB, and wait until resolvers have forgotten the old one",
  settle: 'make the connection anew in the new internet VPC, as the changed file says; the second one serves meanwhile',
  finish: 'remove the second connection, and let deployments in again',
};

const POLL_SECONDS = 10;
const LONGEST_HEALTH_WAIT_SECONDS = 600;

/** Which steps of a move are done, as AWS shows it. */
export async function stepsDone(move: TenantMove, place: MovePlace): Promise<ReadonlySet<MoveStep>> {
  const bridge = (await place.stateOf('bridge')).resources.length > 0;
  const held = (await place.readHold())?.reason === 'moving';
  const settled = (await place.internetVpcOf('connection')) === move.to.internetVpc;
  const done = new Set<MoveStep>();
  const switched = await leadTo(move.to.internetVpc, place);
  if ((held && bridge) || settled) done.add('prepare');
  if (switched && (bridge || settled)) done.add('switch');
  if (settled && !(await place.unhealthyTargets('connection')).length) done.add('settle');
  if (settled && !bridge && !held) done.add('finish');
  return done;
}

/**
 * Takes one step of a move after it has looked whether the steps before it hold.
 * @throws MoveRefusal when one does not; nothing is changed then
 */
export async function takeMoveStep(step: MoveStep, move: TenantMove, place: MovePlace): Promise<void> {
  const steps: Readonly<Record<MoveStep, () => Promise<void>>> = {
    prepare: () => prepare(move, place),
    switch: () => switchRecords(move, place),
    settle: () => settle(move, place),
    finish: () => finish(move, place),
  };
  await steps[step]();
}

/**
 * Takes a move back that has not settled: the records lead to the old ALB again, then the second connection goes.
 * @throws MoveRefusal once the file or the connection is in the new internet VPC
 */
export async function cancelMove(move: TenantMove, place: MovePlace): Promise<void> {
  requireFile(place, move.from, 'put the former internetVpc and slot back into the file');
  if ((await place.internetVpcOf('connection')) !== move.from.internetVpc) {
    throw new MoveRefusal(
      `the connection does not stand in ${move.from.internetVpc} any more; finish the move, and move the tenant back.`,
    );
  }
  if (!(await leadTo(move.from.internetVpc, place))) {
    await place.deploy('connection', false);
    await requireRecords(move.from.internetVpc, place);
  }
  await place.sleep(place.dnsSeconds);
  await removeBridge(place);
  await place.removeHold();
}

async function prepare(move: TenantMove, place: MovePlace): Promise<void> {
  requireFile(place, move.from, 'leave the file as it is until the records are switched');
  const hold = await place.readHold();
  if (hold?.reason === 'offboarding') throw new MoveRefusal('the tenant is being offboarded; nothing was changed.');
  if ((await place.internetVpcOf('connection')) !== move.from.internetVpc) {
    throw new MoveRefusal(
      `the tenant is not connected in ${move.from.internetVpc}, so there is nothing to move without a gap; change ` +
        'internetVpc and slot in its file, and deploy and connect it.',
    );
  }
  if (!hold) await place.writeHold({ reason: 'moving', since: place.now().toISOString(), move });
  await place.deploy('bridge', false);
  await healthy('bridge', place);
}

async function switchRecords(move: TenantMove, place: MovePlace): Promise<void> {
  requireFile(place, move.from, 'leave the file as it is until the records are switched');
  await requireHold(place);
  await requireHealthy('bridge', place);
  if (!(await leadTo(move.to.internetVpc, place))) await place.deploy('connection', true);
  await requireRecords(move.to.internetVpc, place);
  await place.sleep(place.dnsSeconds);
}

async function settle(move: TenantMove, place: MovePlace): Promise<void> {
  requireFile(place, move.to, 'change internetVpc and slot in the file as the plan says');
  await requireHold(place);
  await requireRecords(move.to.internetVpc, place);
  await requireHealthy('bridge', place);
  const { resources } = await place.stateOf('connection');
  const endpoints = resources.filter(({ type }) => type === 'aws_vpc_endpoint').map(({ address }) => address);
  await place.deploy('connection', true, endpoints);
  await healthy('connection', place);
}

async function finish(move: TenantMove, place: MovePlace): Promise<void> {
  requireFile(place, move.to, 'leave the file as the plan says');
  if ((await place.internetVpcOf('connection')) !== move.to.internetVpc) {
    throw new MoveRefusal(`the connection does not stand in ${move.to.internetVpc} yet; take the step settle first.`);
  }
  await requireRecords(move.to.internetVpc, place);
  await requireHealthy('connection', place);
  await removeBridge(place);
  await place.removeHold();
}

async function removeBridge(place: MovePlace): Promise<void> {
  const bridge = await place.stateOf('bridge');
  if (!bridge.resources.length) return;
  const shared = sharedAddresses(bridge, await place.stateOf('connection'));
  if (shared.length) await place.forgetInBridge(shared);
  await place.destroyBridge();
}

function requireFile({ filePlace }: MovePlace, { internetVpc, slot }: TenantMove['to'], fix: string): void {
  if (filePlace.internetVpc === internetVpc && filePlace.slot === slot) return;
  throw new MoveRefusal(
    `exposure: the file does not say what this step needs; got internetVpc ${filePlace.internetVpc}, slot ` +
      `${filePlace.slot}; expected internetVpc ${internetVpc}, slot ${slot}: ${fix}.`,
  );
}

async function requireHold(place: MovePlace): Promise<void> {
  if ((await place.readHold())?.reason === 'moving') return;
  throw new MoveRefusal('the tenant is not being moved; take the step prepare first.');
}

async function requireRecords(internetVpc: string, place: MovePlace): Promise<void> {
  const elsewhere = [...(await place.recordTargets())].filter(([, target]) => target !== internetVpc);
  if (!elsewhere.length) return;
  const hosts = elsewhere.map(([host, target]) => `record ${host}: leads to ${target ?? 'neither of the two'}`);
  throw new MoveRefusal([...hosts, `expected the ALB of ${internetVpc}.`].join('\n'));
}

async function requireHealthy(which: ConnectionName, place: MovePlace): Promise<void> {
  const unhealthy = await place.unhealthyTargets(which);
  if (unhealthy.length) throw new MoveRefusal(unhealthy.join('\n'));
}

async function healthy(which: ConnectionName, place: MovePlace): Promise<void> {
  for (let waited = 0; waited < LONGEST_HEALTH_WAIT_SECONDS; waited += POLL_SECONDS) {
    if (!(await place.unhealthyTargets(which)).length) return;
    await place.sleep(POLL_SECONDS);
  }
  await requireHealthy(which, place);
}

async function leadTo(internetVpc: string, place: MovePlace): Promise<boolean> {
  return [...(await place.recordTargets()).values()].every((target) => target === internetVpc);
}
