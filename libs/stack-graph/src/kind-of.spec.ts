import { kindOf } from './kind-of';

describe('kindOf', () => {
  it.each([
    [{ name: 'central-roles', owner: 'central' }, 'roles'],
    [{ name: 'a-b-networking', owner: 'a-b' }, 'networking'],
  ])('tells what %o is', (stack, kind) => {
    expect(kindOf(stack)).toBe(kind);
  });
});
