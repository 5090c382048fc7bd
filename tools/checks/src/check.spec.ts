import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commandCheck, jestCheck, startEarly, sum } from './check';
import type { Tell } from './check';

describe('commandCheck', () => {
  it('passes when every command ends with 0, and stops at the first that does not', async () => {
    const good = [process.execPath, '-e', ''];
    const bad = [process.execPath, '-e', 'process.exit(3)'];
    expect(await commandCheck('a', '', good, good).run()).toEqual({ passed: 1, failed: 0, skipped: 0 });
    expect(await commandCheck('a', '', bad, good).run()).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });
});

describe('jestCheck', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'jest-check-'));
    writeFileSync(join(folder, 'jest.config.cjs'), 'module.exports = { testMatch: ["**/*.spec.cjs"], reporters: [] };');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const check = () => jestCheck('unit', '', '-c', join(folder, 'jest.config.cjs'), '--rootDir', folder).run();

  it('counts tests, and a suite that does not load as failed', async () => {
    writeFileSync(
      join(folder, 'a.spec.cjs'),
      'it("a", () => {}); it.skip("b", () => {}); it("c", () => { throw 1; });',
    );
    writeFileSync(join(folder, 'b.spec.cjs'), 'throw new Error("does not load");');
    expect(await check()).toEqual({ passed: 1, failed: 2, skipped: 1 });
  }, 30_000);

  it('tells what Jest says to who listens', async () => {
    writeFileSync(join(folder, 'a.spec.cjs'), 'it("a", () => process.stderr.write("from inside"));');
    const heard: string[] = [];
    const config = ['-c', join(folder, 'jest.config.cjs'), '--rootDir', folder];
    await jestCheck('unit', '', ...config).run((text) => void heard.push(text));
    expect(heard.join('')).toContain('from inside');
  }, 30_000);

  it('fails when there is no test at all', async () => {
    expect(await check()).toEqual({ passed: 0, failed: 1, skipped: 0 });
  }, 30_000);
});

describe('startEarly', () => {
  const TALLY = { passed: 1, failed: 0, skipped: 0 };

  it('runs at once, keeps what is said until somebody listens, and then passes it on', async () => {
    const heard: string[] = [];
    let say: Tell = () => undefined;
    let end: () => void = () => undefined;
    const run = (tell: Tell = () => undefined) => {
      say = tell;
      return new Promise<typeof TALLY>((resolve) => (end = () => resolve(TALLY)));
    };
    const early = startEarly({ name: 'a', describe: '', run });
    say('before');
    expect(heard).toEqual([]);
    const tally = early.listen((text) => heard.push(text));
    say('after');
    end();
    expect([await tally, heard]).toEqual([TALLY, ['before', 'after']]);
  });

  it('fails when it is listened to, not before', async () => {
    const early = startEarly({ name: 'a', describe: '', run: () => Promise.reject(new Error('broken')) });
    await new Promise((resolve) => setImmediate(resolve));
    await expect(early.listen(() => undefined)).rejects.toThrow(new Error('broken'));
  });
});

describe('sum', () => {
  it('adds up', () => {
    const tallies = [
      { passed: 1, failed: 2, skipped: 3 },
      { passed: 10, failed: 20, skipped: 30 },
    ];
    expect(sum(tallies)).toEqual({ passed: 11, failed: 22, skipped: 33 });
  });
});
