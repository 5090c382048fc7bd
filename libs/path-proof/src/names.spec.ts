import { certificateCovers, globMatches, hostMatches, isInZone } from './names';

describe('globMatches', () => {
  it.each([
    ['arn:aws:s3:::b/*', 'arn:aws:s3:::b/a/x', true],
    ['arn:aws:s3:::b/?', 'arn:aws:s3:::b/ax', false],
    ['s3:Get*', 's3:getObject', false],
    ['a.c', 'abc', false],
    ['*', 'two\nlines', true],
  ])('says of %j and %j: %s', (pattern, text, expected) => {
    expect(globMatches(pattern, text)).toBe(expected);
  });
});

describe('hostMatches', () => {
  it.each([
    ['pay.example.com', 'PAY.example.com', true],
    ['*.example.com', 'a.b.example.com', true],
    ['*.example.com', 'example.com', false],
    ['p?y.example.com', 'pay.example.com', true],
    ['p?y.example.com', 'py.example.com', false],
    ['*', 'anything', true],
    ['pay.example.com', 'pay-example.com', false],
    ['*.example.com', 'payXexample.com', false],
  ])('says of %s and %s: %s', (pattern, host, expected) => {
    expect(hostMatches(pattern, host)).toBe(expected);
  });
});

describe('certificateCovers', () => {
  it.each([
    ['pay.example.com', 'pay.example.com', true],
    ['*.example.com', 'pay.example.com', true],
    ['*.example.com', 'a.pay.example.com', false],
    ['*.example.com', 'example.com', false],
    ['example.com', 'pay.example.com', false],
    ['*.example.com', '.example.com', false],
  ])('says of %s and %s: %s', (name, host, expected) => {
    expect(certificateCovers(name, host)).toBe(expected);
  });
});

describe('isInZone', () => {
  it.each([
    ['example.com', 'example.com', true],
    ['a.b.example.com', 'example.com', true],
    ['badexample.com', 'example.com', false],
    ['com', 'example.com', false],
  ])('says of %s and %s: %s', (name, zone, expected) => {
    expect(isInZone(name, zone)).toBe(expected);
  });
});
