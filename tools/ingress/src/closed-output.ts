/** A stream of a process that commands tell something on. */
export type Output = Pick<NodeJS.WriteStream, 'write' | 'on'>;

/**
 * Keeps a process alive whose reader has gone away, as `head` does: what it still tells is dropped and it goes on to its
 * own end and exit code, since a run that dies in the middle would leave Terraform behind. Commands print their result at
 * once and at their end, so nothing is done in vain. Where a result cannot be written for another reason, as on a full
 * disk, standard error says so and the exit code is 1: whoever reads the file must not take it for the whole.
 */
export function surviveClosedOutput(out: Output, err: Output, self: NodeJS.Process = process): void {
  let lost = false;
  // Nothing is left to tell it on.
  err.on('error', () => undefined);
  out.on('error', ({ code, message }: NodeJS.ErrnoException) => {
    if (code === 'EPIPE' || lost) return;
    lost = true;
    err.write(`standard output: cannot be written; got ${message}; expected room for the result. Make room.\n`);
    // A command sets its own exit code after it has printed.
    self.on('exit', (exitCode) => void (self.exitCode = exitCode || 1));
  });
}
