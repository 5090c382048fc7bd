import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addonLock, LOCK_FILE, renderAddonLock } from '@central-ingress/addon-lock';
import { Command } from 'commander';
import { upstreamOf, upstreamOption } from '../upstream-option';
import type { UpstreamOption } from '../upstream-option';
import { REPOSITORY } from '../world-folder';
import { whenNeeded } from '../when-needed';

interface LockOptions extends UpstreamOption {
  readonly image?: readonly string[];
  readonly chart?: readonly string[];
  readonly check?: boolean;
  readonly json?: boolean;
}

const EXAMPLES = `
Examples:
  ingress lock
  ingress lock --check
  ingress lock contour envoy
  ingress lock --chart contour=0.7.0 --image contour=v1.33.6 --image envoy=v1.38.3`;

const EXIT_CODES = `
Exit codes:
  0  the lock is written, or is what upstream has
  1  something cannot be looked up; with --check: upstream has something else
  2  an image, a chart, a version or a --from is none`;

/** `ingress lock`: asks publishers for the digests of the images and charts that the lock names. */
export function lockCommand(): Command {
  const repeated = (rule: string, former: readonly string[] = []): readonly string[] => [...former, rule];
  return new Command('lock')
    .description('look up the digests of all images and charts, and write them to the lock file')
    .argument('[names...]', 'images and charts to look up (default: all)')
    .option('--image <name=tag>', 'move an image to another tag; may be repeated', repeated)
    .option('--chart <name=version>', 'move a chart to another version; may be repeated', repeated)
    .option('--check', 'write nothing; fail when upstream has something else than the lock')
    .addOption(upstreamOption())
    .option('--json', 'print what changes as JSON')
    .addHelpText('after', `${EXAMPLES}\n${EXIT_CODES}`)
    .action(lock);
}

async function lock(names: readonly string[], options: LockOptions): Promise<void> {
  const { LOAD_BALANCER_CONTROLLER_VERSION } = whenNeeded.eks;
  const { lockChanges, refreshLock, renderLockChanges, upstreamReader, withPrivateFolder } = whenNeeded.imageMirror;
  const upstream = upstreamOf(options);
  const before = addonLock();
  const { lock: after, notes } = await withPrivateFolder((folder) =>
    refreshLock({
      lock: before,
      reader: upstreamReader(upstream, folder),
      names,
      imageVersions: options.image ?? [],
      chartVersions: options.chart ?? [],
      controllerPolicyVersion: LOAD_BALANCER_CONTROLLER_VERSION,
    }),
  );
  const changes = lockChanges(before, after);
  notes.forEach((note) => process.stderr.write(`notice: ${note}\n`));
  if (changes.length && !options.check) writeFileSync(join(REPOSITORY, LOCK_FILE), renderAddonLock(after));
  if (changes.length && options.check) process.exitCode = 1;
  const told = options.check ? 'upstream differs from' : 'wrote';
  const text = changes.length
    ? `${told} ${LOCK_FILE}:\n${renderLockChanges(changes)}`
    : 'the lock is what upstream has.';
  process.stdout.write(`${options.json ? JSON.stringify({ changes, notes }, null, 2) : text}\n`);
}
