import { ConfigError, parseWorld } from '@central-ingress/config';
import type { ConfigFile, World } from '@central-ingress/config';
import { scanWorld } from './scan-world';

/**
 * Reads the configuration files of a world's folder, sorted by path.
 * @throws ConfigError for every folder without its file and every file that cannot be read
 */
export function readWorldFiles(folder: string): readonly ConfigFile[] {
  const { files, problems } = scanWorld(folder);
  if (problems.length) throw new ConfigError(problems);
  return files;
}

/**
 * Reads, parses and checks the world in a folder.
 * @throws ConfigError with every problem of every file, those met while reading included
 */
export function loadWorld(folder: string): World {
  const { files, problems } = scanWorld(folder);
  return parseWorld(files, problems);
}
