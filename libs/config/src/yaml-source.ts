import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { Document, Node } from 'yaml';
import type { Finding } from './finding';
import type { ConfigFile } from './layout';
import { WHOLE_FILE } from './problems';
import type { ConfigProblem } from './problems';
import { syntaxProblems } from './yaml-syntax';

/** Way to a value inside a file: keys and list positions. */
export type YamlPath = readonly PropertyKey[];

/** Longest text of a value that a problem shows. */
const SHOWN = 160;

/** Writes a path as a reader looks for it, e.g. `exposure.hosts[1].name`. */
function pathText(path: YamlPath): string {
  const text = path.map((step) => {
    if (typeof step === 'number') return `[${step}]`;
    return /^[\w-]+$/.test(String(step)) ? `.${String(step)}` : `[${JSON.stringify(step)}]`;
  });
  return text.join('').replace(/^\./, '') || WHOLE_FILE;
}

/** Shows a value the way a problem quotes it: text in quotes, a number as the file writes it. */
export function valueText(value: unknown, written?: string): string {
  if (value === undefined || value === null) return 'nothing';
  if (Array.isArray(value)) return value.length ? `a list of ${value.length}` : 'an empty list';
  if (typeof value === 'object') {
    const count = Object.keys(value).length;
    return count ? `a mapping of ${count}` : 'an empty mapping';
  }
  const text = typeof value === 'string' ? JSON.stringify(value) : (written ?? String(value));
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}...` : text;
}

/** One YAML file (1.2, core schema): its value, and for each problem the place and the text as written. */
export class YamlSource {
  public readonly file: string;
  /** The parsed value; `undefined` when the file is no YAML. */
  public readonly value: unknown;
  /** What is wrong with the file as YAML; then the value is not to be used. */
  public readonly problems: readonly ConfigProblem[];
  private readonly document: Document | undefined;
  private readonly lines = new LineCounter();

  constructor({ path, text }: ConfigFile) {
    this.file = path;
    try {
      // `stringKeys` keeps a key such as 012345678901 as written, where a number would lose its zero.
      this.document = parseDocument(text, {
        version: '1.2',
        schema: 'core',
        stringKeys: true,
        prettyErrors: false,
        lineCounter: this.lines,
      });
      this.problems = syntaxProblems(this.file, text, this.document, this.lines);
      this.value = this.problems.length ? undefined : this.document.toJS();
    } catch (error) {
      this.problems = [this.problem([], aliasFinding(error), 'text that cannot be read')];
    }
  }

  /** A problem with the value at a path; `got` replaces the value as written. */
  public problem(path: YamlPath, finding: Finding & { readonly what: string }, got?: string): ConfigProblem {
    const line = this.lineAt(path);
    return {
      file: this.file,
      path: pathText(path),
      ...(line ? { line } : {}),
      what: finding.what,
      got: got ?? valueText(this.valueAt(path), this.writtenAt(path)),
      expected: finding.expected,
      fix: finding.fix,
    };
  }

  /** The parsed value at a path. */
  public valueAt(path: YamlPath): unknown {
    return path.reduce<unknown>(
      (value, step) => (value as Record<PropertyKey, unknown> | undefined)?.[step],
      this.value,
    );
  }

  /** The text of a number, boolean or plain word as the file writes it, e.g. `1.30`. */
  public writtenAt(path: YamlPath): string | undefined {
    const node = this.nodeAt(path);
    return isScalar(node) ? node.source : undefined;
  }

  private lineAt(path: YamlPath): number | undefined {
    const range = this.nodeAt(path)?.range;
    return range ? this.lines.linePos(range[0]).line : undefined;
  }

  private nodeAt(path: YamlPath): Node | undefined {
    let node = this.document?.contents ?? undefined;
    for (const step of path) {
      const resolved = isAlias(node) && this.document ? node.resolve(this.document) : node;
      if (isSeq(resolved)) node = resolved.items[Number(step)] as Node | undefined;
      else if (isMap(resolved)) node = resolved.get(String(step), true) as Node | undefined;
      else return undefined;
    }
    return node;
  }
}

function aliasFinding(error: unknown): Finding & { readonly what: string } {
  const message = error instanceof Error ? error.message : String(error);
  const name = /Unresolved alias .*: (.*)$/.exec(message)?.[1];
  if (name) {
    const what = `uses the alias *${name}, which no anchor before it defines`;
    return { what, expected: `an anchor &${name} above its alias`, fix: 'Define the anchor, or write the value out' };
  }
  if (message.startsWith('Excessive alias count')) {
    const expected = 'at most 100 repetitions through aliases';
    return { what: 'repeats values through aliases without bound', expected, fix: 'Write the values out' };
  }
  return { what: 'is nested too deep', expected: 'a mapping of keys', fix: 'Simplify the file' };
}
