import { enterEnvironment } from './process-environment';

describe('enterEnvironment', () => {
  it('replaces the whole environment and gives the former one back', () => {
    process.env['ONLY_BEFORE'] = '1';
    const former = { ...process.env };
    const leave = enterEnvironment({ PATH: '/bin', ONLY_INSIDE: '2' });
    expect({ ...process.env }).toEqual({ PATH: '/bin', ONLY_INSIDE: '2' });
    leave();
    expect({ ...process.env }).toEqual(former);
    delete process.env['ONLY_BEFORE'];
  });
});
