import { spawnSync } from 'node:child_process';

/** Process ids of a process group without its leader; empty where `ps` is not to be had. */
export function membersOf(leader: number): readonly number[] {
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=', '-o', 'pgid='], { encoding: 'utf8' });
  return (stdout ?? '')
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
    .filter(([pid, group]) => group === leader && pid !== leader)
    .map(([pid = 0]) => pid);
}
