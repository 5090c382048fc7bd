/**
 * A mistake that the user can mend: the message says what is wrong, what was expected and what to do, and commands show
 * it without a stack trace. Every error class that is meant for users extends it.
 */
export class UserError extends Error {
  /** Exit code of a command that ends with it. */
  readonly exitCode: number = 1;

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }
}
