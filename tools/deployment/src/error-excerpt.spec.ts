import { ErrorExcerpt } from './error-excerpt';

function excerpt(text: string): string {
  const errors = new ErrorExcerpt();
  text.split('\n').forEach((line) => errors.add(line));
  return errors.text();
}

describe('ErrorExcerpt', () => {
  it('takes what is inside the boxes, behind the name that cdktf puts before each line', () => {
    const text = ['reading', 's  ╷', 's  │ \u001b[31mError: no\u001b[0m', 's  │ ', 's  │   why', 's  ╵', 'more'].join(
      '\n',
    );
    expect(excerpt(text)).toBe('Error: no\n  why');
  });

  it('takes every error without boxes, and leaves warnings out', () => {
    expect(excerpt('Warning: old\n\nbefore\n\nError: one\n\n  why\n\nWarning: x\n\nthat\n\nError: two')).toBe(
      'Error: one\n  why\nError: two',
    );
  });

  it('takes an error without a box behind the name of its stack, without what cdktf adds', () => {
    const text = [
      'payments-roles  Error: Error acquiring the state lock',
      '                Lock Info:',
      '',
      '0 Stacks deploying     0 Stacks done     1 Stack waiting',
      'Error: terraform apply failed with exit code 1',
    ].join('\n');
    expect(excerpt(text)).toBe('Error: Error acquiring the state lock\n                Lock Info:');
  });

  it('is empty without an error, and never longer than 40 lines', () => {
    expect(excerpt('all is well')).toBe('');
    expect(excerpt(`Error: x\n${'y\n'.repeat(100)}`).split('\n')).toHaveLength(40);
  });
});
