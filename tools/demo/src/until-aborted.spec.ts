import { setTimeout as sleep } from 'node:timers/promises';
import { untilAborted } from './until-aborted';

describe('untilAborted', () => {
  it('waits for the signal', async () => {
    const controller = new AbortController();
    const waits = untilAborted(controller.signal).then(() => 'interrupted');
    expect(await Promise.race([waits, sleep(20, 'still waiting')])).toBe('still waiting');
    controller.abort();
    expect(await waits).toBe('interrupted');
  });

  it('rejects where the signal was given before', async () => {
    const controller = new AbortController();
    controller.abort(new Error('Interrupted'));
    await expect(Promise.race([untilAborted(controller.signal), sleep(20)])).rejects.toThrow('Interrupted');
  });
});
