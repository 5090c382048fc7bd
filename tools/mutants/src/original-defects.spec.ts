import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { REPOSITORY } from '@central-ingress/ingress';
import { MUTANTS } from './mutants';
import { ORIGINAL_MUTANTS } from './mutants-original';
import { DEFECTS_ELSEWHERE, ORIGINAL_DEFECTS } from './original-defects';

describe('the defects of the original Terraform', () => {
  it('are each put back by a mutant, or lie outside of the synthesized JSON', () => {
    const document = readFileSync(join(REPOSITORY, 'docs', 'hcl-map.md'), 'utf8');
    const listed = [...document.matchAll(/^\| (\d+) +\|/gm)].map(([, number]) => number);
    expect([...Object.keys(ORIGINAL_DEFECTS), ...DEFECTS_ELSEWHERE]).toEqual(listed);
    expect(Object.values(ORIGINAL_DEFECTS).filter((names) => !names.length)).toEqual([]);
  });

  it('name mutants that there are, and every one that is theirs', () => {
    const named = new Set(Object.values(ORIGINAL_DEFECTS).flat());
    const made = new Set(MUTANTS.map(({ name }) => name));
    expect([...named].filter((name) => !made.has(name))).toEqual([]);
    expect(ORIGINAL_MUTANTS.map(({ name }) => name).filter((name) => !named.has(name))).toEqual([]);
  });
});
