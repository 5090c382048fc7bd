import { execFile } from 'node:child_process';
import { join } from 'node:path';
import type { Check } from './check';
import { testCommand } from './chosen-checks';

const CHECKS = ['lint', 'unit', 'emulator'].map((name): Check => ({
  name,
  describe: `what ${name} does`,
  run: () => Promise.resolve({ passed: 1, failed: 0, skipped: 0 }),
}));

/** The checks that a command line chooses. */
async function chosen(...args: readonly string[]): Promise<readonly string[]> {
  const names: string[] = [];
  await testCommand(CHECKS, async (each) => void names.push(...each.map(({ name }) => name))).parseAsync(args, {
    from: 'user',
  });
  return names;
}

describe('testCommand', () => {
  it.each([
    [[], ['lint', 'unit', 'emulator']],
    [
      ['--only', 'unit', 'lint'],
      ['lint', 'unit'],
    ],
    [
      ['--only', 'unit,lint'],
      ['lint', 'unit'],
    ],
    [
      ['--only', 'emulator', '--only', 'lint'],
      ['lint', 'emulator'],
    ],
  ])('chooses by %j the checks %j', async (args, names) => {
    expect(await chosen(...args)).toEqual(names);
  });

  it.each([
    [
      ['--only'],
      '--only: names no check; got nothing; expected lint, unit, emulator. Name some of them, or leave the option out.',
    ],
    [
      ['--only', ','],
      '--only: names no check; got nothing; expected lint, unit, emulator. Name some of them, or leave the option out.',
    ],
    [
      ['--only', 'lint', 'bogus', 'units'],
      '--only: names what is no check; got bogus, units; expected lint, unit, emulator. Correct the name, or leave the option out.',
    ],
    [['lint'], 'lint: is no option; got lint; expected lint, unit, emulator. Write npm test -- --only lint.'],
  ])('rejects %j, and names the checks', async (args, message) => {
    await expect(chosen(...args)).rejects.toThrow(new Error(message));
  });

  it('has a help with every check and examples', () => {
    let help = '';
    testCommand(CHECKS, () => Promise.resolve())
      .configureOutput({ writeOut: (text) => void (help += text) })
      .outputHelp();
    expect(help).toContain('  emulator  what emulator does\n');
    expect(help).toContain('  npm test -- --only lint typecheck ');
  });
});

describe('npm test', () => {
  it('ends with one line and exit code 1 when a name is none', async () => {
    const REPOSITORY = join(__dirname, '..', '..', '..');
    const args = ['tools/start.mjs', 'tools/checks/src/main.ts', '--only', 'bogus'];
    const outcome = await new Promise((resolve) => {
      execFile(process.execPath, args, { cwd: REPOSITORY }, (error, stdout, stderr) =>
        resolve([error?.code, stdout, stderr]),
      );
    });
    const expected = 'lint, typecheck, workflows, policy, unit, emulator';
    const line = `--only: names what is no check; got bogus; expected ${expected}. Correct the name, or leave the option out.\n`;
    expect(outcome).toEqual([1, '', line]);
  }, 30_000);
});
