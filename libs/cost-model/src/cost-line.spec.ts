import fc from 'fast-check';
import { costLine } from './cost-line';
import { HOURS_PER_MONTH } from './price-file';

describe('costLine', () => {
  it('rounds half a cent up, whatever the price is in binary', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), fc.integer({ min: 0, max: 12 }), (tenThousandths, quantity) => {
        const price = { usd: tenThousandths / 10_000, per: 'hour', date: '', source: '' };
        const halfCents = quantity * tenThousandths * HOURS_PER_MONTH * 2;
        const { monthlyUsd } = costLine('x', quantity, price, 'x');
        expect(monthlyUsd).toBe(Math.floor((halfCents + 100) / 200) / 100);
      }),
    );
    expect(costLine('x', 1, { usd: 0.0055, per: 'hour', date: '', source: '' }, 'x').monthlyUsd).toBe(4.02);
  });
});
