import type { Identity } from './resource';
import { byKey } from './source';
import type { Entities, Source } from './source';

/** A key of KMS. */
export interface EncryptionKey extends Identity {
  readonly enabled: boolean;
  readonly rotates: boolean;
}

/** Reads keys of KMS. */
export function readEncryptionKeys(source: Source): Entities<EncryptionKey> {
  return byKey(
    source.ofType('aws_kms_key').map((fields) => ({
      ...fields.identity(),
      enabled: fields.flag('is_enabled', true),
      rotates: fields.flag('enable_key_rotation', false),
    })),
  );
}
