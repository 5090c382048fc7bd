import { spawnSync } from 'node:child_process';

/** Programs that the rehearsal runs, which are Debian packages of the same names. */
const PROGRAMS = ['skopeo', 'docker-registry'];

/**
 * Brings the programs that the rehearsal needs: once, from Debian or Ubuntu, where this is root's machine.
 * @returns why the rehearsal cannot be held; nothing when it can
 */
export function bringPrograms(): string | undefined {
  const lacking = missing();
  if (!lacking.length) return undefined;
  if (process.getuid?.() === 0 && runs('apt-get', '--version')) {
    runs('apt-get', 'update', '--quiet=2');
    runs('apt-get', 'install', '--yes', '--quiet=2', '--no-install-recommends', ...lacking);
  }
  const still = missing();
  return still.length ? `${still.join(' and ')} not installed: apt-get install ${still.join(' ')}` : undefined;
}

function missing(): readonly string[] {
  return PROGRAMS.filter((program) => !runs(program, '--version'));
}

function runs(program: string, ...args: readonly string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(program, args, { stdio: 'ignore', env }).status === 0;
}
