import type { Peer, SecurityGroupRule } from '@central-ingress/network-model';
import fc from 'fast-check';
import { allowsTcp, isEverywhere, liesIn, ruleText } from './reach';

const rule = (peer: Peer, fromPort = 443, toPort = fromPort, protocol = 'tcp'): SecurityGroupRule => ({
  key: 'a/x',
  stack: 'a',
  address: 'x',
  protocol,
  fromPort,
  toPort,
  peer,
});
const cidr = (block: string): Peer => ({ type: 'cidr', cidr: block });
const group = (key: string): Peer => ({ type: 'group', group: key });
const blocks = fc.tuple(fc.nat(255), fc.nat(255)).map(([a, b]) => `10.${a}.${b}.0/24`);

describe('allowsTcp', () => {
  const side = { groups: ['a/g'], cidrs: ['10.1.0.0/24', '10.1.1.0/24'] };

  it.each<[string, SecurityGroupRule[], boolean]>([
    ['nothing', [], false],
    ['the group', [rule(group('a/g'))], true],
    ['another group', [rule(group('a/h'))], false],
    ['all blocks in one', [rule(cidr('10.1.0.0/16'))], true],
    ['each block by itself', [rule(cidr('10.1.0.0/24')), rule(cidr('10.1.1.0/24'))], true],
    ['one of two blocks', [rule(cidr('10.1.0.0/24'))], false],
    ['a part of a block', [rule(cidr('10.1.0.0/25')), rule(cidr('10.1.1.0/24'))], false],
    ['another port', [rule(group('a/g'), 80)], false],
    ['a range with the port', [rule(group('a/g'), 1, 1024)], true],
    ['another protocol', [rule(group('a/g'), 443, 443, 'udp')], false],
    ['all protocols', [rule(group('a/g'), 0, 65_535, '-1')], true],
    ['a prefix list', [rule({ type: 'prefix-list', id: 'pl-1' })], false],
    ['a block of IPv6', [rule(cidr('::/0'))], false],
  ])('says whether %s reaches', (_, rules, expected) => {
    expect(allowsTcp(rules, 443, side)).toBe(expected);
  });

  it('lets nobody in whose addresses are not known', () => {
    expect(allowsTcp([rule(cidr('0.0.0.0/0'))], 443, { groups: [], cidrs: [] })).toBe(false);
  });

  it('never closes by a further rule', () => {
    const rules = fc.array(blocks.map((block) => rule(cidr(block))));
    fc.assert(
      fc.property(rules, rules, fc.array(blocks, { minLength: 1 }), (some, more, cidrs) => {
        const before = allowsTcp(some, 443, { groups: [], cidrs });
        expect(allowsTcp([...some, ...more], 443, { groups: [], cidrs }) || !before).toBe(true);
      }),
    );
  });

  it('lets in exactly what lies in a block of a rule', () => {
    fc.assert(
      fc.property(fc.array(blocks), blocks, (open, block) => {
        const rules = open.map((one) => rule(cidr(one)));
        expect(allowsTcp(rules, 443, { groups: [], cidrs: [block] })).toBe(open.includes(block));
      }),
    );
  });
});

describe('liesIn and isEverywhere', () => {
  it('compare blocks and take no other text for one', () => {
    expect([liesIn('10.1.0.0/24', '10.0.0.0/8'), liesIn('10.0.0.0/8', '10.1.0.0/24')]).toEqual([true, false]);
    expect([liesIn('pl-1', '10.0.0.0/8'), liesIn('10.0.0.0/8', '::/0')]).toEqual([false, false]);
    expect(['0.0.0.0/0', '::/0', '0.0.0.0/1'].map(isEverywhere)).toEqual([true, true, false]);
  });
});

describe('ruleText', () => {
  it.each([
    [rule(cidr('10.0.0.0/8')), 'tcp 443 for 10.0.0.0/8'],
    [rule(group('a/g'), 1, 9), 'tcp 1-9 for a/g'],
    [rule({ type: 'prefix-list', id: 'pl-1' }, 0, 65_535, '-1'), 'all protocols 0-65535 for pl-1'],
  ])('tells %j', (given, text) => {
    expect(ruleText(given)).toBe(text);
  });
});
