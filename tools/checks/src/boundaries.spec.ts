import { execFile, execFileSync } from 'node:child_process';
import { join } from 'node:path';

const REPOSITORY = join(__dirname, '..', '..', '..');
const env = { ...process.env, NX_DAEMON: 'false' };
const binary = (name: string): string => join(REPOSITORY, 'node_modules', '.bin', name);

/** The rules that ESLint names for a file of this text at this place, with the project's own configuration. */
function rulesBroken(file: string, text: string): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    const args = ['--stdin', '--stdin-filename', join(REPOSITORY, file), '--format', 'json'];
    const child = execFile(binary('eslint'), args, { cwd: REPOSITORY, env }, (error, stdout) => {
      if (!stdout) return reject(error);
      const [result] = JSON.parse(stdout) as [{ messages: { ruleId: string }[] }];
      resolve(result.messages.map(({ ruleId }) => ruleId));
    });
    child.stdin?.end(text);
  });
}

describe('the module boundaries', () => {
  // ESLint reads the project graph that Nx keeps.
  beforeAll(() => void execFileSync(binary('nx'), ['show', 'projects', '--json'], { cwd: REPOSITORY, env }), 60_000);

  const BOUNDARY = '@nx/enforce-module-boundaries';
  const use = (name: string): string => `import { thing } from '${name}';\nexport const used = thing;\n`;

  it.each([
    ['a domain lib imports cdktf', 'libs/naming/src/x.ts', use('cdktf'), BOUNDARY],
    ['a domain lib imports a construct lib', 'libs/stack-graph/src/x.ts', use('@central-ingress/edge'), BOUNDARY],
    ['an app imports a provider', 'apps/eks-service-account/src/x.ts', use('@cdktf/provider-aws/lib/vpc'), BOUNDARY],
    [
      'an app imports the other app',
      'apps/central-internet-account/src/x.ts',
      use('@central-ingress/eks-service-account'),
      BOUNDARY,
    ],
    ['the central account imports a service lib', 'libs/edge/src/x.ts', use('@central-ingress/eks'), BOUNDARY],
    ['a construct lib calls AWS', 'libs/edge/src/x.ts', use('@aws-sdk/client-s3'), BOUNDARY],
    ['a lib imports a whole provider', 'libs/edge/src/x.ts', use('@cdktf/provider-aws'), 'no-restricted-imports'],
    ['a test expects any error', 'libs/edge/src/x.spec.ts', 'expect(f).toThrow();\n', 'no-restricted-syntax'],
  ])(
    'rejects that %s',
    async (_, file, text, rule) => {
      expect(await rulesBroken(file, text)).toContain(rule);
    },
    60_000,
  );

  it('lets an app compose construct libs', async () => {
    expect(await rulesBroken('apps/central-internet-account/src/x.ts', use('@central-ingress/edge'))).toEqual([]);
  }, 60_000);
});
