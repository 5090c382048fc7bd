import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AddonLock, ChartName } from '@central-ingress/addon-lock';
import type { ChartSource } from '@central-ingress/config';
import { UserError } from '@central-ingress/user-error';
import { AssetType, TerraformAsset } from 'cdktf';
import type { Construct } from 'constructs';

/** A chart that the platform's folder does not hold as the lock file says; the message names file and remedy. */
export class ChartFileError extends UserError {}

/** What a Helm release says of its chart. */
export interface ChartLocation {
  readonly repository?: string;
  /** Name in the repository, or a path below the stack's folder. */
  readonly chart: string;
  readonly version: string;
}

/**
 * Where a chart of the lock file comes from: its own repository, the platform's OCI registry, or the platform's folder,
 * from which it is copied into the synthesized stack.
 * @throws ChartFileError when the folder lacks it, or holds something else under its name
 */
export function chartLocation(
  scope: Construct,
  name: ChartName,
  source: ChartSource,
  { charts }: Pick<AddonLock, 'charts'>,
): ChartLocation {
  const { repository, version } = charts[name];
  if (source.type === 'repository') return { repository, chart: name, version };
  if (source.type === 'oci') return { repository: source.registry, chart: name, version };
  const path = join(source.path, `${name}-${version}.tgz`);
  checkFile(path, name, charts[name]);
  return { chart: `./${new TerraformAsset(scope, 'chart', { path, type: AssetType.FILE }).path}`, version };
}

function checkFile(path: string, name: ChartName, { repository, version, digest }: AddonLock['charts'][ChartName]) {
  const from = repository.startsWith('oci:') ? `${repository}/${name}` : `${name} --repo ${repository}`;
  const fix = `Fetch it where there is a way out: helm pull ${from} --version ${version}`;
  if (!existsSync(path)) {
    throw new ChartFileError(
      `platform.yaml: charts.path: ${path} is missing; expected chart ${name} ${version} of the lock file. ${fix}`,
    );
  }
  // An OCI registry's digest is that of a manifest, which a file does not have.
  if (repository.startsWith('oci:')) return;
  const found = `sha256:${createHash('sha256').update(readFileSync(path)).digest('hex')}`;
  if (found !== digest) {
    throw new ChartFileError(
      `platform.yaml: charts.path: ${path} is not chart ${name} ${version}; got ${found}; expected ${digest}. ${fix}`,
    );
  }
}
