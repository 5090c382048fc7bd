import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** The user whom ECR's tokens name, with a password that a registry of {@link startRegistry} takes. */
export const REGISTRY_USER = 'AWS:correct';

/** {@link REGISTRY_USER} as an htpasswd file has it: bcrypt, of the lowest cost. */
const HTPASSWD = 'AWS:$2b$04$eYcbCRpi2ehgrH9h1xrSd.6KJbmeyPD8CClhGlBMLs/i0JVVOU0RS';

/** A real registry on a loopback port of its own. */
export interface LocalRegistry {
  /** `127.0.0.1:<port>`. */
  readonly host: string;
  /** Ends it and waits for its end. */
  stop(): Promise<void>;
}

/**
 * Starts Debian's docker-registry and waits until it listens.
 * @param folder where its images and its log lie; what lies there already is served
 */
export async function startRegistry(
  folder: string,
  options: { readonly withPassword?: boolean } = {},
): Promise<LocalRegistry> {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'htpasswd'), `${HTPASSWD}\n`);
  const configuration = {
    version: '0.1',
    log: { level: 'info', accesslog: { disabled: true } },
    storage: { filesystem: { rootdirectory: join(folder, 'images') } },
    http: { addr: '127.0.0.1:0' },
    ...(options.withPassword ? { auth: { htpasswd: { realm: 'registry', path: join(folder, 'htpasswd') } } } : {}),
  };
  // YAML is a superset of JSON.
  writeFileSync(join(folder, 'config.yml'), JSON.stringify(configuration));
  const child = spawn('docker-registry', ['serve', join(folder, 'config.yml')], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const killAtExit = (): void => void child.kill('SIGKILL');
  process.once('exit', killAtExit);
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  void ended.then(() => process.off('exit', killAtExit));
  const log = createWriteStream(join(folder, 'registry.log'), { flags: 'a' });
  child.stderr.pipe(log);
  const host = await new Promise<string>((resolve, reject) => {
    child.once('error', reject);
    void ended.then(() => reject(new Error(`docker-registry ended; its log is ${join(folder, 'registry.log')}`)));
    createInterface(child.stderr).on('line', (line) => {
      const found = /listening on (127\.0\.0\.1:\d+)/.exec(line)?.[1];
      if (found) resolve(found);
    });
  });
  return {
    host,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
