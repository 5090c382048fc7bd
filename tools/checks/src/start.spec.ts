import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';

const REPOSITORY = join(__dirname, '..', '..', '..');

describe('start.mjs', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'start-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** Runs a TypeScript program through start.mjs, as `npm run demo` and `npm test` do. */
  const start = (text: string, ...args: readonly string[]) => {
    const program = join(folder, 'program.ts');
    writeFileSync(program, text);
    const script = join(REPOSITORY, 'tools', 'start.mjs');
    return promisify(execFile)(process.execPath, [script, relative(REPOSITORY, program), ...args], { cwd: folder });
  };

  it('runs TypeScript, also what it imports when it needs it, and installs nothing that is there', async () => {
    writeFileSync(join(folder, 'later.ts'), 'export const word: string = "later";');
    const text =
      'async function main(): Promise<void> {\n' +
      '  const { word } = await import("./later");\n' +
      '  console.log(word, process.argv.slice(2).join(" "), __dirname === require("node:path").dirname(__filename));\n' +
      '}\nvoid main();\n';
    const { stdout, stderr } = await start(text, '--keep', 'it');
    expect([stdout, stderr]).toEqual(['later --keep it true\n', '']);
  }, 30_000);

  it("ends with the program's own exit code", async () => {
    await expect(start('process.exit(3);')).rejects.toMatchObject({ code: 3 });
  }, 30_000);
});
