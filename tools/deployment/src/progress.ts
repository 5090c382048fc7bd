import { stripVTControlCharacters } from 'node:util';
import type { StackEvent } from './run-stacks';

/** How often a run that says nothing new tells what it is waiting for. */
const HEARTBEAT_SECONDS = 15;

/** Prints a run's progress line by line, the same way on a terminal and in a CI log. */
export class Progress {
  private readonly started = new Map<string, { readonly at: number; lastLine: string }>();
  private done = 0;
  private readonly timer: NodeJS.Timeout;

  /** @param total stacks of the run @param print receives one line without its end */
  constructor(
    private readonly total: number,
    private readonly print: (line: string) => void,
  ) {
    this.timer = setInterval(() => this.heartbeat(), HEARTBEAT_SECONDS * 1000);
    this.timer.unref();
  }

  /** Notes what {@link runStacks} tells. */
  public on(event: StackEvent): void {
    if (event.type === 'started') {
      this.started.set(event.stack, { at: Date.now(), lastLine: '' });
      this.print(`${this.count()} ▶ ${event.stack}`);
      return;
    }
    const { stack, status, seconds } = event.result;
    this.started.delete(stack);
    this.done += 1;
    if (status === 'done') this.print(`${this.count()} ✔ ${stack} ${seconds.toFixed(1)} s`);
    if (status === 'failed') this.print(`${this.count()} ✖ ${stack} failed after ${seconds.toFixed(1)} s`);
    if (status === 'not applied') this.print(`${this.count()} ○ ${stack} not applied: ${event.result.reason ?? ''}`);
    if (status === 'not started') this.print(`${this.count()} · ${stack} not started: ${event.result.reason ?? ''}`);
  }

  /** Notes a line of a stack's log; Terraform's word on a resource is shown at the next heartbeat. */
  public onLine(stack: string, line: string): void {
    const entry = this.started.get(stack);

    const plain = stripVTControlCharacters(line).trim();
    const word = /(\S+(?: \([^()]+\))?: (?:Still )?(?:creating|modifying|destroying|reading|refreshing)\b.*)$/i.exec(
      plain,
    )?.[1];
    if (entry && word) entry.lastLine = word.replace(/ \[id=.*$/, '');
  }

  /** Ends the heartbeat. */
  public stop(): void {
    clearInterval(this.timer);
  }

  private count(): string {
    return `[${String(this.done).padStart(String(this.total).length)}/${this.total}]`;
  }

  private heartbeat(): void {
    for (const [stack, { at, lastLine }] of this.started) {
      this.print(`${this.count()} … ${stack} ${Math.round((Date.now() - at) / 1000)} s ${lastLine}`.trimEnd());
    }
  }
}
