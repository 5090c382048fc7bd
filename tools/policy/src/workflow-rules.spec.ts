import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ADDON_PROVIDERS, AWS_PROVIDER } from '@central-ingress/emulator';
import { parse } from 'yaml';

interface Step {
  readonly run?: string;
  readonly uses?: string;
}
interface Job extends Step {
  readonly permissions?: object;
  readonly 'timeout-minutes'?: number;
  readonly steps?: readonly Step[];
}
interface Workflow {
  readonly permissions?: object;
  readonly defaults?: { readonly run?: { readonly shell?: string } };
  readonly jobs: Readonly<Record<string, Job>>;
}

const FOLDER = join(__dirname, '..', '..', '..', '.github');
const textOf = (...parts: readonly string[]): string => readFileSync(join(FOLDER, ...parts), 'utf8');
const WORKFLOWS = readdirSync(join(FOLDER, 'workflows')).map((name): [string, string] => [
  name,
  textOf('workflows', name),
]);
const ACTIONS = readdirSync(join(FOLDER, 'actions')).map((name): [string, string] => [
  name,
  textOf('actions', name, 'action.yml'),
]);
const jobsOf = (text: string): readonly (readonly [string, Job])[] => Object.entries((parse(text) as Workflow).jobs);

/** What runs in a workflow or an action, in order: jobs and their steps. */
function stepsIn(text: string): readonly Step[] {
  const { jobs = {}, runs } = parse(text) as Partial<Workflow> & { readonly runs?: Job };
  return [...Object.values(jobs), ...(runs ? [runs] : [])].flatMap((job) => [job, ...(job.steps ?? [])]);
}

/** Actions of other repositories, each with what stands behind it on its line. */
function foreignActions(text: string): readonly string[] {
  return [...text.matchAll(/\buses: (?!\.\/)(.*)$/gm)].map(([, action = '']) => action);
}

describe('the workflows', () => {
  it.each([...WORKFLOWS, ...ACTIONS])('pin every action of %s to a commit, with its version', (_, text) => {
    const foreign = foreignActions(text);
    const used = stepsIn(text).flatMap(({ uses }) => (!uses || uses.startsWith('./') ? [] : uses));
    expect(foreign.map((action) => action.split(' ')[0])).toEqual(used);
    expect(foreign.filter((action) => !/^[\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(action))).toEqual([]);
  });

  it('pin one action to one commit everywhere', () => {
    const pins = new Map<string, Set<string>>();
    for (const action of [...WORKFLOWS, ...ACTIONS].flatMap(([, text]) => foreignActions(text))) {
      const [name = ''] = action.split('@');
      pins.set(name, (pins.get(name) ?? new Set()).add(action));
    }
    expect([...pins].filter(([, each]) => each.size > 1)).toEqual([]);
  });

  it.each(WORKFLOWS)('give %s no right that a job does not name', (_, text) => {
    expect((parse(text) as Workflow).permissions).toEqual({});
    expect(jobsOf(text).filter(([, { permissions }]) => !permissions)).toEqual([]);
  });

  it.each(WORKFLOWS)('end every job of %s after a time, and every pipe at its first failure', (_, text) => {
    const endless = jobsOf(text).filter(([, job]) => !job.uses && !job['timeout-minutes']);
    expect(endless.map(([name]) => name)).toEqual([]);
    expect((parse(text) as Workflow).defaults?.run?.shell).toBe('bash');
  });

  it.each([...WORKFLOWS, ...ACTIONS])('let no expression into a shell of %s', (_, text) => {
    expect(stepsIn(text).filter(({ run }) => run?.includes('${{'))).toEqual([]);
  });

  it('bring the providers that npm test prefers', () => {
    const pins = [...textOf('actions', 'set-up', 'providers.tf').matchAll(/source\s+= "(.*)"\s+version = "(.*)"/g)];
    expect(pins.map(([, source, version]) => [source, version])).toEqual(
      [AWS_PROVIDER, ...ADDON_PROVIDERS].map(({ source, preferred }) => [source, preferred]),
    );
  });
});
