import { UserError } from '@central-ingress/user-error';
import { z } from 'zod';
import { CHART_NAMES, IMAGE_NAMES } from './addon-lock';
import type { AddonLock } from './addon-lock';

/** Where the lock lies in the repository. */
export const LOCK_FILE = 'libs/addon-lock/addons.lock.json';

/** The lock file is not what `ingress lock` writes; the message has one line per problem. */
export class AddonLockError extends UserError {}

const digest = rule(/^sha256:[0-9a-f]{64}$/, '"sha256:" and 64 hex digits');

const image = z.strictObject({
  registry: rule(/^[a-z0-9.-]+(:\d+)?$/, 'a host name, e.g. "ghcr.io"'),
  repository: rule(/^[a-z0-9]+(?:[._/-]+[a-z0-9]+)*$/, 'a path in lower case, e.g. "projectcontour/contour"'),
  tag: rule(/^\w[\w.-]{0,127}$/, 'a tag of up to 128 characters, e.g. "v1.33.6"'),
  digest: digest.nullable(),
  platforms: z
    .array(rule(/^[a-z0-9]+\/[a-z0-9]+(?:\/[a-z0-9]+)?$/, 'os/architecture, e.g. "linux/amd64"'))
    .min(1, 'a list of one or more platforms, e.g. ["linux/amd64"]'),
});

const chart = z.strictObject({
  repository: rule(/^(?:https|oci):\/\/[^/].*[^/]$/, 'https:// or oci://, without a slash at the end'),
  version: rule(/^\d+\.\d+\.\d+(?:[-+][\w.+-]+)?$/, 'a version of three numbers, e.g. "0.7.0"'),
  digest,
});

const schema = z.strictObject({
  images: z.strictObject(everyOne(IMAGE_NAMES, image)),
  charts: z.strictObject(everyOne(CHART_NAMES, chart)),
});

/**
 * Reads the text of the lock file.
 * @throws AddonLockError that names every problem
 */
export function parseAddonLock(text: string): AddonLock {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    throw new AddonLockError(problem('(file)', 'is no JSON', (error as Error).message, 'a JSON object'));
  }
  const result = schema.safeParse(content);
  if (result.success) return result.data;
  throw new AddonLockError(result.error.issues.flatMap((issue) => problemLines(issue, content)).join('\n'));
}

/** The text of the lock file: the same lock gives the same bytes, with one line per fact. */
export function renderAddonLock({ images, charts }: AddonLock): string {
  const ordered = {
    images: Object.fromEntries(
      IMAGE_NAMES.map((name) => {
        const { registry, repository, tag, digest, platforms } = images[name];
        return [name, { registry, repository, tag, digest, platforms: [...platforms].sort() }];
      }),
    ),
    charts: Object.fromEntries(
      CHART_NAMES.map((name) => {
        const { repository, version, digest } = charts[name];
        return [name, { repository, version, digest }];
      }),
    ),
  };
  return `${JSON.stringify(ordered, null, 2)}\n`;
}

function rule(pattern: RegExp, expected: string) {
  return z.string({ error: expected }).regex(pattern, expected);
}

function everyOne<Name extends string, Type>(names: readonly Name[], type: Type): Record<Name, Type> {
  return Object.fromEntries(names.map((name) => [name, type])) as Record<Name, Type>;
}

function problemLines(issue: z.core.$ZodIssue, content: unknown): readonly string[] {
  const path = issue.path.map(String);
  if (issue.code === 'unrecognized_keys') {
    const known = { images: IMAGE_NAMES, charts: CHART_NAMES }[path.join('.')];
    const expected = known ? `only ${known.join(', ')}` : 'no such key';
    return issue.keys.map((key) =>
      problem([...path, key].join('.'), 'is not known', at(content, [...path, key]), expected),
    );
  }
  const got = at(content, path);
  const expected = issue.code === 'invalid_type' && issue.expected === 'object' ? 'an object' : issue.message;
  return [problem(path.join('.') || '(file)', got === 'nothing' ? 'is missing' : 'is wrong', got, expected)];
}

function at(content: unknown, path: readonly string[]): string {
  const value = path.reduce<unknown>((from, key) => (from as Record<string, unknown> | undefined)?.[key], content);
  return JSON.stringify(value) ?? 'nothing';
}

function problem(path: string, what: string, got: string, expected: string): string {
  return `${LOCK_FILE}: ${path}: ${what}; got ${got}; expected ${expected}. Let \`npx ingress lock\` write the file.`;
}
