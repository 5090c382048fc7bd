import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isJsonObject } from '@central-ingress/network-model';
import type { JsonObject, SynthesizedStacks } from '@central-ingress/network-model';
import { UserError } from '@central-ingress/user-error';
import { Option } from 'commander';
import { worldFolder } from './world-folder';
import type { WorldOption } from './world-option';
import { whenNeeded } from './when-needed';

/** A folder that is not what `ingress synth` writes; the message says which file and what to do. */
export class SynthesizedFolderError extends UserError {
  override readonly exitCode = 2;
}

/** What {@link fromOption} and `--world` give a command. */
export interface FromOption extends WorldOption {
  readonly from?: string;
}

/** `--from`, for commands that read synthesized Terraform JSON. */
export function fromOption(): Option {
  return new Option(
    '--from <folder>',
    'read what `ingress synth` wrote there, and with --world see what of it is missing (default: synthesize first)',
  );
}

/**
 * The Terraform JSON of every stack: read from `--from`, else synthesized from the world's files.
 * @throws SynthesizedFolderError when a file of `--from` is missing or is no JSON object, and when it is empty
 */
export function synthesizedDocuments({ from, world: worldOption }: FromOption): SynthesizedStacks {
  if (from === '') {
    throw new SynthesizedFolderError(
      '--from: is empty; got ""; expected a folder that ingress synth has written. Name it.',
    );
  }
  if (from !== undefined) return readSynthesized(from);
  const world = whenNeeded.worldFiles.loadWorld(worldFolder(worldOption));
  return whenNeeded.synthesis.synthesizedStacks(world, whenNeeded.owners.ownersOf(world));
}

/**
 * Every stack that the folder's manifest names.
 * @throws SynthesizedFolderError when a file is missing or is no JSON object
 */
export function readSynthesized(folder: string): SynthesizedStacks {
  const manifest = readObject(join(folder, 'manifest.json'));
  const stacks = isJsonObject(manifest['stacks']) ? Object.keys(manifest['stacks']) : [];
  if (!stacks.length) {
    throw new SynthesizedFolderError(
      `${join(folder, 'manifest.json')}: stacks: names no stack; expected a folder that ingress synth has written. ` +
        'Run ingress synth again.',
    );
  }
  return Object.fromEntries(
    stacks.sort().map((stack) => [stack, readObject(join(folder, 'stacks', stack, 'cdk.tf.json'))]),
  );
}

function readObject(file: string): JsonObject {
  const wrong = (what: string): SynthesizedFolderError =>
    new SynthesizedFolderError(
      `${file}: ${what}; expected a folder that ingress synth has written. Run ingress synth again, or correct --from.`,
    );
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw wrong((error as NodeJS.ErrnoException).code === 'ENOENT' ? 'is missing' : 'cannot be read');
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw wrong(`is no JSON; got ${(error as Error).message}`);
  }
  if (!isJsonObject(json)) throw wrong('is no JSON object');
  return json;
}
