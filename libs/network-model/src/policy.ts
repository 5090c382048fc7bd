import type { Fields } from './fields';
import type { JsonValue } from './json';
import { isJsonObject } from './json';
import { Encoded, isValueObject, textOf } from './value';
import type { Value } from './value';

/** One condition of a statement, e.g. operator `ArnEquals`, key `aws:PrincipalArn`. */
export interface PolicyCondition {
  readonly operator: string;
  readonly key: string;
  readonly values: readonly string[];
}

/** Whom a statement speaks of; `kind` is `AWS`, `Service`, `Federated` or `CanonicalUser`. */
export interface PolicyPrincipal {
  readonly kind: string;
  /** ARN, account, service or `*`. */
  readonly id: string;
}

/** One statement of a policy; lists where the JSON may have one or several. */
export interface PolicyStatement {
  readonly sid?: string;
  readonly effect: 'Allow' | 'Deny';
  readonly principals: readonly PolicyPrincipal[];
  /** True for `NotPrincipal`, `NotAction` or `NotResource`, which mean everything but what is listed. */
  readonly inverted: boolean;
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly conditions: readonly PolicyCondition[];
}

/** A policy document. Parts that are known later stand as `${stack/address.attribute}` in its texts. */
export interface PolicyDocument {
  readonly statements: readonly PolicyStatement[];
}

/** Reads a policy that a field holds as JSON text; none when the field is absent, a problem when it is no policy. */
export function readPolicy(fields: Fields, name: string): PolicyDocument | undefined {
  const value = fields.raw(name);
  if (value === undefined) return undefined;
  return parsePolicy(value) ?? fields.problem(name, value, 'expected a policy document with statements');
}

/** Parses a policy; none when the value is no policy, or one with a statement that is not understood. */
export function parsePolicy(value: Value): PolicyDocument | undefined {
  const document = value instanceof Encoded ? plain(value.value) : parsed(textOf(value));
  const given = isJsonObject(document) ? listOf(document['Statement']) : [];
  const statements = given.flatMap((statement) => statementOf(statement) ?? []);
  return statements.length && statements.length === given.length ? { statements } : undefined;
}

/** An encoded value as JSON, with what is known later as text. */
function plain(value: Value | undefined): JsonValue {
  if (Array.isArray(value)) return value.map((item: Value) => plain(item));
  if (isValueObject(value)) {
    return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, plain(field)]));
  }
  return typeof value === 'object' && value !== null ? textOf(value) : ((value ?? null) as JsonValue);
}

function parsed(text: string): JsonValue {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return null;
  }
}

function statementOf(json: JsonValue): PolicyStatement | undefined {
  if (!isJsonObject(json)) return undefined;
  const effect = json['Effect'];
  if (effect !== 'Allow' && effect !== 'Deny') return undefined;
  const sid = json['Sid'];
  return {
    ...(typeof sid === 'string' ? { sid } : {}),
    effect,
    principals: principalsOf(json['Principal'] ?? json['NotPrincipal']),
    inverted: ['NotPrincipal', 'NotAction', 'NotResource'].some((name) => json[name] !== undefined),
    actions: textsOf(json['Action'] ?? json['NotAction']),
    resources: textsOf(json['Resource'] ?? json['NotResource']),
    conditions: conditionsOf(json['Condition']),
  };
}

function principalsOf(json: JsonValue | undefined): readonly PolicyPrincipal[] {
  if (json === undefined) return [];
  if (!isJsonObject(json)) return textsOf(json).map((id) => ({ kind: 'AWS', id }));
  return Object.entries(json).flatMap(([kind, ids]) => textsOf(ids).map((id) => ({ kind, id })));
}

function conditionsOf(json: JsonValue | undefined): readonly PolicyCondition[] {
  if (!isJsonObject(json)) return [];
  return Object.entries(json).flatMap(([operator, keys]) =>
    isJsonObject(keys) ? Object.entries(keys).map(([key, values]) => ({ operator, key, values: textsOf(values) })) : [],
  );
}

function textsOf(json: JsonValue | undefined): readonly string[] {
  return listOf(json).map(String);
}

function listOf(json: JsonValue | undefined): readonly JsonValue[] {
  if (json === undefined || json === null) return [];
  return Array.isArray(json) ? json : [json as JsonValue];
}
