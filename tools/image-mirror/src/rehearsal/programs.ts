import { spawnSync } from 'node:child_process';

/** Programs that the rehearsal runs, which are Debian packages of the same names. */
const PROGRAMS = ['skopeo', 'docker-registry'];

/**
 * Brings the programs that the rehearsal needs: once, from Debian or Ubuntu, where this is root's machine.
 * @param tell hears what is about to be installed on the machine, before it is
 * @returns why the rehearsal cannot be held; nothing when it can
 */
export function bringPrograms(tell: (line: string) => void): string | undefined {
  const lacking = missing();
  if (!lacking.length) return undefined;
  if (process.getuid?.() === 0 && runs('apt-get', '--version')) {
    const install = ['install', '--yes', '--quiet=2', '--no-install-recommends', ...lacking];
    tell(`${lacking.join(' and ')} not installed: running apt-get update, then apt-get ${install.join(' ')}`);
    runs('apt-get', 'update', '--quiet=2');
    runs('apt-get', ...install);
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
