import fc from 'fast-check';
import { App, DefaultTokenResolver, Fn, StringConcat, TerraformStack, Token, Tokenization } from 'cdktf';
import type { ResolveOptions } from 'cdktf';
import { withQuickResolution } from './quick-resolution';

const options: ResolveOptions = {
  scope: new TerraformStack(new App({ stackTraces: false }), 'stack'),
  resolver: new DefaultTokenResolver(new StringConcat()),
  preparing: false,
};

/** The value, or the error, that cdktf makes of a value. */
function resolved(value: unknown, quickly: boolean): unknown {
  let result: unknown;
  const resolve = (): void => {
    try {
      result = { value: Tokenization.resolve(value, options) as unknown };
    } catch (error) {
      result = { error: (error as Error).message.split('\n')[0] };
    }
  };
  if (quickly) withQuickResolution(resolve);
  else resolve();
  return result;
}

const token = () => Fn.join('-', ['a', Token.asString({ inner: undefined, list: [1] })]);
const TOKENS: readonly unknown[] = [
  token(),
  `arn:aws:iam::${token()}:role/${token()}`,
  Token.asList(Fn.split(',', 'a,b')),
  [...Token.asList(Fn.split(',', 'a,b')), 'more'],
  Token.asNumber(Fn.lengthOf(['a'])),
  [Token.asNumber(Fn.lengthOf(['a'])), 2],
  `port ${Token.asNumber(Fn.lengthOf(['a']))}`,
  Token.asNumberList(Fn.split(',', 'a,b')),
  Token.asStringMap(Fn.merge([{ a: 'b' }])),
  Token.asAnyMap(Fn.merge([{ a: 'b' }])),
  Token.asString(Fn.merge([{ a: 'b' }])),
  Fn.merge([{ a: 'b' }]),
  { [token()]: 'the key is a token' },
  { creationStack: [], resolve: () => 'a token without a class', toString: () => '' },
];
const PITFALLS: readonly unknown[] = [
  '${literal}',
  '1e2 and 3.5e+289x',
  Token.STRING_MAP_TOKEN_VALUE,
  Token.ANY_MAP_TOKEN_VALUE,
  Token.NUMBER_MAP_TOKEN_VALUE,
  () => 'a function',
  new Date(0),
  new (class {
    public readonly field = 1;
  })(),
  null,
  undefined,
  Number.MAX_VALUE,
];

describe('withQuickResolution', () => {
  it.each([...TOKENS, ...PITFALLS].map((value, index) => [index, value] as const))(
    'resolves special value %d as cdktf does',
    (_, value) => {
      expect(resolved(value, true)).toEqual(resolved(value, false));
      expect(resolved({ at: [{ deep: value }] }, true)).toEqual(
        // What cdktf says of a mistake names where it was; the words are the same.
        expect.objectContaining(
          'value' in (resolved(value, false) as object)
            ? (resolved({ at: [{ deep: value }] }, false) as object)
            : { error: expect.any(String) },
        ),
      );
    },
  );

  it('resolves any tree as cdktf does', () => {
    const leaf = fc.oneof(fc.string(), fc.integer(), fc.double(), fc.boolean(), fc.constantFrom(...TOKENS, undefined));
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { depthSize: 'medium' },
        leaf,
        fc.array(tie('tree'), { maxLength: 4 }),
        fc.dictionary(fc.string(), tie('tree'), { maxKeys: 4 }),
      ),
    }));
    fc.assert(fc.property(tree, (value) => expect(resolved(value, true)).toEqual(resolved(value, false))));
  });

  it('gives cdktf its own way back, whatever comes of the work', () => {
    const { resolve } = Tokenization;
    expect(() =>
      withQuickResolution(() => {
        throw new Error('of the work');
      }),
    ).toThrow('of the work');
    expect(Tokenization.resolve).toBe(resolve);
  });
});
