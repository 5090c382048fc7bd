/** Name of a resource over all stacks: `<stack>/<address>`, e.g. `payments-ingress/aws_lb.nlb_708439A9`. */
export type ResourceKey = string;

/** One step into an attribute: a field, a place in a list, or the element of a list whose field has a value. */
export type PathStep = string | number | { readonly where: string; readonly equals: Value };

/** What an expression of a synthesized stack amounts to before anything is deployed. */
export type Value =
  | null
  | boolean
  | number
  | string
  | readonly Value[]
  | ValueObject
  | Reference
  | Template
  | Encoded
  | Derived
  | ElementMap
  | LoopElement
  | Unresolved;

/** An object or block whose fields have values. */
export interface ValueObject {
  readonly [name: string]: Value | undefined;
}

/** What an expression can amount to beside plain JSON. */
abstract class Symbolic {}

/** An attribute that is known once its resource stands, e.g. the `id` of a VPC: the same wherever it is used. */
export class Reference extends Symbolic {
  constructor(
    readonly stack: string,
    /** E.g. `aws_vpc.main`, `data.aws_route53_zone.zone`. */
    readonly address: string,
    readonly path: readonly PathStep[],
    /** SSM parameters that carried the value here, the nearest last. */
    readonly via: readonly ResourceKey[] = [],
  ) {
    super();
  }

  /** Key of the resource it points at. */
  get key(): ResourceKey {
    return `${this.stack}/${this.address}`;
  }

  /** The attribute as Terraform writes it, e.g. `identity[0].oidc[0].issuer`. */
  get attribute(): string {
    return this.path.map(stepText).join('').replace(/^\./, '');
  }
}

/** Text with parts that are known later, e.g. `arn:aws:route53:::hostedzone/` and the id of a zone. */
export class Template extends Symbolic {
  constructor(readonly parts: readonly Value[]) {
    super();
  }
}

/** `jsonencode` of a value, kept as the value. */
export class Encoded extends Symbolic {
  constructor(readonly value: Value) {
    super();
  }
}

/** A function of values that are known later, e.g. `replace(issuer, "https://", "")`. */
export class Derived extends Symbolic {
  constructor(
    readonly name: string,
    readonly args: readonly Value[],
  ) {
    super();
  }
}

/** `{ for e in list : e.<key> => e.<path> }` over a list that is known later. */
export class ElementMap extends Symbolic {
  constructor(
    readonly list: Reference,
    readonly key: string,
    readonly path: readonly PathStep[],
  ) {
    super();
  }
}

/** The variable of a `for` over a list that is known later, and the steps taken into it. */
export class LoopElement extends Symbolic {
  constructor(readonly path: readonly PathStep[]) {
    super();
  }
}

/** An expression that cannot be resolved, and why; it is never taken for something that is merely known later. */
export class Unresolved extends Symbolic {
  constructor(
    readonly expression: string,
    readonly reason: string,
  ) {
    super();
  }
}

/** True for an object or block. */
export function isValueObject(value: Value | undefined): value is ValueObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Symbolic);
}

/** A value as a person reads it; a template's later parts stand as `${stack/address.attribute}`. */
export function textOf(value: Value | undefined): string {
  if (value === undefined || value === null) return 'nothing';
  if (value instanceof Reference) return `\${${value.key}${value.path.map(stepText).join('')}}`;
  if (value instanceof Template) return value.parts.map(textOf).join('');
  if (value instanceof Encoded) return `\${jsonencode(${textOf(value.value)})}`;
  if (value instanceof Derived) return `\${${value.name}(${value.args.map(textOf).join(', ')})}`;
  if (value instanceof ElementMap) return `\${elements of ${textOf(value.list)} by ${value.key}}`;
  if (value instanceof LoopElement) return `\${element${value.path.map(stepText).join('')}}`;
  if (value instanceof Unresolved) return value.expression;
  if (Array.isArray(value)) return `[${value.map(textOf).join(', ')}]`;
  if (isValueObject(value)) {
    return `{${Object.entries(value)
      .map(([name, field]) => `${name}: ${textOf(field)}`)
      .join(', ')}}`;
  }
  return String(value);
}

function stepText(step: PathStep): string {
  if (typeof step === 'string') return `.${step}`;
  return typeof step === 'number' ? `[${step}]` : `[${step.where} = ${textOf(step.equals)}]`;
}
