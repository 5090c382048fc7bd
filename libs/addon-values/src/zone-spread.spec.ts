import { zoneSpread } from './zone-spread';

describe('zoneSpread', () => {
  it('insists on zones and prefers nodes, each revision for itself', () => {
    const common = {
      maxSkew: 1,
      labelSelector: { matchLabels: { app: 'x' } },
      matchLabelKeys: ['pod-template-hash'],
    };
    expect(zoneSpread({ app: 'x' })).toEqual([
      { ...common, topologyKey: 'topology.kubernetes.io/zone', whenUnsatisfiable: 'DoNotSchedule' },
      { ...common, topologyKey: 'kubernetes.io/hostname', whenUnsatisfiable: 'ScheduleAnyway' },
    ]);
  });
});
