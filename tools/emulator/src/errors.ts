import { UserError } from '@central-ingress/user-error';

/** Something that only the user can install or put in place; `message` says what, with the version needed. */
export class MissingToolError extends UserError {}

/** The emulator or Terraform's set-up failed; `message` names what to read. */
export class EmulatorError extends UserError {}
