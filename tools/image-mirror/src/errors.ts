import { UserError } from '@central-ingress/user-error';

/** An image could not be read, copied or looked up; the message says which, why and what to do. */
export class MirrorError extends UserError {}

/** A command was called in a way that can never work. */
export class UsageError extends UserError {
  override readonly exitCode = 2;
}
