/** Condition block of a statement: operator, then key, then values, e.g. `{ StringEquals: { 'aws:SourceAccount': '1' } }`. */
export type Condition = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;

/** One statement of an IAM policy, with AWS's own words. @source IAM User Guide, JSON policy elements */
export interface Statement {
  /** Letters and digits only. */
  readonly Sid: string;
  readonly Effect: 'Allow' | 'Deny';
  readonly Action: readonly string[];
  /** None in a trust policy, whose resource is the role itself. */
  readonly Resource?: readonly string[];
  /** In trust and resource policies only; an AWS service by its DNS name, an AWS principal by its ARN. */
  readonly Principal?: Readonly<Partial<Record<'AWS' | 'Service' | 'Federated', readonly string[]>>>;
  readonly Condition?: Condition;
}

/** A statement that allows actions on resources, under a condition if there is one. */
export function allow(
  sid: string,
  actions: readonly string[],
  resources: readonly string[],
  condition?: Condition,
): Statement {
  return grant('Allow', sid, actions, resources, condition);
}

/** A statement that denies actions on resources, whatever else allows them. */
export function deny(
  sid: string,
  actions: readonly string[],
  resources: readonly string[],
  condition?: Condition,
): Statement {
  return grant('Deny', sid, actions, resources, condition);
}

/** A trust statement: who may assume a role. */
export function trust(
  sid: string,
  principal: NonNullable<Statement['Principal']>,
  condition?: Condition,
  action = 'sts:AssumeRole',
): Statement {
  const statement: Statement = { Sid: sid, Effect: 'Allow', Action: [action], Principal: principal };
  return condition ? { ...statement, Condition: condition } : statement;
}

/** The policy document of some statements as JSON text, equal for equal statements. */
export function policyDocument(statements: readonly Statement[]): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: statements });
}

function grant(
  effect: Statement['Effect'],
  sid: string,
  actions: readonly string[],
  resources: readonly string[],
  condition?: Condition,
): Statement {
  const statement: Statement = { Sid: sid, Effect: effect, Action: actions, Resource: resources };
  return condition ? { ...statement, Condition: condition } : statement;
}
