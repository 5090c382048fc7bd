import { isMap, isScalar, visit } from 'yaml';
import type { Document, LineCounter, YAMLError } from 'yaml';
import { WHOLE_FILE } from './problems';
import type { ConfigProblem } from './problems';

type Words = Pick<ConfigProblem, 'what' | 'expected' | 'fix'>;

/** The mistakes that people make, in our words; for the others the YAML library says what it found. */
const MISTAKES: Readonly<Record<string, Words>> = {
  DUPLICATE_KEY: {
    what: 'repeats a key of the same mapping',
    expected: 'each key once',
    fix: 'Remove one of the two, or merge them',
  },
  MULTIPLE_DOCS: {
    what: 'begins a second YAML document',
    expected: 'one document per file',
    fix: 'Remove the line --- or move the rest to a file of its own',
  },
  TAB_AS_INDENT: {
    what: 'is indented by a tab',
    expected: 'spaces, because YAML allows no tab there',
    fix: 'Replace the tab by spaces',
  },
  NON_STRING_KEY: {
    what: 'has a list or mapping as a key',
    expected: 'a word as the key',
    fix: 'Write a plain key, then a colon',
  },
  TAG_RESOLVE_FAILED: {
    what: 'has a tag that means nothing here',
    expected: 'plain values without ! tags',
    fix: 'Remove the tag',
  },
};

function wordsOf({ code, message }: YAMLError): Words {
  const mistake = MISTAKES[code];
  if (mistake) return mistake;
  return {
    what: `is not valid YAML (${message.charAt(0).toLowerCase()}${message.slice(1)})`,
    expected: 'YAML 1.2',
    fix: 'Correct the line, or quote the value if it begins with a special character',
  };
}

/** Says why a file is no single YAML mapping; the path is then a line, since there is no tree to point into. */
export function syntaxProblems(
  file: string,
  text: string,
  document: Document,
  lines: LineCounter,
): readonly ConfigProblem[] {
  const found = [...document.errors, ...document.warnings].map((error) => {
    const { line } = lines.linePos(error.pos[0]);
    const written = text.split(/\r?\n/)[line - 1]?.trim() ?? '';
    return { file, path: `line ${line}`, line, ...wordsOf(error), got: JSON.stringify(written.slice(0, 80)) };
  });
  if (found.length) return found;
  if (isMap(document.contents)) return prototypeKeys(file, document, lines);
  const empty = document.contents === null || /^\s*$/.test(text);
  const words = empty
    ? { what: 'is empty', got: 'no content' }
    : { what: 'is no mapping of keys', got: JSON.stringify(text.trim().split(/\r?\n/)[0]?.slice(0, 80)) };
  const rule = { expected: 'a mapping of keys', fix: 'Fill it as docs/configuration.md describes' };
  return [{ file, path: WHOLE_FILE, line: 1, ...words, ...rule }];
}

/** A mapping of JavaScript has no such key of its own, so its value would be lost without a word. */
function prototypeKeys(file: string, document: Document, lines: LineCounter): readonly ConfigProblem[] {
  const found: ConfigProblem[] = [];
  visit(document, {
    Pair: (_, { key }) => {
      if (!isScalar(key) || key.value !== '__proto__') return;
      const { line } = lines.linePos(key.range?.[0] ?? 0);
      const words = {
        what: 'has a key that means nothing here',
        expected: 'a plain word as the key',
        fix: 'Remove it',
      };
      found.push({ file, path: `line ${line}`, line, got: '"__proto__"', ...words });
    },
  });
  return found;
}
