import type { TenantConfig } from '@central-ingress/config';
import { exampleDirectTenant, exampleTenant, exampleWorld } from '@central-ingress/fixtures';
import { refuseUnproven } from './refuse-unproven';
import { REPOSITORY } from './world-folder';

describe('refuseUnproven', () => {
  const look = (tenant: TenantConfig): void =>
    refuseUnproven({ ...exampleWorld(), tenants: [tenant] }, REPOSITORY, tenant);

  it.each([
    ['central', exampleTenant()],
    ['direct', exampleDirectTenant()],
  ])('lets a %s tenant pass whose paths are proven', (_, tenant) => {
    expect(look(tenant)).toBeUndefined();
  });

  it('rejects a tenant in AZs where its internet VPC has no endpoint', () => {
    const moved = ['euc1-az4', 'euc1-az5', 'euc1-az6'];
    const tenant = exampleTenant();
    const privateSubnets = Object.fromEntries(
      Object.values(tenant.privateSubnets).map((cidr, index) => [moved[index] ?? '', cidr]),
    );
    expect(() => look({ ...tenant, availabilityZoneIds: moved, privateSubnets })).toThrow(
      /^payments: is not onboarded, as \d+ thing\(s\) in what would be deployed are wrong; nothing was changed\. The first: payments-.*See all: npx ingress check payments$/s,
    );
  });
});
