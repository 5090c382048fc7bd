/**
 * What Ctrl-C means for a run: the first asks it to end in good order, the next one kills. A caller's own signal asks
 * for good order only.
 */
export class Interrupts {
  private readonly order = new AbortController();
  private readonly force = new AbortController();
  private pressed = false;

  /** @param onStop told once, when the run is asked to end @param outer the caller's own signal */
  constructor(
    private readonly onStop: () => void,
    private readonly outer?: AbortSignal,
  ) {
    process.on('SIGINT', this.press).on('SIGTERM', this.press);
    outer?.addEventListener('abort', this.stop);
    if (outer?.aborted) this.stop();
  }

  /** Aborted when nothing new may start and what runs should end. */
  public get signal(): AbortSignal {
    return this.order.signal;
  }

  /** Aborted when what runs must end at once. */
  public get kill(): AbortSignal {
    return this.force.signal;
  }

  /** Leaves Ctrl-C to others again. */
  public dispose(): void {
    process.off('SIGINT', this.press).off('SIGTERM', this.press);
    this.outer?.removeEventListener('abort', this.stop);
  }

  private readonly press = (): void => {
    if (this.pressed) this.force.abort();
    this.pressed = true;
    this.stop();
  };

  private readonly stop = (): void => {
    if (this.order.signal.aborted) return;
    this.onStop();
    this.order.abort();
  };
}
