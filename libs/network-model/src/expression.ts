/** A parsed Terraform expression: the part of the language that synthesized stacks use. */
export type Expression =
  | { readonly type: 'literal'; readonly value: null | boolean | number | string }
  | { readonly type: 'template'; readonly parts: readonly Expression[] }
  | { readonly type: 'variable'; readonly name: string }
  | { readonly type: 'attribute'; readonly of: Expression; readonly name: string }
  | { readonly type: 'index'; readonly of: Expression; readonly index: Expression }
  | { readonly type: 'call'; readonly name: string; readonly args: readonly Expression[] }
  | { readonly type: 'list'; readonly items: readonly Expression[] }
  | { readonly type: 'object'; readonly entries: readonly (readonly [key: Expression, value: Expression])[] }
  | ForExpression;

/** `{ for item in collection : key => value }`; without a key, `[for item in collection : value]`. */
export interface ForExpression {
  readonly type: 'for';
  readonly variable: string;
  readonly collection: Expression;
  readonly key?: Expression;
  readonly value: Expression;
}

/** A text that is no expression of the known part of the language; `position` counts characters from 0. */
export class SyntaxProblem extends Error {
  constructor(
    message: string,
    readonly position: number,
  ) {
    super(message);
  }
}
