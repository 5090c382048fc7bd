import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commandCheck, jestCheck, sum } from './check';

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

  it('fails when there is no test at all', async () => {
    expect(await check()).toEqual({ passed: 0, failed: 1, skipped: 0 });
  }, 30_000);
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
