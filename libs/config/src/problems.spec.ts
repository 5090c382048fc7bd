import { UserError } from '@central-ingress/user-error';
import { ConfigError, problemText } from './problems';
import type { ConfigProblem } from './problems';

function problem(file: string, path: string, what = 'is wrong'): ConfigProblem {
  return { file, path, what, got: '1', expected: '2', fix: 'Write 2' };
}

describe('problemText', () => {
  it('says place, problem, value, rule and fix in one line', () => {
    expect(problemText(problem('a.yaml', 'b.c'))).toBe('a.yaml: b.c: is wrong; got 1; expected 2. Write 2.');
  });

  it('ends a question as one', () => {
    expect(problemText({ ...problem('a.yaml', 'b'), fix: 'Did you mean c?' })).toBe(
      'a.yaml: b: is wrong; got 1; expected 2. Did you mean c?',
    );
  });
});

describe('ConfigError', () => {
  const sorted = [
    problem('a.yaml', 'hosts[2]'),
    problem('a.yaml', 'hosts[10]', 'is bad'),
    problem('a.yaml', 'hosts[10]', 'is worse'),
    problem('b.yaml', 'a'),
  ];

  it('sorts by file, then path in the order of a list, then text', () => {
    expect(new ConfigError([...sorted].reverse()).problems).toEqual(sorted);
  });

  it('is a user error with one line per problem', () => {
    const error = new ConfigError(sorted);
    expect(error).toBeInstanceOf(UserError);
    expect(error.name).toBe('ConfigError');
    expect(error.message).toBe(sorted.map(problemText).join('\n'));
  });
});
