import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { addCentralStacks } from '@central-ingress/central-internet-account';
import type { World } from '@central-ingress/config';
import { addServiceStacks, kubeconfigOf } from '@central-ingress/eks-service-account';
import type { ServiceStackOptions } from '@central-ingress/eks-service-account';
import { App, TerraformStack } from 'cdktf';

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
  rmSync(join(outputFolder, 'manifest.json'), { force: true });
  const wanted = new Set(owners);
  const app = new App({ outdir: outputFolder, stackTraces: false });
  withoutTokenTraces(() => {
    addCentralStacks(app, world, wanted);
    addServiceStacks(app, world, wanted, options);
    skipPreparation(app);
    app.synth();
  });

  const written = Object.keys(app.manifest.stacks);
  const folder = join(outputFolder, 'stacks');
  for (const stale of readdirSync(folder).filter((name) => !written.includes(name))) {
    rmSync(join(folder, stale, 'cdk.tf.json'), { force: true });
  }
  return written;
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
  for (const stack of app.node.children.filter(TerraformStack.isStack)) stack.prepareStack = () => undefined;
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
