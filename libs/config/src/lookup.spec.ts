import {
  centralTenants,
  endpointCertificateNames,
  internetVpcOf,
  isCoveredByWildcard,
  isInside,
  tenantsOf,
} from './lookup';
import type { World } from './model';
import { parseWorld } from './parse-world';
import { PAYMENTS, sampleFiles, tenantText } from './sample-files';

function worldWithHosts(hosts: readonly string[]): World {
  return parseWorld(sampleFiles({ [PAYMENTS]: tenantText('payments', 7, '222222222222', hosts) }));
}

describe('internetVpcOf', () => {
  const world = parseWorld(sampleFiles());

  it('finds the internet VPC of a tenant', () => {
    const [tenant] = centralTenants(world);
    expect(tenant && internetVpcOf(world, tenant).name).toBe('main');
  });

  it('rejects a tenant of another world', () => {
    const [tenant] = centralTenants(world);
    expect(() => tenant && internetVpcOf({ ...world, internetVpcs: [] }, tenant)).toThrow(
      new RangeError('no internet VPC main in this world'),
    );
  });
});

describe('tenantsOf', () => {
  it('sorts the tenants of an internet VPC by slot and leaves the world as it is', () => {
    const world = worldWithHosts(['payments.apps.example.com']);
    expect(tenantsOf(world, 'main').map(({ connectionName }) => connectionName)).toEqual(['storefront', 'payments']);
    expect(tenantsOf(world, 'second')).toEqual([]);
    expect(world.tenants.map(({ connectionName }) => connectionName)).toEqual(['payments', 'storefront']);
  });
});

describe('endpointCertificateNames', () => {
  const outside = '{name: pay.example.org, hostedZone: example.org}';
  const eleven = Array.from({ length: 11 }, (_, index) => `h${index}.apps.example.com`);

  it.each([
    ['the hosts inside the domain', ['a.apps.example.com', outside], ['a.apps.example.com']],
    ['ten hosts at most', eleven, eleven.slice(0, 10)],
    ['the connection name when all hosts lie outside', [outside], ['payments.apps.example.com']],
  ])('has %s', (_, hosts, names) => {
    const world = worldWithHosts(hosts);
    const [tenant, vpc] = [centralTenants(world)[0], world.internetVpcs[0]];
    expect(tenant && vpc && endpointCertificateNames(tenant, vpc)).toEqual(names);
  });
});

describe('isInside and isCoveredByWildcard', () => {
  it.each([
    ['apps.example.com', true, true],
    ['a.apps.example.com', true, true],
    ['b.a.apps.example.com', true, false],
    ['myapps.example.com', false, false],
    ['example.com', false, false],
    ['apps.example.com.evil.org', false, false],
  ])('tell where %s lies', (host, inside, covered) => {
    expect(isInside(host, 'apps.example.com')).toBe(inside);
    expect(isCoveredByWildcard(host, 'apps.example.com')).toBe(covered);
  });
});
