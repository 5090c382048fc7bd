import fc from 'fast-check';
import { AWS_PROVIDER, bestVersion, isAtLeast } from './provider-version';

describe('bestVersion', () => {
  it.each([
    [['6.34.0', '5.100.0', '5.99.1'], '5.100.0'],
    [['6.9.0', '6.34.0', '6.4.10'], '6.34.0'],
    [['5.99.9', '7.0.0'], undefined],
    [['6.0.0-beta1', 'index.json'], undefined],
    [[], undefined],
  ])('takes of %j %s', (versions, expected) => {
    expect(bestVersion(AWS_PROVIDER, versions)).toBe(expected);
  });
});

describe('isAtLeast', () => {
  const version = fc.tuple(fc.nat(30), fc.nat(200), fc.nat(30));

  it('orders versions by their numbers, whatever their number of digits', () => {
    fc.assert(
      fc.property(version, version, (one, other) => {
        const number = ([major, minor, patch]: readonly [number, number, number]): number =>
          major * 1e6 + minor * 1e3 + patch;
        expect(isAtLeast(one.join('.'), other.join('.'))).toBe(number(one) >= number(other));
      }),
    );
  });
});
