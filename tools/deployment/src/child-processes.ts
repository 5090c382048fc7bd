import { spawnSync } from 'node:child_process';

/** Ids of the processes that a process has started itself and that still run; empty where `ps` is not to be had. */
export function childrenOf(parent: number): readonly number[] {
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=', '-o', 'ppid='], { encoding: 'utf8' });
  return (stdout ?? '')
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
    .filter(([, owner]) => owner === parent)
    .map(([pid = 0]) => pid);
}
