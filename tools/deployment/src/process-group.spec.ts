import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInGroup } from './process-group';
import type { GroupCommand } from './process-group';

describe('runInGroup', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'process-group-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const shell = (script: string, more: Partial<GroupCommand> = {}) =>
    runInGroup({
      command: '/bin/sh',
      args: ['-c', script],
      cwd: folder,
      env: process.env,
      logFile: join(folder, 'log'),
      ...more,
    });

  it('gives the exit code, the lines of both streams, and the whole log', async () => {
    const lines: string[] = [];
    const exit = await shell('echo one; echo two >&2; exit 3', { onLine: (line) => lines.push(line) });
    expect(exit).toEqual({ code: 3, signal: null });
    expect(lines.sort()).toEqual(['one', 'two']);
    expect(readFileSync(join(folder, 'log'), 'utf8').split('\n').sort()).toEqual(['', 'one', 'two']);
  });

  it('keeps standard output out of the log and the lines for who reads it whole', async () => {
    const parts: string[] = [];
    const lines: string[] = [];
    const onStdout = (text: string) => void parts.push(text);
    await shell('echo secret; echo error >&2', { onStdout, onLine: (line) => lines.push(line) });
    expect([parts.join(''), lines, readFileSync(join(folder, 'log'), 'utf8')]).toEqual([
      'secret\n',
      ['error'],
      'error\n',
    ]);
  });

  /** Node processes, since a shell starts its background jobs deaf to SIGINT. */
  const parentOf = (child: string): string =>
    `require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(child)}], { stdio: 'inherit' });` +
    `process.on('SIGINT', () => process.exit(7)); setInterval(() => {}, 1000);`;
  const node = (script: string, more: Partial<GroupCommand>) =>
    runInGroup({
      command: process.execPath,
      args: ['-e', script],
      cwd: folder,
      env: process.env,
      logFile: join(folder, 'log'),
      ...more,
    });

  it('interrupts the whole group on abort and waits until the last of it is gone', async () => {
    const stop = new AbortController();
    const child = `process.on('SIGINT', () => setTimeout(() => { require('node:fs').writeFileSync('child', 'saved'); process.exit(); }, 400)); setInterval(() => {}, 1000); console.log('ready');`;
    const exit = await node(parentOf(child), {
      signal: stop.signal,
      onLine: (line) => line === 'ready' && stop.abort(),
    });
    expect(exit.code).toBe(7);
    expect(readFileSync(join(folder, 'child'), 'utf8')).toBe('saved');
  });

  it('interrupts the children alone when asked to: each once, also one that starts afterwards', async () => {
    const stop = new AbortController();
    const counting =
      `let count = 0; process.on('SIGINT', () => { count += 1; }); ` +
      `setTimeout(() => { require('node:fs').writeFileSync('count', String(count)); process.exit(); }, 1500); ` +
      `console.log('ready');`;
    const late = `setInterval(() => {}, 1000);`;
    const start = (script: string): string =>
      `spawn(process.execPath, ['-e', ${JSON.stringify(script)}], { stdio: 'inherit' })`;
    const parent =
      `const { spawn } = require('node:child_process'); process.on('SIGINT', () => process.exit(7)); ` +
      `${start(counting)}; setTimeout(() => ${start(late)}.on('exit', (code, signal) => console.log(signal)), 700);`;
    const lines: string[] = [];
    const exit = await node(parent, {
      signal: stop.signal,
      interrupt: 'children',
      onLine: (line) => {
        lines.push(line);
        if (line === 'ready') stop.abort();
      },
    });
    expect(exit.code).toBe(0);
    expect(lines).toEqual(['ready', 'SIGINT']);
    expect(readFileSync(join(folder, 'count'), 'utf8')).toBe('1');
  });

  it('kills a group that does not heed the interrupt when asked to', async () => {
    const kill = new AbortController();
    const child = `process.on('SIGINT', () => {}); setInterval(() => {}, 1000); console.log('ready');`;
    const exit = await node(parentOf(child), { kill: kill.signal, onLine: (line) => line === 'ready' && kill.abort() });
    expect(exit).toEqual({ code: null, signal: 'SIGKILL' });
  });

  it('kills at once what is started after the kill was asked for', async () => {
    const exit = await node('setInterval(() => {}, 1000)', { kill: AbortSignal.abort() });
    expect(exit).toEqual({ code: null, signal: 'SIGKILL' });
  });

  it('tells a last line that has no end', async () => {
    const lines: string[] = [];
    await shell('printf "one\\ntwo"; printf three >&2', { onLine: (line) => lines.push(line) });
    expect(lines.sort()).toEqual(['one', 'three', 'two']);
  });

  it('ends the command in good order when its log cannot be written, and says so', async () => {
    const logFile = join(folder, 'nowhere', 'log');
    const child = `process.on('SIGINT', () => { require('node:fs').writeFileSync('child', 'saved'); process.exit(); }); require('node:fs').writeFileSync('child', 'runs'); setInterval(() => {}, 1000);`;
    await expect(node(child, { logFile })).rejects.toThrow(
      `${logFile}: the log cannot be written, so ${process.execPath} was interrupted; got "ENOENT: no such file or ` +
        `directory, open '${logFile}'"; expected room for it. Make room, and run it again.`,
    );
  });

  const FULL = '/dev/full';
  (existsSync(FULL) ? it : it.skip)('lets nothing of the group outlive a disk that is full', async () => {
    const child =
      `process.on('SIGINT', () => setTimeout(() => { require('node:fs').writeFileSync('child', 'saved'); process.exit(); }, 300)); ` +
      `setInterval(() => {}, 1000); console.log('ready');`;
    await expect(node(parentOf(child), { logFile: FULL })).rejects.toThrow('ENOSPC');
    expect(readFileSync(join(folder, 'child'), 'utf8')).toBe('saved');
  });

  it('rejects when the command does not exist', async () => {
    const missing = runInGroup({
      command: join(folder, 'missing'),
      args: [],
      cwd: folder,
      env: {},
      logFile: join(folder, 'log'),
    });
    await expect(missing).rejects.toThrow('ENOENT');
  });
});
