import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { addCentralStacks } from '@central-ingress/central-internet-account';
import type { World } from '@central-ingress/config';
import { addServiceStacks } from '@central-ingress/eks-service-account';
import { App } from 'cdktf';

/**
 * Writes the Terraform JSON of the owners' stacks, both accounts', as `cdktf synth` does:
 * `<outputFolder>/stacks/<stack>/cdk.tf.json` and `<outputFolder>/manifest.json`.
 * Stacks of an earlier synthesis that are not among them are removed, so the folder says what the world says now.
 * @param owners names of internet VPCs, tenants, or `central`
 * @returns names of the stacks written
 */
export function synthesize(world: World, owners: readonly string[], outputFolder: string): readonly string[] {
  mkdirSync(outputFolder, { recursive: true });
  rmSync(join(outputFolder, 'manifest.json'), { force: true });
  const wanted = new Set(owners);
  const app = new App({ outdir: outputFolder, stackTraces: false });
  withoutSourceMaps(() => {
    addCentralStacks(app, world, wanted);
    addServiceStacks(app, world, wanted);
    app.synth();
  });

  const written = Object.keys(app.manifest.stacks);
  const folder = join(outputFolder, 'stacks');
  for (const stale of readdirSync(folder).filter((name) => !written.includes(name))) {
    rmSync(join(folder, stale, 'cdk.tf.json'), { force: true });
  }
  return written;
}

/** cdktf takes a stack trace for every token; mapping each one back to TypeScript is a third of a synthesis. */
function withoutSourceMaps(work: () => void): void {
  const { sourceMapsEnabled } = process as { sourceMapsEnabled?: boolean };
  process.setSourceMapsEnabled(false);
  try {
    work();
  } finally {
    process.setSourceMapsEnabled(sourceMapsEnabled ?? true);
  }
}
