import fc from 'fast-check';
import { addressCount, cidrProblem, contains, overlaps, parseCidr, prefixLength, subnetAt } from './cidr';
import type { Cidr } from './cidr';

/** Any block; its address follows from a number below the count of blocks of its size. */
const blocks: fc.Arbitrary<Cidr> = fc
  .integer({ min: 0, max: 32 })
  .chain((length) => fc.nat({ max: 2 ** length - 1 }).map((index) => subnetAt(parseCidr('0.0.0.0/0'), length, index)));

/** A block with a longer prefix length and the number of blocks of that size in it. */
const cuts = fc
  .integer({ min: 0, max: 31 })
  .chain((length) => fc.tuple(fc.constant(length), fc.nat({ max: 2 ** length - 1 }), fc.integer({ min: 1, max: 8 })))
  .map(([length, index, bits]) => {
    const longer = Math.min(32, length + bits);
    return { outer: subnetAt(parseCidr('0.0.0.0/0'), length, index), longer, count: 2 ** (longer - length) };
  });

describe('cidrProblem', () => {
  it.each(['10.11.0.0/16', '0.0.0.0/0', '255.255.255.255/32', '10.12.128.0/23'])('accepts %s', (text) => {
    expect(cidrProblem(text)).toBeUndefined();
  });

  it.each([
    ['', 'expected an IPv4 block like 10.11.0.0/16'],
    ['10.11.0.0', 'expected an IPv4 block like 10.11.0.0/16'],
    ['10.11.0.0/16 ', 'expected an IPv4 block like 10.11.0.0/16'],
    ['10.11.0/16', 'expected an IPv4 block like 10.11.0.0/16'],
    ['fd00::/8', 'expected an IPv4 block like 10.11.0.0/16'],
    ['010.11.0.0/16', 'expected numbers without leading zeros'],
    ['10.11.0.0/08', 'expected numbers without leading zeros'],
    ['10.256.0.0/16', 'expected each of the four numbers to be 0 to 255'],
    ['10.11.0.0/33', 'expected a prefix length of 0 to 32'],
    ['10.11.0.1/16', 'expected the first address of the block, 10.11.0.0/16'],
    ['10.11.3.0/23', 'expected the first address of the block, 10.11.2.0/23'],
    ['128.0.0.0/0', 'expected the first address of the block, 0.0.0.0/0'],
  ])('rejects %j', (text, problem) => {
    expect(cidrProblem(text)).toBe(problem);
  });
});

describe('parseCidr', () => {
  it('keeps the text of every block', () => {
    fc.assert(fc.property(blocks, (block) => expect(parseCidr(block)).toBe(block)));
  });

  it('rejects a text that is no block, with the text', () => {
    expect(() => parseCidr('10.11.0.1/16')).toThrow(
      new RangeError('"10.11.0.1/16": expected the first address of the block, 10.11.0.0/16'),
    );
  });
});

describe('prefixLength and addressCount', () => {
  it.each([
    ['10.11.0.0/16', 16, 65_536],
    ['10.12.0.0/28', 28, 16],
    ['0.0.0.0/0', 0, 4_294_967_296],
    ['10.0.0.1/32', 32, 1],
  ])('measure %s', (text, length, count) => {
    expect([prefixLength(parseCidr(text)), addressCount(parseCidr(text))]).toEqual([length, count]);
  });
});

describe('subnetAt', () => {
  // The address plan of the original: cidrsubnet(cidr, 5, i) and cidrsubnet(cidr, 7, i).
  it.each([
    ['10.11.0.0/16', 21, 2, '10.11.16.0/21'],
    ['10.12.0.0/16', 23, 0, '10.12.0.0/23'],
    ['10.12.0.0/16', 23, 66, '10.12.132.0/23'],
    ['10.12.0.0/16', 16, 0, '10.12.0.0/16'],
    ['255.255.255.0/24', 32, 255, '255.255.255.255/32'],
  ])('cuts %s to /%i number %i', (outer, length, index, inner) => {
    expect(subnetAt(parseCidr(outer), length, index)).toBe(inner);
  });

  it.each([
    ['10.11.0.0/16', 21, 32, '10.11.0.0/16 has no /21 block number 32; it holds 32'],
    ['10.11.0.0/16', 21, -1, '10.11.0.0/16 has no /21 block number -1; it holds 32'],
    ['10.11.0.0/16', 21, 0.5, '10.11.0.0/16 has no /21 block number 0.5; it holds 32'],
    ['10.11.0.0/16', 15, 0, '10.11.0.0/16 has no /15 block number 0; it holds 0'],
    ['10.11.0.0/31', 33, 0, '10.11.0.0/31 has no /33 block number 0; it holds 4'],
  ])('rejects a block that %s does not hold: /%i number %d', (outer, length, index, message) => {
    expect(() => subnetAt(parseCidr(outer), length, index)).toThrow(new RangeError(message));
  });

  it('cuts blocks that are valid, lie inside and share no address', () => {
    const pairs = cuts.chain((cut) => {
      return fc.tuple(fc.constant(cut), fc.nat({ max: cut.count - 1 }), fc.nat({ max: cut.count - 1 }));
    });
    fc.assert(
      fc.property(pairs, ([{ outer, longer }, a, b]) => {
        const [first, second] = [subnetAt(outer, longer, a), subnetAt(outer, longer, b)];
        expect(cidrProblem(first)).toBeUndefined();
        expect(contains(outer, first)).toBe(true);
        expect(overlaps(first, second)).toBe(a === b);
      }),
    );
  });

  it('fills the block without a gap', () => {
    fc.assert(
      fc.property(cuts, ({ outer, longer, count }) => {
        const all = Array.from({ length: count }, (_, index) => subnetAt(outer, longer, index));
        expect(all.reduce((sum, block) => sum + addressCount(block), 0)).toBe(addressCount(outer));
      }),
    );
  });
});

describe('contains and overlaps', () => {
  it.each([
    ['10.11.0.0/16', '10.11.0.0/16', true, true],
    ['10.11.0.0/16', '10.11.255.0/24', true, true],
    ['10.11.255.0/24', '10.11.0.0/16', false, true],
    ['10.11.0.0/16', '10.12.0.0/16', false, false],
    // A comparison of texts would call these two nested.
    ['10.1.0.0/16', '10.11.0.0/16', false, false],
    ['0.0.0.0/0', '203.0.113.7/32', true, true],
  ])('tell how %s and %s lie', (outer, inner, inside, shared) => {
    expect(contains(parseCidr(outer), parseCidr(inner))).toBe(inside);
    expect(overlaps(parseCidr(outer), parseCidr(inner))).toBe(shared);
  });

  it('agree: blocks overlap when one contains the other, whichever comes first', () => {
    fc.assert(
      fc.property(blocks, blocks, (a, b) => {
        expect(overlaps(a, b)).toBe(overlaps(b, a));
        expect(overlaps(a, b)).toBe(contains(a, b) || contains(b, a));
      }),
    );
  });
});
