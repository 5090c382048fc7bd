import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/** What a run against a real Kubernetes API is given. */
export interface EndToEnd {
  /** Kubeconfig of a new cluster, for one run. */
  readonly kubeconfig: string;
  /** Folder of the charts in the lock file, as `<chart>-<version>.tgz`. */
  readonly charts: string;
  /** Tenant of the reference set whose add-ons are installed. */
  readonly tenant: string;
}

/** Why nothing is run. */
export interface Skipped {
  readonly skipped: string;
}

const VARIABLES = { kubeconfig: 'INGRESS_E2E_KUBECONFIG', charts: 'INGRESS_E2E_CHARTS' } as const;

/** What the environment asks for; a kubeconfig that is named and missing is told just as one that is not named. */
export function endToEnd(env: NodeJS.ProcessEnv): EndToEnd | Skipped {
  for (const name of Object.values(VARIABLES)) {
    const value = env[name];
    if (!value) return { skipped: `${name} is not set` };
    if (!existsSync(value)) return { skipped: `${name} names ${value}, which is not there` };
  }
  return {
    kubeconfig: resolve(env[VARIABLES.kubeconfig] ?? ''),
    charts: resolve(env[VARIABLES.charts] ?? ''),
    tenant: env['INGRESS_E2E_TENANT'] || 'payments',
  };
}
