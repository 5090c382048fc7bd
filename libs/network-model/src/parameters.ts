import type { Identity } from './resource';
import { byKey } from './source';
import type { Entities, Source } from './source';
import type { ResourceKey, Value } from './value';

/** An SSM parameter that a stack writes. */
export interface Parameter extends Identity {
  readonly name?: string;
  /** What is written, resolved. */
  readonly value?: Value;
}

/** A place where a stack reads an SSM parameter. */
export interface ParameterReader extends Identity {
  readonly name?: string;
  /** Parameters of that name, account and region; exactly one when all is well. */
  readonly writers: readonly ResourceKey[];
}

/** Reads SSM parameters that stacks write. */
export function readParameters(source: Source): Entities<Parameter> {
  return byKey(
    source.ofType('aws_ssm_parameter').map((fields) => ({
      ...fields.identity(),
      name: fields.text('name'),
      value: fields.raw('insecure_value') ?? fields.raw('value'),
    })),
  );
}

/** Reads where stacks read SSM parameters. */
export function readParameterReaders(
  source: Source,
  writersOf: (reader: ResourceKey) => readonly ResourceKey[],
): Entities<ParameterReader> {
  return byKey(
    source.ofType('data.aws_ssm_parameter').map((fields) => ({
      ...fields.identity(),
      name: fields.text('name'),
      writers: writersOf(fields.resource.key),
    })),
  );
}
