import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { AddonLock } from '@central-ingress/addon-lock';
import type { PlatformConfig, TenantConfig } from '@central-ingress/config';
import type { StackEvent, StackResult } from '@central-ingress/deployment';
import { MirrorError } from './errors';
import { ecrRegistry } from './ecr-registry';
import { copyName, imageCopies } from './image-copies';
import type { ImageCopy } from './image-copies';
import { withPrivateFolder, writeAuthfile } from './private-folder';
import { digestAt } from './registry';
import type { Registry } from './registry';
import { copyArguments, runSkopeo } from './skopeo';
import type { Upstream } from './upstream';

/** What came of one image of one tenant. */
export interface MirrorResult {
  readonly tenant: string;
  readonly image: string;
  /** `host/repository:tag` of the copy; without a host where we were not let in. */
  readonly target: string;
  readonly digest: string;
  /**
   * `present`: it was there; `copied`: it is now; `missing`: it is not and was not to be copied; `different`: its tag has
   * another image; `failed`; `not started`: after an interruption.
   */
  readonly status: 'present' | 'copied' | 'missing' | 'different' | 'failed' | 'not started';
  /** Wall-clock seconds. */
  readonly seconds: number;
  /** Why it is not there. */
  readonly reason?: string;
}

/** What to mirror, and how. */
export interface MirrorRequest {
  readonly platform: PlatformConfig;
  readonly tenants: readonly TenantConfig[];
  readonly lock: AddonLock;
  readonly upstream: Upstream;
  /** False: look, and copy nothing. */
  readonly copy: boolean;
  /** Images that are looked at or copied at the same time. */
  readonly concurrency: number;
  /** Gets one file per image that is copied, `<tenant>.<image>.mirror.log`. */
  readonly logFolder: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Told when a copy starts and when an image is settled, by names like `payments/envoy`. */
  readonly onEvent?: (event: StackEvent) => void;
  /** Aborted: nothing new starts, and skopeo is asked to end. */
  readonly signal?: AbortSignal;
  /** Aborted: skopeo is killed. */
  readonly kill?: AbortSignal;
}

/**
 * Sees to it that every image of the tenants lies in their ECR with the digest of the lock. What is there is left alone,
 * so running it again goes on where it was cut off.
 * @returns one result per image, tenant by tenant; an image that fails keeps no other back
 * @throws MirrorError for an image without a digest, and when skopeo is missing
 */
export async function mirrorImages(request: MirrorRequest): Promise<readonly MirrorResult[]> {
  const copies = imageCopies(request.platform, request.tenants, request.lock, request.upstream);
  mkdirSync(request.logFolder, { recursive: true });
  return withPrivateFolder(async (folder) => {
    if (request.copy) await runSkopeo(['--version'], { ...request, logFile: join(folder, 'version.log') });
    const registries = new Map<string, Promise<Registry>>();
    const registryOf = (tenant: TenantConfig): Promise<Registry> => {
      const known = registries.get(tenant.connectionName) ?? letIn(tenant, request.platform, folder);
      registries.set(tenant.connectionName, known);
      return known;
    };
    const results = new Map<ImageCopy, MirrorResult>();
    const waiting = [...copies];
    const worker = async (): Promise<void> => {
      for (let copy = waiting.shift(); copy; copy = waiting.shift()) {
        const result = await settle(copy, request, registryOf, folder);
        results.set(copy, result);
        request.onEvent?.({ type: 'ended', result: asProgress(copyName(copy), result) });
      }
    };
    await Promise.all(Array.from({ length: request.concurrency }, worker));
    return copies.flatMap((copy) => results.get(copy) ?? []);
  });
}

/** Once per tenant: another skopeo may be reading the file. */
async function letIn(tenant: TenantConfig, platform: PlatformConfig, folder: string): Promise<Registry> {
  const registry = await ecrRegistry(platform, tenant);
  writeAuthfile(authfileOf(tenant, folder), registry);
  return registry;
}

function authfileOf({ connectionName }: TenantConfig, folder: string): string {
  return join(folder, `${connectionName}.json`);
}

async function settle(
  copy: ImageCopy,
  request: MirrorRequest,
  registryOf: (tenant: TenantConfig) => Promise<Registry>,
  folder: string,
): Promise<MirrorResult> {
  const started = Date.now();
  let host = '';
  const end = (status: MirrorResult['status'], reason?: string): MirrorResult => ({
    tenant: copy.tenant.connectionName,
    image: copy.image,
    target: `${host}${copy.name}:${copy.tag}`,
    digest: copy.digest,
    status,
    seconds: (Date.now() - started) / 1000,
    ...(reason ? { reason } : {}),
  });
  if (request.signal?.aborted) return end('not started', 'interrupted');
  try {
    const registry = await registryOf(copy.tenant);
    host = `${registry.host}/`;
    const found = await digestAt(registry, copy.name, copy.tag);
    if (found === copy.digest) return end('present');
    if (found) return end('different', otherImage(copy, found));
    if (!request.copy) return end('missing', 'is not in the registry');
    request.onEvent?.({ type: 'started', stack: copyName(copy) });
    await copyImage(copy, registry, request, folder);
    const arrived = await digestAt(registry, copy.name, copy.tag);
    return arrived === copy.digest ? end('copied') : end('failed', `arrived as ${arrived ?? 'nothing'}`);
  } catch (error) {
    if (error instanceof MirrorError) return end('failed', error.message);
    throw error;
  }
}

function asProgress(stack: string, { status, seconds, reason }: MirrorResult): StackResult {
  const settled = status === 'present' || status === 'copied' ? 'done' : status === 'not started' ? status : 'failed';
  return { stack, status: settled, seconds, ...(reason ? { reason } : {}) };
}

async function copyImage(
  copy: ImageCopy,
  registry: Registry,
  { logFolder, env, signal, kill }: MirrorRequest,
  folder: string,
): Promise<void> {
  const logFile = join(logFolder, `${copy.tenant.connectionName}.${copy.image}.mirror.log`);
  const authfile = authfileOf(copy.tenant, folder);
  await runSkopeo(copyArguments({ ...copy, target: `${registry.host}/${copy.name}`, authfile }), {
    logFile,
    ...(env ? { env } : {}),
    ...(signal ? { signal } : {}),
    ...(kill ? { kill } : {}),
  });
}

function otherImage({ name, tag, digest }: ImageCopy, found: string): string {
  return (
    `its tag has another image; got ${found}; expected ${digest}. A tag never changes its image there: if the lock is ` +
    `right, delete that image with \`aws ecr batch-delete-image --repository-name ${name} --image-ids imageTag=${tag}\`, ` +
    'then mirror again.'
  );
}
