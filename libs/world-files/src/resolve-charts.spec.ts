import type { ChartSource, World } from '@central-ingress/config';
import { exampleWorld } from '@central-ingress/fixtures';
import { resolveCharts } from './resolve-charts';

function worldWith(charts: ChartSource): World {
  const world = exampleWorld();
  return { ...world, platform: { ...world.platform, charts } };
}

describe('resolveCharts', () => {
  it.each([
    ['charts', '/world/charts'],
    ['../charts', '/charts'],
    ['/srv/charts', '/srv/charts'],
  ])('finds the folder %s of /world at %s', (path, expected) => {
    expect(resolveCharts(worldWith({ type: 'folder', path }), '/world')).toEqual(
      worldWith({ type: 'folder', path: expected }),
    );
  });

  it.each<ChartSource>([{ type: 'repository' }, { type: 'oci', registry: 'oci://registry.example.com/charts' }])(
    'leaves %j as it is',
    (charts) => {
      expect(resolveCharts(worldWith(charts), '/world')).toEqual(worldWith(charts));
    },
  );
});
