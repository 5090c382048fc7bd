import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '@central-ingress/user-error';
import { matches, parseSuppressions } from './suppressions';

const FILE = 'suppressions.yaml';
const REASON = 'reason: The reference set switches it off';

describe('parseSuppressions', () => {
  it('reads check, resources and reason', () => {
    expect(parseSuppressions(`- check: CKV2_AWS_5\n  resources: ['a/b']\n  ${REASON}`, FILE)).toEqual([
      { check: 'CKV2_AWS_5', resources: ['a/b'], reason: 'The reference set switches it off' },
    ]);
  });

  it('reads every check of the file of this repository, none of which means resources of any name', () => {
    const text = readFileSync(join(__dirname, '..', FILE), 'utf8');
    const read = parseSuppressions(text, FILE);
    expect(read.map(({ check }) => check)).toEqual([...text.matchAll(/^- check: (\S+)/gm)].map(([, check]) => check));
    const anything = read.flatMap(({ resources }) => resources).filter((pattern) => /(^|\/)\*?$/.test(pattern));
    expect(anything).toEqual([]);
  });

  const wrong = (path: string, what: string): UserError =>
    new UserError(`${FILE}: ${path}: ${what}; expected a list of check, resources and reason. Correct it.`);
  it.each([
    [
      'a check without a reason',
      `- check: CKV_AWS_1\n  resources: [a]\n  reason: later`,
      '0.reason',
      'gives no reason',
    ],
    ['a word that is no check', `- check: all\n  resources: [a]\n  ${REASON}`, '0.check', 'is no id of a check'],
    [
      'a check without resources',
      `- check: CKV_AWS_1\n  resources: []\n  ${REASON}`,
      '0.resources',
      'Too small: expected array to have >=1 items',
    ],
    [
      'a resource without a name',
      `- check: CKV_AWS_1\n  resources: ['']\n  ${REASON}`,
      '0.resources.0',
      'Too small: expected string to have >=1 characters',
    ],
    [
      'a further key',
      `- check: CKV_AWS_1\n  resources: [a]\n  ${REASON}\n  until: 1`,
      '0',
      'Unrecognized key: "until"',
    ],
  ])('rejects %s', (_, text, path, what) => {
    expect(() => parseSuppressions(text, FILE)).toThrow(wrong(path, what));
  });

  it('rejects a check that is there twice', () => {
    const once = `- check: CKV_AWS_1\n  resources: [a]\n  ${REASON}\n`;
    expect(() => parseSuppressions(once + once, FILE)).toThrow(
      new UserError(`${FILE}: CKV_AWS_1: is there twice; expected each check once. Join the two.`),
    );
  });
});

describe('matches', () => {
  it.each([
    ['*-ingress/nlb', 'payments-ingress/nlb', true],
    ['*-ingress/nlb', 'payments-ingress/nlb/nlb', false],
    ['*-ingress/nlb', 'payments/x-ingress/nlb', false],
    ['*/handover/parameter', 'main-alb/handover/parameter', true],
    ['a.b', 'acb', false],
  ])('holds %s against %s', (pattern, resource, expected) => {
    expect(matches(pattern, resource)).toBe(expected);
  });
});
