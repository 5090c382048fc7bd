import { synthesizeConstruct } from '@central-ingress/testing';
import { HostZones } from './host-zones';

describe('HostZones', () => {
  it('rejects a zone that no host names', () => {
    synthesizeConstruct((scope) => {
      const zones = new HostZones(scope, 'zones', { hosts: [], domain: 'apps.example.com', domainZoneId: 'Z1' });
      expect(zones.zoneId('apps.example.com')).toBe('Z1');
      expect(() => zones.zoneId('example.org')).toThrow('no host names the hosted zone example.org');
    });
  });
});
