import type { JsonValue } from './json';
import { Evaluator } from './evaluate';
import { providerNameOf } from './stack-document';
import type { Declaration, ProviderConfiguration, StackDocument } from './stack-document';
import { ownStep } from './take-step';
import { Encoded, isValueObject, Reference, Template, Unresolved } from './value';
import type { PathStep, ResourceKey, Value } from './value';

/** Their attributes stay references, because passing through them says that the certificate is issued. */
const KEPT_TYPES = new Set(['aws_acm_certificate_validation']);
const PARAMETER = 'aws_ssm_parameter';
const PARAMETER_VALUES = ['insecure_value', 'value'] as const;

/** Evaluates all stacks together: a value read from an SSM parameter is the value another stack writes into it. */
export class WorldEvaluator {
  private readonly evaluators = new Map<string, Evaluator>();
  /** Writers of each parameter, by account, region and name. */
  private readonly writers = new Map<string, ResourceKey[]>();
  private readonly read = new Map<ResourceKey, Value>();

  constructor(private readonly stacks: ReadonlyMap<string, StackDocument>) {
    for (const stack of stacks.values()) {
      this.evaluators.set(stack.name, new Evaluator((root, steps, text) => this.resolve(stack, root, steps, text)));
    }
    for (const stack of stacks.values()) {
      for (const declaration of stack.declarations.values()) {
        if (declaration.type !== PARAMETER || declaration.address.startsWith('data.')) continue;
        const place = this.placeOf(stack, declaration);
        if (place)
          this.writers.set(place, [...(this.writers.get(place) ?? []), `${stack.name}/${declaration.address}`]);
      }
    }
  }

  /** The body of a resource or data source with every expression resolved. */
  body(stack: string, declaration: Declaration): Value {
    return this.evaluators.get(stack)?.evaluate(declaration.body) ?? null;
  }

  /** Any other value of a stack, resolved. */
  value(stack: string, json: JsonValue): Value {
    return this.evaluators.get(stack)?.evaluate(json) ?? null;
  }

  /** Keys of the resources that write the parameter which a data source reads, or which is such a resource itself. */
  writersOf(stack: StackDocument, declaration: Declaration): readonly ResourceKey[] {
    return this.writers.get(this.placeOf(stack, declaration) ?? '') ?? [];
  }

  private resolve(stack: StackDocument, root: string, steps: readonly Value[], text: string) {
    if (root === 'local') return { value: this.local(stack, steps[0], text), used: 1 };
    if (root === 'data') {
      const address = `data.${String(steps[0])}.${String(steps[1])}`;
      if (steps[0] === PARAMETER && PARAMETER_VALUES.some((field) => field === steps[2])) {
        return { value: this.parameter(stack, address, text), used: 3 };
      }
      return { value: this.attribute(stack, address, steps.slice(2), text), used: steps.length };
    }
    return { value: this.attribute(stack, `${root}.${String(steps[0])}`, steps.slice(1), text), used: steps.length };
  }

  private local(stack: StackDocument, name: Value | undefined, text: string): Value {
    const json = typeof name === 'string' ? stack.locals[name] : undefined;
    if (json === undefined) return new Unresolved(text, `the stack has no local ${String(name)}`);
    return this.evaluators.get(stack.name)?.evaluate(json) ?? null;
  }

  private attribute(stack: StackDocument, address: string, steps: readonly Value[], text: string): Value {
    const declaration = stack.declarations.get(address);
    if (!declaration) return new Unresolved(text, `the stack has no ${address}`);
    const path = steps.filter((step): step is string | number => typeof step === 'string' || typeof step === 'number');
    if (path.length !== steps.length) return new Unresolved(text, `an index of ${address} is not known`);
    return this.configured(stack, declaration, path) ?? new Reference(stack.name, address, path);
  }

  /** What the body says at a path; none where it says nothing, or only a part of what is asked. */
  private configured(stack: StackDocument, { type, body }: Declaration, path: readonly PathStep[]): Value | undefined {
    const [field, ...rest] = path;
    if (typeof field !== 'string' || KEPT_TYPES.has(type) || body[field] === undefined) return undefined;
    let value: Value | undefined = this.evaluators.get(stack.name)?.evaluate(body[field]);
    for (const step of rest) {
      if (value === undefined || value === null || typeof step === 'object') return undefined;
      value = ownStep(value, step);
    }
    return value ?? undefined;
  }

  private parameter(stack: StackDocument, address: string, text: string): Value {
    const declaration = stack.declarations.get(address);
    if (!declaration) return new Unresolved(text, `the stack has no ${address}`);
    const key = `${stack.name}/${address}`;
    let value = this.read.get(key);
    if (value === undefined) {
      value = this.handedOver(stack, declaration, text);
      this.read.set(key, value);
    }
    return value;
  }

  private handedOver(stack: StackDocument, reader: Declaration, text: string): Value {
    const place = this.placeOf(stack, reader);
    if (!place) return new Unresolved(text, `name, account or region of ${reader.address} is not known`);
    const [writer, ...others] = this.writers.get(place) ?? [];
    if (!writer) return new Unresolved(text, `no stack writes the parameter ${place}`);
    if (others.length) {
      return new Unresolved(text, `several stacks write the parameter ${place}: ${[writer, ...others].join(', ')}`);
    }
    const slash = writer.indexOf('/');
    const source = this.stacks.get(writer.slice(0, slash));
    const body = source?.declarations.get(writer.slice(slash + 1))?.body;
    const json = body && (body['insecure_value'] ?? body['value']);
    if (!source || json === undefined) return new Unresolved(text, `the parameter ${place} is written without a value`);
    return carriedBy(writer, this.evaluators.get(source.name)?.evaluate(json) ?? null);
  }

  /** Where a parameter lies, e.g. `/acme/tenant/payments/networking of 222222222222 in eu-central-1`. */
  private placeOf(stack: StackDocument, declaration: Declaration): string | undefined {
    const provider: ProviderConfiguration | undefined = stack.providers.get(providerNameOf(declaration));
    const name = this.evaluators.get(stack.name)?.evaluate(declaration.body['name']);
    if (!provider?.account || !provider.region || typeof name !== 'string') return undefined;
    return `${name} of ${provider.account} in ${provider.region}`;
  }
}

/** The same value, whose references remember the parameter that carried them. */
function carriedBy(parameter: ResourceKey, value: Value): Value {
  const carry = (inner: Value): Value => carriedBy(parameter, inner);
  if (value instanceof Reference) {
    return new Reference(value.stack, value.address, value.path, [...value.via, parameter]);
  }
  if (value instanceof Encoded) return new Encoded(carry(value.value));
  if (value instanceof Template) return new Template(value.parts.map(carry));
  if (Array.isArray(value)) return value.map(carry);
  if (!isValueObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, carry(field ?? null)]));
}
