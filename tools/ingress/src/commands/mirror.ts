import { join } from 'node:path';
import { addonLock, imagesOf } from '@central-ingress/addon-lock';
import { Interrupts, Progress } from '@central-ingress/deployment';
import { loadWorld } from '@central-ingress/world-files';
import { Command } from 'commander';
import { chooseTenants } from '../choose-tenants';
import { IMAGES_SIDE_BY_SIDE } from '../mirror-before-addons';
import { upstreamOf, upstreamOption } from '../upstream-option';
import type { UpstreamOption } from '../upstream-option';
import { worldFolder } from '../world-folder';
import { worldOption } from '../world-option';
import type { WorldOption } from '../world-option';
import { whenNeeded } from '../when-needed';

interface MirrorOptions extends WorldOption, UpstreamOption {
  readonly all?: boolean;
  readonly check?: boolean;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

const EXAMPLES = `
Examples:
  ingress mirror payments
  ingress mirror --all --check
  ingress mirror payments --from registry.example.com/mirror
  ingress mirror payments --from docker.io=registry.example.com/hub --dry-run`;

const EXIT_CODES = `
Exit codes:
  0    every image is there (with --dry-run: or could be copied)
  1    an image is missing, has another digest, or could not be copied
  2    a tenant or a --from is none, or nothing is named
  130  Ctrl-C`;

/** `ingress mirror`: brings what a cluster pulls into the ECR of its own account. */
export function mirrorCommand(): Command {
  return new Command('mirror')
    .description("copy the images of tenants' clusters into their ECR, with all platforms and by digest")
    .argument('[tenants...]', 'tenants whose images are copied')
    .option('--all', 'every tenant of the world')
    .option('--check', 'copy nothing; fail when an image is missing or has another digest')
    .option('--dry-run', 'copy nothing; tell what would be copied')
    .addOption(upstreamOption())
    .addOption(worldOption())
    .option('--json', 'print the result as JSON; the progress goes to standard error')
    .addHelpText('after', `${EXAMPLES}\n${EXIT_CODES}`)
    .action(mirror);
}

async function mirror(names: readonly string[], options: MirrorOptions): Promise<void> {
  const { isMirrored, mirrorImages, renderMirror, UsageError } = whenNeeded.imageMirror;
  const upstream = upstreamOf(options);
  const folder = worldFolder(options.world);
  const world = loadWorld(folder);
  const chosen = chooseTenants(world, { command: 'mirror', names, all: options.all }, UsageError);

  const print = (line: string): void => void process.stderr.write(`${line}\n`);
  const interrupts = new Interrupts(() => print('Stopping: copies that run are ended. Once more to kill them.'));
  const copy = !options.check && !options.dryRun;
  const total = chosen.reduce((sum, tenant) => sum + imagesOf(tenant).length, 0);
  const progress = new Progress(total, print);
  try {
    const results = await mirrorImages({
      platform: world.platform,
      tenants: chosen,
      lock: addonLock(),
      upstream,
      copy,
      concurrency: IMAGES_SIDE_BY_SIDE,
      logFolder: join(folder, '.ingress', 'logs'),
      signal: interrupts.signal,
      kill: interrupts.kill,
      ...(copy ? { onEvent: (event) => progress.on(event) } : {}),
    });
    process.stdout.write(`${options.json ? JSON.stringify(results, null, 2) : renderMirror(results)}\n`);
    const settled = options.dryRun ? results.filter(({ status }) => status !== 'missing') : results;
    process.exitCode = interrupts.signal.aborted ? 130 : isMirrored(settled) ? 0 : 1;
  } finally {
    progress.stop();
    interrupts.dispose();
  }
}
