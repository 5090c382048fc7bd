import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, watch, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { BINARY } from './rehearsal/command-line';

/** Runs the real command line in a process of its own. @returns how it ended, and the process while it runs */
function ingress(args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  let end: (outcome: { code: unknown; stdout: string; stderr: string }) => void;
  const ended = new Promise<{ code: unknown; stdout: string; stderr: string }>((resolve) => (end = resolve));
  const options = { env: { ...process.env, ...env }, timeout: 20_000 };
  const child = execFile(process.execPath, [BINARY, ...args], options, (error, stdout, stderr) =>
    end({ code: error ? (error.code ?? error.signal) : 0, stdout, stderr }),
  );
  return { child, ended };
}

describe('ingress synth --out', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'output-folder-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const TELL =
    'expected a folder of ingress alone, which it may write to. Name another folder, or see to what is there.';
  const at = (...path: readonly string[]): string => join(folder, ...path);

  it.each<[string, () => { readonly out: string; readonly message: string }]>([
    [
      'a file',
      () => {
        writeFileSync(at('file'), '');
        return { out: at('file'), message: `${at('file')}: cannot be written to; got a file that is no folder` };
      },
    ],
    [
      'what lies under a file',
      () => {
        writeFileSync(at('file'), '');
        return {
          out: at('file', 'a', 'b'),
          message: `${at('file')}: cannot be written to; got a file that is no folder`,
        };
      },
    ],
    [
      'a file in the place of the stacks',
      () => {
        writeFileSync(at('stacks'), '');
        return { out: folder, message: `${at('stacks')}: cannot be written to; got a file that is no folder` };
      },
    ],
    [
      'a folder in the place of the manifest',
      () => {
        mkdirSync(at('manifest.json'));
        const message = `${at('manifest.json')}: cannot be written to; got a folder in the place of a file`;
        return { out: folder, message };
      },
    ],
    [
      'a folder in the place of a stack',
      () => {
        const document = at('stacks', 'payments-roles', 'cdk.tf.json');
        mkdirSync(document, { recursive: true });
        return { out: folder, message: `${document}: cannot be written to; got a folder in the place of a file` };
      },
    ],
    [
      'a folder that takes no other',
      () => ({
        out: '/proc/ingress',
        message: "/proc/ingress: cannot be written to; got ENOENT: no such file or directory, mkdir '/proc/ingress'",
      }),
    ],
  ])(
    'refuses %s in one line, and writes nothing',
    async (_, prepare) => {
      const { out, message } = prepare();
      const before = readdirSync(folder, { recursive: true });
      expect(await ingress(['synth', 'payments', '--out', out]).ended).toEqual({
        code: 1,
        stdout: '',
        stderr: `${message}; ${TELL}\n`,
      });
      expect(readdirSync(folder, { recursive: true })).toEqual(before);
    },
    30_000,
  );

  it('refuses an empty name, which is no folder', async () => {
    expect(await ingress(['synth', 'payments', '--out', '']).ended).toEqual({
      code: 1,
      stdout: '',
      stderr: '--out: is empty; got ""; expected a folder to write to. Name one.\n',
    });
  }, 30_000);

  it('is not needed by check, which leaves nothing behind when it is interrupted', async () => {
    const { child, ended } = ingress(['check'], { TMPDIR: folder });
    const own = (): readonly string[] => readdirSync(folder).filter((name) => name.startsWith('ingress-'));
    // In the midst of its work: what it makes at its beginning is gone by then.
    await new Promise<void>((resolve) => {
      const watcher = watch(folder, (_, name) => {
        if (!name?.startsWith('ingress-')) return;
        watcher.close();
        resolve();
      });
    });
    await delay(50);
    child.kill('SIGINT');
    expect((await ended).code).toBe('SIGINT');
    expect(own()).toEqual([]);
  }, 30_000);
});
