import type { Condition, Statement } from './statement';

/** One check that AWS makes for a request; a request on several resources is checked once for each of them. */
export interface AccessRequest {
  /** E.g. `ec2:CreateTags`. */
  readonly action: string;
  /** ARN of the resource. */
  readonly resource: string;
  /** Condition keys that AWS knows for this action on this resource; a key that is not named is absent. */
  readonly context?: Readonly<Record<string, string | readonly string[]>>;
}

/**
 * Whether identity policies allow a request, so that a spec can tell what a policy means and not only how it is written.
 * Knows the condition operators that our policies use.
 * @throws RangeError for a condition operator that it does not know
 * @source IAM User Guide, "Policy evaluation logic" and "Condition operators"
 */
export function isAllowed(statements: readonly Statement[], request: AccessRequest): boolean {
  const applying = statements.filter((statement) => applies(statement, request));
  return applying.length > 0 && applying.every(({ Effect }) => Effect === 'Allow');
}

function applies({ Action, Resource = [], Condition = {} }: Statement, request: AccessRequest): boolean {
  return (
    // Actions are compared without regard to case, ARNs with it.
    Action.some((pattern) => matches(pattern.toLowerCase(), request.action.toLowerCase())) &&
    Resource.some((pattern) => matches(pattern, request.resource)) &&
    holds(Condition, request.context ?? {})
  );
}

function holds(condition: Condition, context: NonNullable<AccessRequest['context']>): boolean {
  return Object.entries(condition).every(([operator, keys]) =>
    Object.entries(keys).every(([key, wanted]) => {
      const found = context[key];
      if (operator === 'Null') return (found === undefined) === (wanted === 'true');
      if (operator.endsWith('IfExists') && found === undefined) return true;
      const values = found === undefined ? [] : [found].flat();
      const [set, compare] = operator.includes(':') ? operator.split(':') : ['ForAnyValue', operator];
      const meets = (value: string) => [wanted].flat().some((one) => comparison(compare)(one, value));
      // An empty set has no value that fails, and none that passes.
      return set === 'ForAllValues' ? values.every(meets) : values.some(meets);
    }),
  );
}

function comparison(name = ''): (wanted: string, value: string) => boolean {
  const operator = name.replace(/IfExists$/, '');
  if (operator === 'StringEquals') return (wanted, value) => wanted === value;
  // AWS treats the two operators for ARNs alike.
  if (['StringLike', 'ArnLike', 'ArnEquals'].includes(operator)) return matches;
  throw new RangeError(`condition operator ${operator} is not known here`);
}

function matches(pattern: string, text: string): boolean {
  const literal = pattern.replace(/[.+^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${literal.replaceAll('*', '.*').replaceAll('?', '.')}$`).test(text);
}
