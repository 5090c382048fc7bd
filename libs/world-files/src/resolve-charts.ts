import { resolve } from 'node:path';
import type { World } from '@central-ingress/config';

/** The world with its folder of charts, which the file names relative to the world, as an absolute path. */
export function resolveCharts(world: World, folder: string): World {
  const { charts } = world.platform;
  if (charts.type !== 'folder') return world;
  return { ...world, platform: { ...world.platform, charts: { ...charts, path: resolve(folder, charts.path) } } };
}
