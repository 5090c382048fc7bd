import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EmulatorError } from './errors';
import { ensureEmulator } from './installation';
import { temporaryFolder } from './temporary-folder';

/** Stands for Python: makes a virtual environment that holds itself, and does with pip what the script says. */
function python(pip: string): string {
  const makesEnvironment = 'mkdir -p "$3/bin" && cp "$0" "$3/bin/python"';
  return `#!/bin/sh\ncase "$2" in\nvenv) ${makesEnvironment};;\npip) ${pip};;\n*) echo 3 12;;\nesac\n`;
}

describe('ensureEmulator', () => {
  const path = process.env.PATH;
  const lines: string[] = [];
  const log = (line: string): void => void lines.push(line);

  function usePython(pip: string): void {
    process.env.PATH = `${temporaryFolder({ python3: python(pip) })}:${path}`;
  }

  beforeEach(() => void (lines.length = 0));
  afterEach(() => void (process.env.PATH = path));

  it('installs once, also for two at once, and says so', async () => {
    usePython('true');
    const folder = temporaryFolder();
    const home = join(folder, 'python');

    const both = await Promise.all([ensureEmulator({ folder, log }), ensureEmulator({ folder, log: () => undefined })]);
    usePython('exit 1');
    const third = await ensureEmulator({ folder, log });

    expect([...both, third]).toEqual(Array(3).fill({ folder, python: join(home, 'bin', 'python') }));
    expect(lines).toEqual([
      `installing the emulator's Python packages into ${home} (once, about 30 s)`,
      expect.stringMatching(/^installed the emulator's Python packages in \d+ s$/),
    ]);
  });

  it('makes anew what another set of requirements left', async () => {
    usePython('true');
    const folder = temporaryFolder();
    await ensureEmulator({ folder, log });
    writeFileSync(join(folder, 'python', 'stamp'), 'of other requirements');
    writeFileSync(join(folder, 'python', 'leftover'), '');

    await ensureEmulator({ folder, log });

    expect(existsSync(join(folder, 'python', 'leftover'))).toBe(false);
  });

  it('rejects a failed installation with its last line and log file, and does not take it for complete', async () => {
    usePython('echo "collecting"; echo "no matching distribution" >&2; exit 1');
    const folder = temporaryFolder();
    const home = join(folder, 'python');

    await expect(ensureEmulator({ folder, log })).rejects.toEqual(
      new EmulatorError(
        `${home}/bin/python -m pip install failed: no matching distribution (all of it in ${home}-install.log).`,
      ),
    );
    expect(existsSync(join(home, 'stamp'))).toBe(false);
  });
});
