import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { REPOSITORY } from '@central-ingress/ingress';
import { CATALOGUE, HOPS } from '@central-ingress/path-proof';

describe('docs/check.md', () => {
  const rows = readFileSync(join(REPOSITORY, 'docs', 'check.md'), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.split('|').map((cell) => cell.trim()));

  it('has every finding with its hop and likely fix', () => {
    const documented = rows.filter((cells) => cells.length === 5).map(([, code, hop, fix]) => [code, hop, fix]);
    expect(documented).toEqual(
      Object.entries(CATALOGUE).map(([code, { hop, fix }]) => [`\`${code}\``, `\`${hop}\``, fix]),
    );
  });

  it('has every hop and guard', () => {
    const documented = rows.filter((cells) => cells.length === 4).map(([, name]) => name);
    const named = new Set([...HOPS, ...Object.values(CATALOGUE).map(({ hop }) => hop)]);
    expect(documented).toEqual(expect.arrayContaining([...named].map((name) => `\`${name}\``)));
  });
});
