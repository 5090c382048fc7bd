import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { REPOSITORY } from '@central-ingress/ingress';
import { CATALOGUE, HOPS } from '@central-ingress/path-proof';

/** The cells of the rows of a document's tables, without their heads. */
function rowsOf(document: string): readonly (readonly string[])[] {
  return readFileSync(join(REPOSITORY, 'docs', document), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.split('|').map((cell) => cell.trim()));
}

describe('docs/findings.md', () => {
  it('has every finding with its hop and likely fix', () => {
    expect(rowsOf('findings.md').map(([, code, hop, fix]) => [code, hop, fix])).toEqual(
      Object.entries(CATALOGUE).map(([code, { hop, fix }]) => [`\`${code}\``, `\`${hop}\``, fix]),
    );
  });
});

describe('docs/check.md', () => {
  it('has every hop and guard', () => {
    const documented = rowsOf('check.md').map(([, name]) => name);
    const named = new Set([...HOPS, ...Object.values(CATALOGUE).map(({ hop }) => hop)]);
    expect(documented).toEqual(expect.arrayContaining([...named].map((name) => `\`${name}\``)));
  });
});
