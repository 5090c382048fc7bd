import { ConfigError, parseWorld } from '@central-ingress/config';
import type { ConfigFile, World } from '@central-ingress/config';
import { resolveCharts } from './resolve-charts';
import { NO_TREES, scanWorld } from './scan-world';

/**
 * Reads the configuration files of a world's folder, sorted by path.
 * @throws ConfigError for every folder without its file and every file that cannot be read
 */
export function readWorldFiles(folder: string): readonly ConfigFile[] {
  const { files, problems } = scanWorld(folder);
  // What reads the files alone may be about to add the first one.
  const own = problems.filter((problem) => problem !== NO_TREES);
  if (own.length) throw new ConfigError(own);
  return files;
}

/**
 * Reads, parses and checks the world in a folder. A folder of charts, which its file names relative to the world, comes
 * back as an absolute path.
 * @throws ConfigError with every problem of every file, those met while reading included
 */
export function loadWorld(folder: string): World {
  const { files, problems } = scanWorld(folder);
  return resolveCharts(parseWorld(files, problems), folder);
}
