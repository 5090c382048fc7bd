import { nearest } from './nearest';

describe('nearest', () => {
  it.each([
    ['slots', ['slot', 'hosts'], 'slot'],
    ['Region', ['region', 'tags'], 'region'],
    ['availabilityZonesIds', ['availabilityZoneIds', 'accountId'], 'availabilityZoneIds'],
    ['tag', ['tags', 'region'], 'tags'],
    ['centralAcountId', ['accountId', 'centralAccountId'], 'centralAccountId'],
    ['colour', ['cidr', 'region'], undefined],
    ['', ['cidr'], undefined],
    ['cidr', [], undefined],
  ])('takes %j among %j for %j', (word, known, meant) => {
    expect(nearest(word, known)).toBe(meant);
  });
});
