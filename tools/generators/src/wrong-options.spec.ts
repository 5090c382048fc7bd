import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { internetVpcFile, tenantFile } from '@central-ingress/config';
import { crowdedWorld } from './crowded-world';
import { FolderTree } from './folder-tree';
import { generateInternetVpc } from './internet-vpc-generator';
import { TemporaryWorkspace } from './temporary-workspace';
import { generateTenant } from './tenant-generator';

interface Outcome {
  readonly code: number;
  /** Standard output and standard error, without empty lines. */
  readonly lines: readonly string[];
}

describe('nx g', () => {
  let workspace: TemporaryWorkspace;
  beforeAll(() => {
    workspace = new TemporaryWorkspace(crowdedWorld(2));
  });
  afterAll(() => workspace.remove());

  /** Runs a generator through Nx, as a user does. */
  function nx(...args: readonly string[]): Promise<Outcome> {
    const { folder } = workspace;
    const env = { ...process.env, NX_DAEMON: 'false', CI: 'true', FORCE_COLOR: '0' };
    const program = join(folder, 'node_modules', '.bin', 'nx');
    return new Promise((resolve) => {
      execFile(program, ['g', ...args], { cwd: folder, env }, (error, stdout, stderr) => {
        const lines = `${stdout}\n${stderr}`.split('\n').flatMap((line) => line.trim() || []);
        resolve({ code: error ? Number(error.code) : 0, lines });
      });
    });
  }

  it('hands a tenant’s wrong options on, whatever Nx itself would say of the first, and writes nothing', async () => {
    const wrong = ['--exposure', 'foo', '--slot', 'abc', '--colour', 'red', '--ingress-controller', 'bar'];
    const { code, lines } = await nx('tenant', 'Bad_Name', 'more', ...wrong, '--no-interactive');
    expect(code).toBe(1);
    const told = ['--name', 'more', '--colour', '--account', '--hosts', 'exposure.type', 'ingressController'];
    expect(told.filter((word) => !lines.some((line) => line.includes(`${word}: is `)))).toEqual([]);
    expect(existsSync(join(workspace.folder, tenantFile('Bad_Name')))).toBe(false);
  }, 60_000);

  it('hands an internet VPC’s wrong options on, and writes nothing', async () => {
    const { code, lines } = await nx('internet-vpc', '--hosted-zone', 'foo', '--quota', '3', '--no-interactive');
    expect(code).toBe(1);
    const told = ['--name', '--quota', '--domain', 'hostedZone'];
    expect(told.filter((word) => !lines.some((line) => line.includes(`${word}: is `)))).toEqual([]);
    expect(existsSync(join(workspace.folder, internetVpcFile('<name>')))).toBe(false);
  }, 60_000);

  it('shows examples, and what may be said', async () => {
    const { lines } = await nx('tenant', '--help');
    expect(lines).toContain('Examples:');
    expect(lines.join(' ')).toContain('npx nx g tenant partner');
  }, 60_000);
});

describe('the schemas', () => {
  const REPOSITORY = join(__dirname, '..', '..', '..');
  interface Schema {
    readonly examples: readonly { readonly command: string }[];
    readonly properties: Readonly<Record<string, { readonly examples?: readonly unknown[] }>>;
  }
  const schemaOf = (name: string): Schema =>
    JSON.parse(readFileSync(join(__dirname, '..', 'schemas', `${name}.json`), 'utf8')) as Schema;
  const cases = ['tenant', 'internet-vpc'].flatMap((name) =>
    schemaOf(name).examples.map(({ command }): [string, string] => [name, command]),
  );

  /** The options of a command as Nx reads them, for commands without quotes. */
  function optionsOf(command: string): Record<string, string | boolean> {
    const [, , , , ...words] = command.split(' ');
    const options: Record<string, string | boolean> = {};
    words.forEach((word, index) => {
      const key = word.slice(2).replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
      const next = words[index + 1] ?? '--';
      if (word.startsWith('--')) options[key] = next.startsWith('--') ? true : next;
      else if (index === 0) options['name'] = word;
    });
    // Nx keeps these two for itself.
    return Object.fromEntries(Object.entries(options).filter(([key]) => !['noInteractive', 'dryRun'].includes(key)));
  }

  it.each(cases)('of %s has an example that this repository takes: %s', (name, command) => {
    const asked = { account: '444444444444', hosts: 'asked.apps.example.com', name: 'asked' };
    const tree = new FolderTree(REPOSITORY);
    if (name === 'tenant') generateTenant(tree, { ...asked, ...optionsOf(command) });
    else generateInternetVpc(tree, optionsOf(command));
    expect([...tree.files.keys()]).toHaveLength(1);
  });

  it.each(['tenant', 'internet-vpc'])('of %s has an example for each option', (name) => {
    const without = Object.entries(schemaOf(name).properties).filter(([, { examples }]) => !examples?.length);
    expect(without).toEqual([]);
  });
});
