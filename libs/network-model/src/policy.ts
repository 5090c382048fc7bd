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
  /** True for `NotPrincipal`: everybody but the principals. */
  readonly notPrincipals: boolean;
  readonly actions: readonly string[];
  /** True for `NotAction`: every action but the listed ones. */
  readonly notActions: boolean;
  readonly resources: readonly string[];
  /** True for `NotResource`: every resource but the listed ones. */
  readonly notResources: boolean;
  readonly conditions: readonly PolicyCondition[];
}

/** A policy document. Parts that are known later stand as `${stack/address.attribute}` in its texts. */
export interface PolicyDocument {
  readonly statements: readonly PolicyStatement[];
}

/**
 * Parses policies. The same text is parsed once, and equal words are one text: hundreds of tenants have the same actions
 * in policies that differ by a name.
 */
export class PolicyParser {
  private readonly known = new Map<string, PolicyDocument | undefined>();
  private readonly words = new Map<string, string>();

  /** None when the value is no policy, or one with a statement that is not understood. */
  parse(value: Value): PolicyDocument | undefined {
    if (value instanceof Encoded) return this.document(plain(value.value));
    const text = textOf(value);
    if (!this.known.has(text)) this.known.set(text, this.document(parsed(text)));
    return this.known.get(text);
  }

  private document(json: JsonValue): PolicyDocument | undefined {
    const given = isJsonObject(json) ? listOf(json['Statement']) : [];
    const statements = given.flatMap((statement) => this.statement(statement) ?? []);
    return statements.length && statements.length === given.length ? { statements } : undefined;
  }

  private statement(json: JsonValue): PolicyStatement | undefined {
    if (!isJsonObject(json)) return undefined;
    const effect = json['Effect'];
    if (effect !== 'Allow' && effect !== 'Deny') return undefined;
    const sid = json['Sid'];
    return {
      ...(typeof sid === 'string' ? { sid: this.word(sid) } : {}),
      effect,
      principals: this.principals(json['Principal'] ?? json['NotPrincipal']),
      notPrincipals: json['NotPrincipal'] !== undefined,
      actions: this.texts(json['Action'] ?? json['NotAction']),
      notActions: json['NotAction'] !== undefined,
      resources: this.texts(json['Resource'] ?? json['NotResource']),
      notResources: json['NotResource'] !== undefined,
      conditions: this.conditions(json['Condition']),
    };
  }

  private principals(json: JsonValue | undefined): readonly PolicyPrincipal[] {
    if (json === undefined) return [];
    if (!isJsonObject(json)) return this.texts(json).map((id) => ({ kind: 'AWS', id }));
    return Object.entries(json).flatMap(([kind, ids]) => this.texts(ids).map((id) => ({ kind, id })));
  }

  private conditions(json: JsonValue | undefined): readonly PolicyCondition[] {
    if (!isJsonObject(json)) return [];
    return Object.entries(json).flatMap(([operator, keys]) =>
      isJsonObject(keys)
        ? Object.entries(keys).map(([key, values]) => ({ operator, key, values: this.texts(values) }))
        : [],
    );
  }

  private texts(json: JsonValue | undefined): readonly string[] {
    return listOf(json).map((text) => this.word(String(text)));
  }

  private word(text: string): string {
    const known = this.words.get(text);
    if (known !== undefined) return known;
    this.words.set(text, text);
    return text;
  }
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

function listOf(json: JsonValue | undefined): readonly JsonValue[] {
  if (json === undefined || json === null) return [];
  return Array.isArray(json) ? json : [json as JsonValue];
}
