import type { NetworkModel } from '@central-ingress/network-model';
import { stackGraph } from '@central-ingress/stack-graph';
import { missingStacks } from './missing-stacks';
import { synthesizedDocuments } from './synthesized-documents';
import type { FromOption } from './synthesized-documents';
import { whenNeeded } from './when-needed';
import { worldFolder } from './world-folder';

/** What synthesized stacks say, and whether they are the whole. */
export interface SynthesizedModel {
  readonly model: NetworkModel;
  /** Names of stacks that `--from` lacks, sorted. */
  readonly missingStacks: readonly string[];
}

const MOST_NAMES = 12;

/**
 * The model of the synthesized stacks; standard error tells when it is not that of a whole world. What `--from` lacks is
 * known from the stacks in it, and where `--world` is named beside it, from that.
 */
export function synthesizedModel(options: FromOption): SynthesizedModel {
  const { buildNetworkModel } = whenNeeded.networkModel;
  const model = buildNetworkModel(synthesizedDocuments(options));
  const { from, world } = options;
  if (from === undefined) return { model, missingStacks: [] };
  const missing = world === undefined ? missingStacks(model) : missingOf(world, model);
  if (missing.length) {
    const more = missing.length > MOST_NAMES ? ` and ${missing.length - MOST_NAMES} more` : '';
    process.stderr.write(
      `${from}: is not the whole world; got ${model.stacks.size} stack(s) without ` +
        `${missing.slice(0, MOST_NAMES).join(', ')}${more}; expected every stack. What follows is of those that are ` +
        'there. Run ingress synth without names.\n',
    );
  }
  return { model, missingStacks: missing };
}

function missingOf(world: string, { stacks }: NetworkModel): readonly string[] {
  const graph = stackGraph(whenNeeded.worldFiles.loadWorld(worldFolder(world)));
  return graph
    .map(({ name }) => name)
    .filter((name) => !stacks.has(name))
    .sort();
}

/** Tells on standard error when parts of the synthesized stacks cannot be made sense of. */
export function tellUnread({ problems }: NetworkModel): void {
  const [first] = problems;
  if (!first) return;
  process.stderr.write(
    `Not everything in the synthesized stacks could be read, so what follows is not whole; ${problems.length} ` +
      `problem(s), the first: ${first.stack}: ${first.address}: ${first.attribute}: ${first.reason}. ` +
      'Synthesize all stacks, and see ingress check.\n',
  );
}
