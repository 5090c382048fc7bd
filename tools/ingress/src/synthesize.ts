import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { addCentralStacks } from '@central-ingress/central-internet-account';
import type { World } from '@central-ingress/config';
import { addServiceStacks, kubeconfigOf } from '@central-ingress/eks-service-account';
import type { ServiceStackOptions } from '@central-ingress/eks-service-account';
import type { JsonObject, SynthesizedStacks } from '@central-ingress/network-model';
import { UserError } from '@central-ingress/user-error';
import { App, TerraformStack } from 'cdktf';
import { forgettingTokens } from './forgetting-tokens';
import { withQuickResolution } from './quick-resolution';

/** One app for each so many: the constructs of 500 tenants at once take 700 MB. */
const OWNERS_AT_A_TIME = 20;

/** A place where synthesized stacks cannot be written; the message says which and what to do. */
export class OutputFolderError extends UserError {
  constructor(path: string, got: string, options?: ErrorOptions) {
    super(
      `${path}: cannot be written to; got ${got}; expected a folder of ingress alone, which it may write to. ` +
        'Name another folder, or see to what is there.',
      options,
    );
  }
}

interface Manifest {
  readonly stacks: Readonly<Record<string, unknown>>;
}

/**
 * Writes the Terraform JSON of the owners' stacks, both accounts', as `cdktf synth` does:
 * `<outputFolder>/stacks/<stack>/cdk.tf.json` and `<outputFolder>/manifest.json`.
 * Stacks of an earlier synthesis that are not among them are removed, so the folder says what the world says now.
 * @param owners names of internet VPCs, tenants, or `central`
 * @param options of the add-ons stacks; by default the kubeconfig that the environment names
 * @returns names of the stacks written
 * @throws OutputFolderError
 */
export function synthesize(
  world: World,
  owners: readonly string[],
  outputFolder: string,
  options: ServiceStackOptions = kubeconfigOption(),
): readonly string[] {
  makeOutputFolder(outputFolder);
  try {
    return write(world, owners, outputFolder, options);
  } catch (error) {
    throw outputFolderError(outputFolder, error);
  }
}

function write(
  world: World,
  owners: readonly string[],
  outputFolder: string,
  options: ServiceStackOptions,
): readonly string[] {
  const manifestFile = join(outputFolder, 'manifest.json');
  rmSync(manifestFile, { force: true });
  const written: string[] = [];
  let manifest: Manifest = { stacks: {} };
  build(world, owners, outputFolder, options, (app) => {
    app.synth();
    written.push(...Object.keys(app.manifest.stacks));
    const latest = JSON.parse(readFileSync(manifestFile, 'utf8')) as Manifest;
    manifest = { ...latest, stacks: { ...manifest.stacks, ...latest.stacks } };
  });
  if (owners.length > OWNERS_AT_A_TIME) writeFileSync(manifestFile, JSON.stringify(manifest, undefined, 2));

  const folder = join(outputFolder, 'stacks');
  const current = new Set(written);
  for (const stale of readdirSync(folder).filter((name) => !current.has(name))) {
    rmSync(join(folder, stale, 'cdk.tf.json'), { force: true });
  }
  return written;
}

/** The Terraform JSON that {@link synthesize} writes, by stack, without writing it: a third of the time is files. */
export function synthesizedStacks(world: World, owners: readonly string[]): SynthesizedStacks {
  const stacks: Record<string, JsonObject> = {};
  build(world, owners, undefined, kubeconfigOption(), (app) => {
    for (const stack of stacksOf(app)) {
      stack.runAllValidations();
      stacks[stack.node.id] = JSON.parse(JSON.stringify(inFileOrder(stack.toTerraform()))) as JsonObject;
    }
  });
  return Object.fromEntries(Object.entries(stacks).sort(([one], [other]) => (one < other ? -1 : 1)));
}

/**
 * Builds the owners' stacks, so many at a time, and has something done with each app before it is let go.
 * @param outdir where they are written; nothing for stacks that are not
 */
function build(
  world: World,
  owners: readonly string[],
  outdir: string | undefined,
  options: ServiceStackOptions,
  use: (app: App) => void,
): void {
  // The stacks of many owners are a large heap of which little goes again: V8 would let it double before it looks.
  if (owners.length > OWNERS_AT_A_TIME) setFlagsFromString('--heap-growing-percent=80');
  for (let first = 0; first === 0 || first < owners.length; first += OWNERS_AT_A_TIME) {
    const wanted = new Set(owners.slice(first, first + OWNERS_AT_A_TIME));
    forgettingTokens(() =>
      withoutTokenTraces(() => {
        const app = outdir === undefined ? appWithoutFolder() : new App({ outdir, stackTraces: false });
        addCentralStacks(app, world, wanted);
        addServiceStacks(app, world, wanted, options);
        skipPreparation(app);
        withQuickResolution(() => use(app));
      }),
    );
  }
}

/** An app makes its folder though nothing is written there; it is removed at once, as Ctrl-C leaves no time for that. */
function appWithoutFolder(): App {
  const outdir = mkdtempSync(join(tmpdir(), 'ingress-synth-'));
  try {
    return new App({ outdir, stackTraces: false });
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

/** cdktf writes the keys of every object in their order. */
function inFileOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inFileOrder);
  if (typeof value !== 'object' || value === null) return value;
  const sorted: Record<string, unknown> = {};
  for (const key of Object.keys(value).sort()) sorted[key] = inFileOrder((value as Record<string, unknown>)[key]);
  return sorted;
}

function stacksOf(app: App): readonly TerraformStack[] {
  return app.node.children.filter(TerraformStack.isStack);
}

function kubeconfigOption(): ServiceStackOptions {
  const kubeconfig = kubeconfigOf(process.env);
  return kubeconfig ? { kubeconfig } : {};
}

/**
 * cdktf resolves every stack once more to find references between stacks, a quarter of a synthesis. These stacks have
 * none, and refuse one when `cdktf synth` or a spec synthesizes them.
 */
function skipPreparation(app: App): void {
  for (const stack of stacksOf(app)) stack.prepareStack = () => undefined;
}

/** cdktf takes a stack trace for every token and shows it nowhere: a quarter of a synthesis. Errors keep theirs. */
function withoutTokenTraces(work: () => void): void {
  const { captureStackTrace } = Error;
  Error.captureStackTrace = () => undefined;
  try {
    work();
  } finally {
    Error.captureStackTrace = captureStackTrace;
  }
}

/**
 * Makes the folder that stacks are synthesized into, and looks whether all that lies there can be written over: a
 * synthesis that ends in its middle would leave some stacks of now beside others of before.
 * @throws OutputFolderError
 */
function makeOutputFolder(folder: string): void {
  try {
    makeFolder(resolve(folder));
    accessSync(folder, constants.W_OK);
    const stacks = join(folder, 'stacks');
    mustBe('file', join(folder, 'manifest.json'));
    if (!existsSync(stacks)) return;
    mustBe('folder', stacks);
    for (const stack of readdirSync(stacks)) {
      mustBe('folder', join(stacks, stack));
      mustBe('file', join(stacks, stack, 'cdk.tf.json'));
    }
  } catch (error) {
    throw outputFolderError(folder, error);
  }
}

/** What an error of the file system under an output folder is for the user; any other error is given back as it is. */
function outputFolderError(folder: string, error: unknown): unknown {
  const { code, syscall, message, path = folder } = error as NodeJS.ErrnoException;
  return code && syscall ? new OutputFolderError(path, message, { cause: error }) : error;
}

/** Folder by folder, because Node's own recursion never ends where a folder takes no other, as `/proc`. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return mustBe('folder', folder);
  makeFolder(dirname(folder));
  mkdirSync(folder);
}

function mustBe(kind: 'file' | 'folder', path: string): void {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found || found.isDirectory() === (kind === 'folder')) return;
  throw new OutputFolderError(path, kind === 'file' ? 'a folder in the place of a file' : 'a file that is no folder');
}
