import type { KubernetesFields } from './kubernetes-value';

/**
 * Spreads the pods of a Deployment evenly over the Availability Zones, and as well as it can over the nodes. The pods
 * of each revision count apart, so that a rolling update is not held up by the pods it is about to end.
 * @param labels that all pods of the Deployment have and no others
 * @source Kubernetes, "Pod Topology Spread Constraints"
 */
export function zoneSpread(labels: Readonly<Record<string, string>>): readonly KubernetesFields[] {
  const common = { maxSkew: 1, labelSelector: { matchLabels: labels }, matchLabelKeys: ['pod-template-hash'] };
  return [
    { ...common, topologyKey: 'topology.kubernetes.io/zone', whenUnsatisfiable: 'DoNotSchedule' },
    { ...common, topologyKey: 'kubernetes.io/hostname', whenUnsatisfiable: 'ScheduleAnyway' },
  ];
}
