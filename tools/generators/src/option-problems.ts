import {
  ConfigError,
  NAME_PATTERN,
  NAME_RULE,
  nearest,
  parseWorld,
  problemText,
  WHOLE_FILE,
} from '@central-ingress/config';
import type { ConfigFile, ConfigProblem } from '@central-ingress/config';
import { UserError } from '@central-ingress/user-error';

/** One thing that is wrong with what a generator is told. */
export interface OptionProblem {
  /** The line that tells it, e.g. `--slot: is taken in main by tenant payments; …`. */
  readonly text: string;
  /** Tells whether a problem of the world is this one in other words, which is then not told. */
  readonly covers: (problem: ConfigProblem) => boolean;
}

/** What Nx leaves among the options of a generator: those that are its own. */
const OPTIONS_OF_NX = ['_', 'defaults', 'skipProjectGraph', 'verbose'];
/** Stands for a name that is missing or no folder can have. */
const NO_NAME = '<name>';

/** The option of a key, e.g. `--internet-vpc` of `internetVpc`. */
function optionOf(key: string): string {
  return `--${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/** Problems of options that the generator does not have, and of arguments beside the name. */
export function strangeOptions(options: object, known: readonly string[]): readonly OptionProblem[] {
  const covers = (): boolean => false;
  const words = known.map(optionOf);
  return Object.entries(options).flatMap(([key, value]) => {
    if (key === '_') {
      const got = [value].flat().join(' ');
      return [{ text: `${got}: is more than the one name; expected one. Generate one after the other.`, covers }];
    }
    if (known.includes(key) || OPTIONS_OF_NX.includes(key)) return [];
    const meant = nearest(optionOf(key), words);
    const fix = meant ? `Did you mean ${meant}?` : 'Leave it out.';
    const text = `${optionOf(key)}: is no option; got ${String(value)}; expected ${words.join(', ')}. ${fix}`;
    return [{ text, covers }];
  });
}

/** The problem of an option that has to be said and is not. */
export function missingOption(key: string, path: string, expected: string, example: string): OptionProblem {
  return {
    text: `${optionOf(key)}: is missing; got nothing; expected ${expected}. Name it like ${example}.`,
    covers: (problem) => problem.path === path,
  };
}

/**
 * The folder of a name, and what is wrong with the name by itself.
 * @param fileOf the file of a name
 */
export function namedFile(
  name: string | undefined,
  fileOf: (name: string) => string,
): { readonly path: string; readonly problems: readonly OptionProblem[] } {
  const path = fileOf(name && !/[/\\]/.test(name) ? name : NO_NAME);
  if (name && NAME_PATTERN.test(name)) return { path, problems: [] };
  const { expected, fix } = NAME_RULE;
  const [what, got] = name === undefined ? ['is missing', 'nothing'] : ['is not valid', JSON.stringify(name)];
  const covers = (problem: ConfigProblem): boolean =>
    problem.file === path && [WHOLE_FILE, 'connectionName'].includes(problem.path);
  return { path, problems: [{ text: `--name: ${what}; got ${got}; expected ${expected}. ${fix}.`, covers }] };
}

/** The problem of a name that somebody has. @param kind e.g. `a tenant` */
export function takenName(name: string, kind: string, path: string): OptionProblem {
  const text = `${name}: is ${kind} already, in ${path}; nothing is written. Edit that file, or choose another name.`;
  // What the file of that name says beside the options is no matter of this run.
  const covers = (problem: ConfigProblem): boolean =>
    problem.file !== path || /^(quotas|endpointSubnets)/.test(problem.path);
  return { text, covers };
}

/**
 * Refuses what a generator is told, with all that is wrong at once: the options by themselves, then the world with the
 * new file, each thing once.
 * @throws UserError with one line per problem
 */
export function refuseProblems(
  options: readonly OptionProblem[],
  files: readonly ConfigFile[],
  added: ConfigFile,
): void {
  const others = files.filter(({ path }) => path !== added.path);
  const ofWorld = problemsOf([...others, added]).filter((problem) => !options.some(({ covers }) => covers(problem)));
  const lines = [...options.map(({ text }) => text), ...ofWorld.map(problemText)];
  if (lines.length) throw new UserError([...new Set(lines)].join('\n'));
}

function problemsOf(files: readonly ConfigFile[]): readonly ConfigProblem[] {
  try {
    parseWorld(files);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}
