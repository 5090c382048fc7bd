import type { z } from 'zod';
import { findingOf } from './finding';
import { nearest } from './nearest';
import type { ConfigProblem } from './problems';
import type { YamlSource } from './yaml-source';

type Issue = z.core.$ZodIssue;

/** Turns what zod found in a file into problems with place, value, rule and fix. */
export function schemaProblems(source: YamlSource, issues: readonly Issue[]): readonly ConfigProblem[] {
  return issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') return unknownKeys(source, issue);
    if (issue.code === 'invalid_key') return badKey(source, issue);
    if (issue.code === 'invalid_union') return unionProblems(source, issue);
    return [valueProblem(source, issue)];
  });
}

function unknownKeys(source: YamlSource, { keys, path, message }: Issue & { code: 'unrecognized_keys' }) {
  const { known = [] } = findingOf(message);
  return keys.map((key) => {
    const meant = nearest(key, known);
    const fix = meant ? `Did you mean ${meant}?` : 'Remove it';
    const rule = { expected: `one of the keys ${known.join(', ')}`, fix };
    return source.problem([...path, key], { what: 'is no known key', ...rule }, JSON.stringify(key));
  });
}

function badKey(source: YamlSource, { issues, path, message }: Issue & { code: 'invalid_key' }) {
  const finding = findingOf(issues[0]?.message ?? message);
  const key = JSON.stringify(String(path.at(-1)));
  return [source.problem(path, { ...finding, what: finding.what ?? 'is no valid key' }, key)];
}

/** Of a union, the branch for the value's own kind speaks; for a value of no branch's kind, the union itself. */
function unionProblems(source: YamlSource, issue: Issue & { code: 'invalid_union' }): readonly ConfigProblem[] {
  const branch = issue.errors.find(
    (issues) => !issues.some(({ code, path }) => code === 'invalid_type' && !path.length),
  );
  if (!branch) return [valueProblem(source, issue)];
  return schemaProblems(
    source,
    branch.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] })),
  );
}

function wantsText(issue: Issue): boolean {
  if (issue.code === 'invalid_type') return issue.expected === 'string';
  return issue.code === 'invalid_value' && issue.values.every((value) => typeof value === 'string');
}

function valueProblem(source: YamlSource, issue: Issue): ConfigProblem {
  const { path } = issue;
  const finding = findingOf(issue.message);
  const value = source.valueAt(path);
  if (wantsText(issue) && (typeof value === 'number' || typeof value === 'boolean')) {
    const what = `is read by YAML as ${typeof value === 'number' ? 'a number' : 'true or false'}`;
    const fix = `Put it in quotes: '${source.writtenAt(path) ?? String(value)}'`;
    return source.problem(path, { what, expected: finding.expected, fix });
  }
  if (issue.code === 'invalid_type' && typeof value === 'string' && /^(?:-?\d+|true|false)$/.test(value)) {
    const fix = `Write it without quotes: ${value}`;
    return source.problem(path, { what: 'is read by YAML as text', expected: finding.expected, fix });
  }
  return source.problem(path, { ...finding, what: finding.what ?? mismatch(issue, value) });
}

/** What zod wanted, in the words of a reader of YAML. */
const NO_SUCH_KIND: Readonly<Record<string, string>> = {
  array: 'is no list',
  boolean: 'is neither true nor false',
  int: 'is no whole number',
  number: 'is no number',
  object: 'is no mapping',
  record: 'is no mapping',
  string: 'is no text',
};

function mismatch(issue: Issue, value: unknown): string {
  if (value === undefined) return 'is missing';
  if (value === null) return 'is empty';
  if (issue.code === 'invalid_type') return NO_SUCH_KIND[issue.expected] ?? 'is not valid';
  const oneOfWords = wantsText(issue) || (issue.code === 'invalid_union' && issue.discriminator);
  return oneOfWords ? 'is not known' : 'is not valid';
}
