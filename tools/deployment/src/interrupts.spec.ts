import { Interrupts } from './interrupts';

describe('Interrupts', () => {
  const states = ({ signal, kill }: Interrupts) => [signal.aborted, kill.aborted];

  it('ends in good order on the first Ctrl-C, whoever else hears it, and kills on the second', () => {
    const outer = new AbortController();
    const alsoHears = (): void => outer.abort();
    process.on('SIGINT', alsoHears);
    let told = 0;
    const interrupts = new Interrupts(() => (told += 1), outer.signal);
    try {
      expect(states(interrupts)).toEqual([false, false]);
      process.emit('SIGINT');
      expect(states(interrupts)).toEqual([true, false]);
      process.emit('SIGINT');
      expect(states(interrupts)).toEqual([true, true]);
      expect(told).toBe(1);
    } finally {
      interrupts.dispose();
      process.off('SIGINT', alsoHears);
    }
  });

  it('never kills on the caller’s own signal, and takes one that was given before', () => {
    const interrupts = new Interrupts(() => {}, AbortSignal.abort());
    expect(states(interrupts)).toEqual([true, false]);
    interrupts.dispose();
  });

  it('hears nothing any more once it is disposed', () => {
    const interrupts = new Interrupts(() => {});
    interrupts.dispose();
    const guard = (): void => {};
    process.on('SIGINT', guard);
    process.emit('SIGINT');
    process.off('SIGINT', guard);
    expect(states(interrupts)).toEqual([false, false]);
  });
});
