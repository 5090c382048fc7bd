import type { JsonObject, JsonValue } from './json';
import { isJsonObject } from './json';
import type { Problem } from './resource';
import type { StackDocument } from './stack-document';
import { Reference, textOf } from './value';
import type { WorldEvaluator } from './world-evaluator';

/** Arguments of providers that are read, or that change nothing of where they lead. */
const KNOWN: Readonly<Record<string, readonly string[]>> = {
  aws: ['alias', 'allowed_account_ids', 'assume_role', 'default_tags', 'profile', 'region'],
  helm: ['kubernetes'],
  kubernetes: ['cluster_ca_certificate', 'exec', 'host'],
};

/** What a provider is told beyond what is read, and a Kubernetes API that is not that of the owner's own cluster. */
export function providerProblems(document: StackDocument, evaluator: WorldEvaluator): readonly Problem[] {
  return [...strangeSources(document), ...blockProblems(document, evaluator)];
}

/** A provider runs with the rights of whoever deploys. */
function strangeSources({ name: stack, providerSources }: StackDocument): readonly Problem[] {
  return Object.entries(providerSources).flatMap(([provider, required]) => {
    const source = isJsonObject(required) ? (required['source'] ?? provider) : provider;
    const own = [provider, `hashicorp/${provider}`, `registry.terraform.io/hashicorp/${provider}`];
    if (own.some((each) => each === source)) return [];
    const attribute = `${provider}.source`;
    const reason = `expected hashicorp/${provider}`;
    return [{ stack, address: 'terraform.required_providers', attribute, value: JSON.stringify(source), reason }];
  });
}

function blockProblems(document: StackDocument, evaluator: WorldEvaluator): readonly Problem[] {
  return Object.entries(document.providerBlocks).flatMap(([provider, blocks]) =>
    listOf(blocks).flatMap((block) => {
      if (!isJsonObject(block)) return [];
      const server = provider === 'kubernetes' ? block : block['kubernetes'];
      return [
        ...unread(document, provider, block, ''),
        ...(provider === 'helm' && isJsonObject(server) ? unread(document, 'kubernetes', server, 'kubernetes.') : []),
        ...(isJsonObject(server) ? strayHost(document, provider, server, evaluator) : []),
        ...(isJsonObject(server) ? strangePrograms(document, provider, server) : []),
      ];
    }),
  );
}

function unread({ name: stack }: StackDocument, provider: string, block: JsonObject, prefix: string): Problem[] {
  const known = KNOWN[provider];
  const address = `provider.${prefix ? 'helm' : provider}`;
  return Object.entries(block)
    .filter(([name, value]) => known && value !== null && !known.includes(name))
    .map(([name, value]) => {
      const attribute = `${prefix}${name}`;
      return { stack, address, attribute, value: JSON.stringify(value), reason: 'this argument is not read' };
    });
}

function strayHost(
  { name: stack }: StackDocument,
  provider: string,
  { host = null }: JsonObject,
  evaluator: WorldEvaluator,
): Problem[] {
  const address = `provider.${provider}`;
  const value = evaluator.value(stack, host);
  const owner = stack.slice(0, stack.lastIndexOf('-'));
  const isOwn =
    value instanceof Reference &&
    value.stack === `${owner}-cluster` &&
    value.address.startsWith('aws_eks_cluster.') &&
    value.attribute === 'endpoint';
  const reason = `expected the endpoint of the cluster of ${owner}`;
  return isOwn ? [] : [{ stack, address, attribute: 'host', value: textOf(value), reason }];
}

/** What is run for a token has the rights of whoever deploys. */
function strangePrograms({ name: stack }: StackDocument, provider: string, { exec }: JsonObject): Problem[] {
  const address = `provider.${provider}`;
  return listOf(exec).flatMap((program) => {
    if (!isJsonObject(program)) return [];
    const { command, args, env } = program;
    const [first, second] = listOf(args);
    if (command === 'aws' && first === 'eks' && second === 'get-token' && (env ?? null) === null) return [];
    const value = [command ?? 'nothing', ...listOf(args)].join(' ');
    return [{ stack, address, attribute: 'exec', value, reason: 'expected aws eks get-token' }];
  });
}

function listOf(value: JsonValue | undefined): readonly JsonValue[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value as JsonValue];
}
