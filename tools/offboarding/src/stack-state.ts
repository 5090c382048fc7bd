import { GetObjectCommand } from '@aws-sdk/client-s3';
import type { S3Client } from '@aws-sdk/client-s3';

/** One resource of a Terraform state. */
export interface StateResource {
  /** What Terraform calls it, e.g. `aws_lb_listener_rule.route_rules_1`. */
  readonly address: string;
  readonly type: string;
  readonly attributes: Readonly<Record<string, unknown>>;
}

/** What the state of one stack says. */
export interface StackState {
  /** False when the stack was never applied: there is no state at all. */
  readonly applied: boolean;
  /** What Terraform keeps, without data sources; none after a destruction. */
  readonly resources: readonly StateResource[];
}

/** The state of a stack that was never applied. */
export const NEVER_APPLIED: StackState = { applied: false, resources: [] };

interface StateFile {
  readonly resources?: readonly {
    readonly module?: string;
    readonly mode: string;
    readonly type: string;
    readonly name: string;
    readonly instances?: readonly {
      readonly index_key?: string | number;
      readonly attributes?: Readonly<Record<string, unknown>>;
    }[];
  }[];
}

/** Reads the text of a state, version 4 of the format. */
export function parseState(text: string): StackState {
  const { resources = [] } = JSON.parse(text) as StateFile;
  return {
    applied: true,
    resources: resources
      .filter(({ mode }) => mode === 'managed')
      .flatMap(({ module, type, name, instances = [] }) =>
        instances.map(({ index_key, attributes = {} }) => {
          const index = index_key === undefined ? '' : `[${JSON.stringify(index_key)}]`;
          return { address: `${module ? `${module}.` : ''}${type}.${name}${index}`, type, attributes };
        }),
      ),
  };
}

/**
 * Reads a stack's state as it lies in the bucket: that needs no role of the stack, which may be gone already. Nothing
 * of it is written anywhere, since states hold secrets in clear.
 */
export async function readState(s3: Pick<S3Client, 'send'>, Bucket: string, Key: string): Promise<StackState> {
  try {
    const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key }));
    return parseState((await Body?.transformToString()) ?? '{}');
  } catch (error) {
    if (error instanceof Error && /^NoSuch(Key|Bucket)$/.test(error.name)) return NEVER_APPLIED;
    throw error;
  }
}

/** What a person knows a resource by: its address, and its id or name. */
export function labelOf({ address, attributes }: StateResource): string {
  const id = [attributes['fqdn'], attributes['name'], attributes['id']].find((value) => typeof value === 'string');
  return id ? `${address} (${id as string})` : address;
}
