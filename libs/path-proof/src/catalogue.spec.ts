import { CATALOGUE } from './catalogue';
import { finding } from './finding';
import { DIRECT_HOPS, HOPS } from './report';

const GUARDS = [
  'isolation',
  'aws-apis',
  'add-ons',
  'images',
  'model',
  'doors',
  'cluster',
  'logs',
  'network',
  'open-to-world',
  'principals',
  'trust',
  'rights',
  'firewall',
  'buckets',
  'deployers',
  'state',
];

describe('CATALOGUE', () => {
  it.each(Object.entries(CATALOGUE))('has hop, words and a fix for %s', (_, { hop, wrong, fix }) => {
    expect([...HOPS, ...DIRECT_HOPS, ...GUARDS]).toContain(hop);
    expect(wrong).toMatch(/^[^\n.]+[^\n]*[^.]$/);
    expect(fix).toMatch(/^[A-Z][^\n]+\.$|…$/);
  });

  it('has no two entries of the same words at the same hop', () => {
    const words = Object.values(CATALOGUE).map(({ hop, wrong }) => `${hop}: ${wrong}`);
    expect(new Set(words).size).toBe(words.length);
  });
});

describe('finding', () => {
  it('fills the names in braces of message and fix', () => {
    const values = { host: 'a.example.com', tenant: 'team' };
    expect(finding('record-missing', { stack: 's', address: 'aws_route53_record' }, values)).toEqual({
      code: 'record-missing',
      hop: 'record',
      stack: 's',
      address: 'aws_route53_record',
      message: 'a.example.com has a rule but no alias record',
      fix: 'Add an A alias record for a.example.com to the connection of team.',
    });
  });
});
