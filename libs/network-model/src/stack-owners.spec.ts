import { stackOwners } from './stack-owners';

const stacks = (...names: readonly string[]) =>
  new Map(names.map((name) => [name, { name, assumedRoles: [], providers: [] }]));

describe('stackOwners', () => {
  it('tells the central account, internet VPCs and tenants apart', () => {
    const names = ['central-roles', 'main-networking', 'main-alb', 'pay-roles', 'pay-networking', 'pay-connection'];
    expect([...stackOwners(stacks(...names))]).toEqual([
      ['central-roles', { type: 'central-account', name: 'central' }],
      ['main-networking', { type: 'internet-vpc', name: 'main' }],
      ['main-alb', { type: 'internet-vpc', name: 'main' }],
      ['pay-roles', { type: 'tenant', name: 'pay' }],
      ['pay-networking', { type: 'tenant', name: 'pay' }],
      ['pay-connection', { type: 'tenant', name: 'pay' }],
    ]);
  });

  it('knows names with hyphens, also when one starts with the other', () => {
    const owners = stackOwners(stacks('pay-cluster', 'pay-eu-networking', 'pay-eu-cluster', 'eu-west-networking'));
    expect([...owners.values()].map(({ type, name }) => `${type} ${name}`)).toEqual([
      'tenant pay',
      'tenant pay-eu',
      'tenant pay-eu',
      'internet-vpc eu-west',
    ]);
  });
});
