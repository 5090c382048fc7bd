import { UserError } from '@central-ingress/user-error';
import { isJsonObject } from './json';
import type { JsonObject, JsonValue } from './json';

/** A synthesized stack that is no Terraform JSON; the message says where and what was expected. */
export class MalformedStackError extends UserError {
  override readonly exitCode = 2;
}

/** One configuration of a provider in a stack: the account and the roles it is reached through. */
export interface ProviderConfiguration {
  /** Provider and alias as resources name it, e.g. `aws`, `aws.central`. */
  readonly name: string;
  /** The one allowed account; none where the provider does not pin one. */
  readonly account?: string;
  readonly region?: string;
  /** Roles assumed one after the other; the last one creates the resources. */
  readonly assumedRoles: readonly string[];
}

/** Where a stack keeps its Terraform state; only S3 is read. */
export interface StateBackend {
  readonly bucket: string;
  readonly key: string;
  /** The one allowed account; none where the backend does not pin one. */
  readonly account?: string;
  /** Role that reads and writes it. */
  readonly role?: string;
  readonly encrypted: boolean;
  /** Whether two runs at once are kept apart. */
  readonly locked: boolean;
}

/** A resource or data source as the stack spells it. */
export interface Declaration {
  /** E.g. `aws_vpc.main`, `data.aws_ssm_parameter.networking`. */
  readonly address: string;
  readonly type: string;
  readonly body: JsonObject;
}

/** One stack's JSON, taken apart and not yet evaluated. */
export interface StackDocument {
  readonly name: string;
  /** Where each provider comes from, by its name. */
  readonly providerSources: JsonObject;
  /** By {@link ProviderConfiguration.name}. */
  readonly providers: ReadonlyMap<string, ProviderConfiguration>;
  /** Configurations of each provider as the stack spells them. */
  readonly providerBlocks: JsonObject;
  /** None where the state lies anywhere but in S3. */
  readonly state?: StateBackend;
  /** Resources and data sources by address. */
  readonly declarations: ReadonlyMap<string, Declaration>;
  readonly locals: JsonObject;
  /** Blocks that hold resources this reading does not see, e.g. `module`. */
  readonly opaqueBlocks: readonly string[];
}

const KNOWN_BLOCKS = new Set(['//', 'terraform', 'provider', 'resource', 'data', 'locals', 'output', 'variable']);

/** @throws MalformedStackError when the JSON has not the shape of a Terraform configuration */
export function readStackDocument(name: string, json: JsonValue): StackDocument {
  const root = expectObject(name, 'the document', json);
  const settings = root['terraform'];
  if (!isJsonObject(settings)) {
    throw new MalformedStackError(`${name}: terraform: is missing; expected a stack that ingress synth has written.`);
  }
  const declarations = new Map<string, Declaration>();
  for (const [block, prefix] of [
    ['resource', ''],
    ['data', 'data.'],
  ] as const) {
    for (const [type, byName] of Object.entries(expectObject(name, block, root[block] ?? {}))) {
      for (const [resource, body] of Object.entries(expectObject(name, `${block}.${type}`, byName))) {
        const address = `${prefix}${type}.${resource}`;
        declarations.set(address, { address, type, body: expectObject(name, address, body) });
      }
    }
  }
  const state = readState(settings);
  return {
    name,
    ...(state ? { state } : {}),
    providerSources: expectObject(name, 'terraform.required_providers', settings['required_providers'] ?? {}),
    providers: readProviders(name, root['provider'] ?? {}),
    providerBlocks: expectObject(name, 'provider', root['provider'] ?? {}),
    declarations,
    locals: expectObject(name, 'locals', root['locals'] ?? {}),
    opaqueBlocks: Object.keys(root).filter((block) => !KNOWN_BLOCKS.has(block)),
  };
}

function readState({ backend }: JsonObject): StateBackend | undefined {
  const s3 = isJsonObject(backend) ? backend['s3'] : undefined;
  if (!isJsonObject(s3)) return undefined;
  const accounts = listOf(s3['allowed_account_ids']);
  const [account] = accounts;
  const assumed = s3['assume_role'];
  const role = isJsonObject(assumed) ? textIn(assumed, 'role_arn') : undefined;
  return {
    ...(accounts.length === 1 && typeof account === 'string' ? { account } : {}),
    ...(role ? { role } : {}),
    bucket: textIn(s3, 'bucket') ?? '',
    key: textIn(s3, 'key') ?? '',
    encrypted: s3['encrypt'] === true,
    locked: s3['use_lockfile'] === true || textIn(s3, 'dynamodb_table') !== undefined,
  };
}

function readProviders(stack: string, json: JsonValue): ReadonlyMap<string, ProviderConfiguration> {
  const found = new Map<string, ProviderConfiguration>();
  for (const [provider, blocks] of Object.entries(expectObject(stack, 'provider', json))) {
    for (const block of listOf(blocks)) {
      const body = expectObject(stack, `provider.${provider}`, block);
      const alias = textIn(body, 'alias');
      const accounts = listOf(body['allowed_account_ids']);
      const [account] = accounts;
      const region = textIn(body, 'region');
      const configuration: ProviderConfiguration = {
        name: alias ? `${provider}.${alias}` : provider,
        ...(accounts.length === 1 && typeof account === 'string' ? { account } : {}),
        ...(region ? { region } : {}),
        assumedRoles: listOf(body['assume_role']).flatMap((role) => {
          const arn = isJsonObject(role) ? textIn(role, 'role_arn') : undefined;
          return arn ? [arn] : [];
        }),
      };
      found.set(configuration.name, configuration);
    }
  }
  return found;
}

/** Name of the provider configuration that a declaration uses, e.g. `aws` for `aws_vpc.main` without a word on it. */
export function providerNameOf({ type, body }: Declaration): string {
  return textIn(body, 'provider') ?? type.slice(0, type.indexOf('_'));
}

function textIn(body: JsonObject, field: string): string | undefined {
  const value = body[field];
  return typeof value === 'string' ? value : undefined;
}

function listOf(value: JsonValue | undefined): readonly JsonValue[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value as JsonValue];
}

function expectObject(stack: string, what: string, value: JsonValue | undefined): JsonObject {
  if (isJsonObject(value)) return value;
  const got = value === null ? 'null' : Array.isArray(value) ? 'a list' : `a ${typeof value}`;
  throw new MalformedStackError(`${stack}: ${what}: is no object; got ${got}. Synthesize the stack again.`);
}
