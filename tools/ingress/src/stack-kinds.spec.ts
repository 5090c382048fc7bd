import { exampleWorld } from '@central-ingress/fixtures';
import { kindOf, stackGraph } from '@central-ingress/stack-graph';
import { UserError } from '@central-ingress/user-error';
import { kindFlags, ofKinds } from './stack-kinds';

const WORLD = exampleWorld();
const stacks = stackGraph(WORLD).filter(({ owner }) => owner === 'payments' || owner === 'central');
const names = (options: Parameters<typeof ofKinds>[2]): readonly string[] =>
  ofKinds(WORLD, stacks, options).map(({ name }) => name);

describe('ofKinds', () => {
  it('keeps everything when no kind is given', () => {
    expect(ofKinds(WORLD, stacks, {})).toEqual(stacks);
  });

  it('keeps only some kinds, or all but them', () => {
    expect(names({ only: ['roles'] })).toEqual(['central-roles', 'payments-roles']);
    expect(names({ only: ['cluster', 'roles'] })).toEqual(['central-roles', 'payments-roles', 'payments-cluster']);
    const rest = names({ except: ['roles'] });
    expect(rest).toHaveLength(stacks.length - 2);
    expect(rest).toEqual(expect.arrayContaining(['payments-registration', 'payments-networking']));
  });

  it('may keep nothing', () => {
    expect(names({ only: ['alb'] })).toEqual([]);
  });

  it('rejects a kind that no stack has, naming those there are', () => {
    const kinds = [...new Set(stackGraph(WORLD).map(kindOf))].sort().join(', ');
    expect(() => names({ only: ['role', 'roles'] })).toThrow(
      new UserError(`role: no stack is of this kind; expected ${kinds}. Correct --only or --except.`),
    );
  });
});

describe('kindFlags', () => {
  it('gives the options back', () => {
    expect([kindFlags({}), kindFlags({ only: ['a', 'b'] }), kindFlags({ except: ['c'] })]).toEqual([
      '',
      ' --only a --only b',
      ' --except c',
    ]);
  });
});
