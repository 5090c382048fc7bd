import { synthesizedChanges } from './synthesized-changes';

describe('synthesizedChanges', () => {
  it('counts each resource once, and nothing that is read', () => {
    const json = {
      data: { aws_ssm_parameter: { networking: {} } },
      resource: { aws_vpc: { main: {}, other: { count: 2 } }, aws_lb: { alb: {} } },
    };
    expect(synthesizedChanges(json).map(({ kind, type, address }) => [kind, type, address])).toEqual([
      ['create', 'aws_vpc', 'aws_vpc.main'],
      ['create', 'aws_vpc', 'aws_vpc.other'],
      ['create', 'aws_lb', 'aws_lb.alb'],
    ]);
  });

  it('is empty for a stack without resources', () => {
    expect(synthesizedChanges({})).toEqual([]);
  });
});
