import { loadWorld } from '@central-ingress/world-files';
import { ownersOf } from './owners';
import { reportError } from './report-error';
import { synthesize } from './synthesize';
import { worldFolder } from './world-folder';

// What the repository's own cdktf.json runs: both apps in one, so that `cdktf` at the top knows every stack.
try {
  const world = loadWorld(worldFolder(undefined));
  synthesize(world, ownersOf(world), process.env['CDKTF_OUTDIR'] ?? 'cdktf.out');
} catch (error) {
  process.exitCode = reportError(error, process.stderr);
}
