import { isJsonObject } from './json';
import type { JsonValue } from './json';
import { labelOf, placeOf } from './resource';
import type { Problem, Resource } from './resource';
import { providerProblems } from './provider-problems';
import { providerNameOf } from './stack-document';
import type { Declaration, StackDocument } from './stack-document';
import { Encoded, isValueObject, Unresolved } from './value';
import type { Value } from './value';
import type { WorldEvaluator } from './world-evaluator';

/** Arguments that make several resources, or blocks, of one: they are not expanded. */
const MULTIPLIERS = ['count', 'for_each', 'dynamic'] as const;

/** Arguments that run a program beside what the JSON says, which may change anything. */
const PROGRAMS = ['provisioner', 'connection'] as const;

/** What a resource may leave as it is: the number of nodes at the moment is the autoscaler's. */
const IGNORED = 'scaling_config[0].desired_size';

/** Arguments of lifecycle that are read, or that only refuse a deployment. */
const KNOWN_LIFECYCLE = new Set([
  'create_before_destroy',
  'ignore_changes',
  'postcondition',
  'precondition',
  'prevent_destroy',
]);

/** Resolves every resource and data source of all stacks, and notes whatever cannot be resolved. */
export function resolveResources(
  documents: ReadonlyMap<string, StackDocument>,
  evaluator: WorldEvaluator,
  problems: Problem[],
): ReadonlyMap<string, Resource> {
  const resources = new Map<string, Resource>();
  for (const document of documents.values()) {
    problems.push(...providerProblems(document, evaluator));
    for (const block of document.opaqueBlocks) {
      problems.push(problemOf(document, block, '', block, 'resources in this block are not read'));
    }
    for (const declaration of document.declarations.values()) {
      const resource = resolve(document, declaration, evaluator);
      resources.set(resource.key, resource);
      noteProblems(document, declaration, resource, problems);
    }
  }
  return resources;
}

function resolve(document: StackDocument, declaration: Declaration, evaluator: WorldEvaluator): Resource {
  const { address, type } = declaration;
  const body = evaluator.body(document.name, declaration);
  const known = isValueObject(body) ? body : {};
  return {
    key: `${document.name}/${address}`,
    stack: document.name,
    address,
    type,
    existing: address.startsWith('data.'),
    ...placeOf(document.providers.get(providerNameOf(declaration))),
    label: labelOf(address, known),
    body: known,
  };
}

function noteProblems(
  document: StackDocument,
  declaration: Declaration,
  resource: Resource,
  problems: Problem[],
): void {
  const { address } = declaration;
  const provider = providerNameOf(declaration);
  if (provider.startsWith('aws') && !resource.account) {
    problems.push(problemOf(document, address, 'provider', provider, 'its provider does not pin one account'));
  }
  for (const name of MULTIPLIERS) {
    if (declaration.body[name] === undefined) continue;
    problems.push(problemOf(document, address, name, '', 'what is made several times is not expanded'));
  }
  for (const name of PROGRAMS) {
    if (declaration.body[name] === undefined) continue;
    problems.push(problemOf(document, address, name, '', 'what a program does is not known here'));
  }
  const { lifecycle } = declaration.body;
  const ignored = isJsonObject(lifecycle) ? lifecycle['ignore_changes'] : undefined;
  for (const name of Array.isArray(ignored) ? ignored : [ignored ?? IGNORED]) {
    if (name === IGNORED) continue;
    const reason = 'what it is instead of what the JSON says is not known here';
    problems.push(problemOf(document, address, 'lifecycle.ignore_changes', String(name), reason));
  }
  noteOrder(document, declaration, problems);
  eachUnresolved(resource.body, '', (attribute, { expression, reason }) => {
    problems.push(problemOf(document, address, attribute, expression, reason));
  });
}

/** What is waited for must be there, and a resource must not be switched off. */
function noteOrder(document: StackDocument, { address, body }: Declaration, problems: Problem[]): void {
  const { depends_on: waits, lifecycle } = body;
  if (Array.isArray(waits)) {
    waits.forEach((each: JsonValue, index) => {
      if (typeof each === 'string' && document.declarations.has(each)) return;
      const reason = 'the stack has no such resource';
      problems.push(problemOf(document, address, `depends_on[${index}]`, String(each), reason));
    });
  }
  if (!isJsonObject(lifecycle)) return;
  for (const name in lifecycle) {
    if (KNOWN_LIFECYCLE.has(name)) continue;
    const value = JSON.stringify(lifecycle[name]);
    problems.push(problemOf(document, address, `lifecycle.${name}`, value, 'this argument is not read'));
  }
}

function eachUnresolved(value: Value | undefined, path: string, note: (path: string, value: Unresolved) => void): void {
  if (value instanceof Unresolved) note(path, value);
  else if (value instanceof Encoded) eachUnresolved(value.value, path, note);
  else if (Array.isArray(value)) value.forEach((item: Value, index) => eachUnresolved(item, `${path}[${index}]`, note));
  else if (isValueObject(value)) {
    for (const name in value) eachUnresolved(value[name], path ? `${path}.${name}` : name, note);
  }
}

function problemOf(
  { name }: StackDocument,
  address: string,
  attribute: string,
  value: string,
  reason: string,
): Problem {
  return { stack: name, address, attribute, value, reason };
}
