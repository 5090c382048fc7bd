import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Names the variable that tells of Terraform providers that cannot be used here: a JSON object of a reason by source,
 * e.g. `{"hashicorp/helm":"it is in no mirror"}`. Stacks that need one are not run, and are reported with the reason.
 */
export const MISSING_PROVIDERS_VARIABLE = 'INGRESS_MISSING_PROVIDERS';

/** Why a provider cannot be used, by its source, e.g. `hashicorp/helm`. */
export type MissingProviders = Readonly<Record<string, string>>;

/** What {@link MISSING_PROVIDERS_VARIABLE} says; nothing is missing when it is unset. */
export function missingProviders(env: NodeJS.ProcessEnv): MissingProviders {
  const text = env[MISSING_PROVIDERS_VARIABLE];
  return text ? (JSON.parse(text) as MissingProviders) : {};
}

/**
 * Why a synthesized stack cannot be run: the first of its providers that is missing, for a sentence.
 * @param folder with the stack's `cdk.tf.json`
 */
export function unavailability(folder: string, missing: MissingProviders): string | undefined {
  if (!Object.keys(missing).length) return undefined;
  const { terraform } = JSON.parse(readFileSync(join(folder, 'cdk.tf.json'), 'utf8')) as {
    terraform?: { required_providers?: Readonly<Record<string, { source?: string }>> };
  };
  const sources = Object.values(terraform?.required_providers ?? {}).map(({ source = '' }) =>
    source.includes('/') ? source : `hashicorp/${source}`,
  );
  const first = sources.find((source) => source in missing);
  return first && `the Terraform provider ${first} cannot be used: ${missing[first]}`;
}
