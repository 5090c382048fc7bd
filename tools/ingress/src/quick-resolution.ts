import { DefaultTokenResolver, StringConcat, Token, Tokenization } from 'cdktf';
import type { IPostProcessor, IResolvable, IResolveContext } from 'cdktf';

/** How cdktf writes a token into a text, whatever its kind. */
const TOKEN = 'TfToken[';
/** cdktf's number tokens are doubles that nothing else is: about -1.9e+289 and -2.4e+269. */
const TOKEN_SIZE = 1e200;
const NUMBER_TOKEN_IN_TEXT = /e\+2\d\d/;

/**
 * Does some work in which cdktf resolves only what holds a token. By itself it walks every value of every stack three
 * times with a context for each, which is half of a synthesis; most values are plain. The result is the same.
 */
export function withQuickResolution(work: () => void): void {
  const { resolve } = Tokenization;
  Tokenization.resolve = (value, { scope, preparing }) =>
    quick(value, (token) =>
      resolve(token, { scope, resolver: QUICK, ...(preparing === undefined ? {} : { preparing }) }),
    );
  try {
    work();
  } finally {
    Tokenization.resolve = resolve;
  }
}

/** What tokens say is resolved as quickly, e.g. the arguments of a function. */
class QuickResolver extends DefaultTokenResolver {
  public override resolveToken(token: IResolvable, context: IResolveContext, postProcessor: IPostProcessor): unknown {
    const { resolve } = context;
    // The context itself: functions leave marks on it for what they resolve.
    context.resolve = (value: unknown) => quick(value, resolve);
    return super.resolveToken(token, context, postProcessor);
  }
}

const QUICK = new QuickResolver(new StringConcat());

function quick(value: unknown, resolve: (token: unknown) => unknown): unknown {
  if (holdsToken(value)) return resolve(value);
  if (Array.isArray(value)) return value.map((item) => quick(item, resolve)).filter((item) => item !== undefined);
  if (typeof value !== 'object' || value === null) return value;
  const resolved: Record<string, unknown> = {};
  for (const [key, item] of Object.entries(value)) {
    const known = quick(item, resolve);
    if (known !== undefined) resolved[key] = known;
  }
  return resolved;
}

/** Whether cdktf must look at it itself: it is a token, is encoded as one, or is nothing that JSON knows. */
function holdsToken(value: unknown): boolean {
  switch (typeof value) {
    case 'string':
      return isTokenText(value);
    case 'number':
      return Math.abs(value) > TOKEN_SIZE || value === Token.NUMBER_MAP_TOKEN_VALUE;
    case 'object':
      if (value === null) return false;
      if (Array.isArray(value)) return value.some((item) => isEncoded(item));
      return !isPlain(value) || Object.keys(value).some(isTokenText) || Tokenization.isResolvable(value);
    default:
      return typeof value === 'function';
  }
}

function isTokenText(text: string): boolean {
  return (
    text.includes(TOKEN) ||
    NUMBER_TOKEN_IN_TEXT.test(text) ||
    text === Token.STRING_MAP_TOKEN_VALUE ||
    text === Token.ANY_MAP_TOKEN_VALUE
  );
}

/** An encoded token among the items makes the whole list one. */
function isEncoded(item: unknown): boolean {
  return (typeof item === 'string' || typeof item === 'number') && holdsToken(item);
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
