import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ADDON_PROVIDERS, AWS_PROVIDER } from '@central-ingress/emulator';
import { parse } from 'yaml';

interface Job {
  readonly uses?: string;
  readonly permissions?: object;
  readonly 'timeout-minutes'?: number;
  readonly steps?: readonly { readonly run?: string }[];
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

describe('the workflows', () => {
  it.each([...WORKFLOWS, ...ACTIONS])('pin every action of %s to a commit, with its version', (_, text) => {
    const foreign = [...text.matchAll(/^.*\buses: (?!\.\/)(.*)$/gm)].map(([, action]) => action);
    expect(foreign.filter((action) => !/^[\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(action ?? ''))).toEqual(
      [],
    );
  });

  it('pin one action to one commit everywhere', () => {
    const all = [...WORKFLOWS, ...ACTIONS].flatMap(([, text]) => [...text.matchAll(/uses: ([\w./-]+)@(.*)$/gm)]);
    const pins = new Map<string, Set<string>>();
    all.forEach(([, action = '', pin = '']) => pins.set(action, (pins.get(action) ?? new Set()).add(pin)));
    expect(pins.size).toBeGreaterThan(5);
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
    const { jobs = {}, runs } = parse(text) as Partial<Workflow> & { runs?: { steps: Job['steps'] } };
    const steps = [...Object.values(jobs).flatMap(({ steps: own = [] }) => own), ...(runs?.steps ?? [])];
    expect(steps.filter(({ run }) => run?.includes('${{'))).toEqual([]);
  });

  it('bring the providers that npm test prefers', () => {
    const pins = [...textOf('actions', 'set-up', 'providers.tf').matchAll(/source\s+= "(.*)"\s+version = "(.*)"/g)];
    expect(pins.map(([, source, version]) => [source, version])).toEqual(
      [AWS_PROVIDER, ...ADDON_PROVIDERS].map(({ source, preferred }) => [source, preferred]),
    );
  });
});
