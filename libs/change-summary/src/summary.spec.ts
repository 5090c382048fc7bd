import fc from 'fast-check';
import { shownChange } from './example-plan';
import { CHANGE_KINDS, changesOf } from './planned-change';
import { exitCodeOf, summarize } from './summary';
import type { StackChanges } from './summary';

const types = ['aws_lb', 'aws_vpc', 'aws_acm_certificate'];
const change = fc
  .tuple(fc.constantFrom(...CHANGE_KINDS), fc.constantFrom(...types), fc.stringMatching(/^[a-z]{1,6}$/))
  .map(([kind, type, name]) => shownChange(`${type}.${name}`, kind));
const stacks = fc.array(fc.array(change, { maxLength: 6 }), { maxLength: 6 }).map((rows) =>
  rows.map((resource_changes, index): StackChanges => ({
    stack: `s${index}`,
    status: 'planned',
    changes: changesOf({ resource_changes }),
    waitsFor: [],
  })),
);
const failed: StackChanges = { stack: 'f', status: 'failed', changes: [], waitsFor: [], reason: 'Error: no' };

describe('summarize', () => {
  it('adds every change up once, in its row and in the total', () => {
    fc.assert(
      fc.property(stacks, (rows) => {
        const summary = summarize('plan', rows);
        for (const kind of CHANGE_KINDS) {
          const expected = rows.flatMap(({ changes }) => changes).filter((row) => row.kind === kind).length;
          expect(summary.totals[kind]).toBe(expected);
          expect(summary.stacks.reduce((sum, { counts }) => sum + counts[kind], 0)).toBe(expected);
        }
      }),
    );
  });

  it('names what was allowed and nobody does', () => {
    const changes = changesOf({ resource_changes: [shownChange('aws_lb.a', 'destroy')] });
    const row: StackChanges = { stack: 's', status: 'planned', changes, waitsFor: [] };
    expect(summarize('plan', [row], ['aws_lb.a', 's:aws_lb.a', 't:aws_lb.a', 'aws_lb.b']).unusedAllowances).toEqual([
      't:aws_lb.a',
      'aws_lb.b',
    ]);
  });
});

describe('exitCodeOf', () => {
  it('is 3 exactly when something guarded is replaced or destroyed and not allowed', () => {
    fc.assert(
      fc.property(stacks, (rows) => {
        const { guarded } = summarize('plan', rows);
        const isGuarded = rows
          .flatMap(({ changes }) => changes)
          .some(({ kind, type }) => ['replace', 'destroy'].includes(kind) && type !== 'aws_vpc');
        expect(exitCodeOf(summarize('plan', rows))).toBe(isGuarded ? 3 : 0);
        const allow = guarded.map(({ stack, address }) => `${stack}:${address}`);
        expect(exitCodeOf(summarize('plan', rows, allow))).toBe(0);
      }),
    );
  });

  it('is 2 exactly when something drifted, guarded or not', () => {
    fc.assert(
      fc.property(stacks, (rows) => {
        expect(exitCodeOf(summarize('drift', rows))).toBe(rows.some(({ changes }) => changes.length) ? 2 : 0);
      }),
    );
  });

  it('is 1 as soon as a stack is unknown, whatever the others say', () => {
    fc.assert(
      fc.property(stacks, fc.constantFrom('plan', 'drift' as const), (rows, question) => {
        expect(exitCodeOf(summarize(question, [...rows, failed]))).toBe(1);
        expect(exitCodeOf(summarize(question, [...rows, { ...failed, status: 'not started' }]))).toBe(1);
      }),
    );
  });

  it('is 0 for stacks that wait, and for stacks that are not deployed', () => {
    const waiting: StackChanges = { stack: 'w', status: 'waiting', changes: [], waitsFor: ['x'] };
    expect(exitCodeOf(summarize('plan', [waiting]))).toBe(0);
    expect(exitCodeOf(summarize('drift', [{ ...waiting, status: 'not deployed' }]))).toBe(0);
  });
});
