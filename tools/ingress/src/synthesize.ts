import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addCentralStacks } from '@central-ingress/central-internet-account';
import type { World } from '@central-ingress/config';
import { addServiceStacks, kubeconfigOf } from '@central-ingress/eks-service-account';
import type { ServiceStackOptions } from '@central-ingress/eks-service-account';
import type { JsonObject, SynthesizedStacks } from '@central-ingress/network-model';
import { App, TerraformStack } from 'cdktf';
import { forgettingTokens } from './forgetting-tokens';
import { withQuickResolution } from './quick-resolution';

/** One app for each so many: the constructs of 500 tenants at once take 700 MB. */
const OWNERS_AT_A_TIME = 20;

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
 */
export function synthesize(
  world: World,
  owners: readonly string[],
  outputFolder: string,
  options: ServiceStackOptions = kubeconfigOption(),
): readonly string[] {
  mkdirSync(outputFolder, { recursive: true });
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
  // An app makes its folder, whether or not it writes into it.
  const folder = mkdtempSync(join(tmpdir(), 'ingress-synth-'));
  try {
    build(world, owners, folder, kubeconfigOption(), (app) => {
      for (const stack of stacksOf(app)) {
        stack.runAllValidations();
        stacks[stack.node.id] = JSON.parse(JSON.stringify(inFileOrder(stack.toTerraform()))) as JsonObject;
      }
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return Object.fromEntries(Object.entries(stacks).sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** Builds the owners' stacks, so many at a time, and has something done with each app before it is let go. */
function build(
  world: World,
  owners: readonly string[],
  outdir: string,
  options: ServiceStackOptions,
  use: (app: App) => void,
): void {
  for (let first = 0; first === 0 || first < owners.length; first += OWNERS_AT_A_TIME) {
    const wanted = new Set(owners.slice(first, first + OWNERS_AT_A_TIME));
    forgettingTokens(() =>
      withoutTokenTraces(() => {
        const app = new App({ outdir, stackTraces: false });
        addCentralStacks(app, world, wanted);
        addServiceStacks(app, world, wanted, options);
        skipPreparation(app);
        withQuickResolution(() => use(app));
      }),
    );
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
