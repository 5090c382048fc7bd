import { exampleConnectionView, exampleDirectView, exampleDoorView, exampleTenantView } from './example-view';
import { tenantsIn, viewOfTenant } from './select-view';

const view = {
  doors: [
    exampleDoorView([exampleConnectionView('payments'), exampleConnectionView('identity')]),
    { ...exampleDoorView([exampleConnectionView('storefront')]), name: 'partners' },
  ],
  direct: [exampleDirectView('partner-api')],
  unconnected: [exampleTenantView('later')],
};

describe('tenantsIn', () => {
  it('names connected and other tenants, sorted', () => {
    expect(tenantsIn(view)).toEqual(['identity', 'later', 'partner-api', 'payments', 'storefront']);
  });
});

describe('viewOfTenant', () => {
  it('keeps the one internet VPC and connection of a tenant', () => {
    const { doors, unconnected } = viewOfTenant(view, 'identity');
    expect(doors.map(({ name, connections }) => [name, connections.map(({ tenant }) => tenant.name)])).toEqual([
      ['main', ['identity']],
    ]);
    expect(unconnected).toEqual([]);
  });

  it('keeps a tenant with an NLB of its own', () => {
    const direct = [exampleDirectView('partner-api')];
    expect(viewOfTenant(view, 'partner-api')).toEqual({ doors: [], direct, unconnected: [] });
  });

  it('keeps a tenant without a connection', () => {
    expect(viewOfTenant(view, 'later')).toEqual({ doors: [], direct: [], unconnected: [exampleTenantView('later')] });
  });
});
