import { EmulatorError, MissingToolError } from '@central-ingress/emulator';
import { orSkipped } from './policy-checks';

describe('orSkipped', () => {
  let told: string;
  beforeEach(() => {
    told = '';
    jest.spyOn(process.stdout, 'write').mockImplementation((text) => Boolean((told += String(text))));
  });
  afterEach(() => jest.restoreAllMocks());
  const outcome = (error: Error) => orSkipped('policy', () => Promise.reject(error));

  it('counts what the check counts', async () => {
    const tally = { passed: 7, failed: 1, skipped: 0 };
    expect(await orSkipped('policy', async () => tally)).toBe(tally);
  });

  it.each([
    ['a program is missing', new MissingToolError('The policy check needs Python 3.10 or newer.')],
    ['a package cannot be had', new EmulatorError('pip install failed: No matching distribution found for aiodns.')],
  ])('skips, with the reason, where %s', async (_, error) => {
    expect(await outcome(error)).toEqual({ passed: 0, failed: 0, skipped: 1 });
    expect(told).toBe(`   skipped: policy: ${error.message}\n`);
  });

  it.each([
    [
      'a package is not what was pinned',
      new EmulatorError('pip install failed: THESE PACKAGES DO NOT MATCH THE HASHES.'),
    ],
    ['a suppression is wrong', new Error('tools/policy/suppressions.yaml: CKV_AWS_1: is there twice.')],
  ])('fails where %s', async (_, error) => {
    expect(await outcome(error)).toEqual({ passed: 0, failed: 1, skipped: 0 });
    expect(told).toBe(`policy: ${error.message}\n`);
  });
});
