import type { KubernetesFields } from './kubernetes-value';

/**
 * What a container is given. It may use idle CPU beyond its share, because a limit there only slows requests down; it
 * may not use more memory than was kept for it, so that no neighbour is ended for its sake.
 * @param cpu e.g. `200m`
 * @param memory e.g. `256Mi`
 */
export function resources(cpu: string, memory: string): KubernetesFields {
  return { requests: { cpu, memory }, limits: { memory } };
}
