import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { exampleDirectTenant, examplePlatform } from '@central-ingress/fixtures';
import { synthesizeConstruct } from '@central-ingress/testing';
import { HostRecords } from './host-records';

describe('HostRecords', () => {
  const example = exampleDirectTenant();
  const hosts = ['api.apps.example.com', 'hooks.apps.example.com'];
  const tenant = { ...example, exposure: { ...example.exposure, hosts: hosts.map((name) => ({ name })) } };
  const stack = synthesizeConstruct((scope) => {
    const zoneProvider = new AwsProvider(scope, 'zone', { alias: 'zone' });
    new HostRecords(scope, 'hosts', { platform: examplePlatform(), tenant, zoneId: 'Z1', zoneProvider });
  });
  const nlb = stack.at('hosts/nlb');

  it('finds the NLB of the tenant by its fixed name, in the own account', () => {
    expect([nlb.address.split('.').slice(0, 2), nlb.body]).toEqual([
      ['data', 'aws_lb'],
      { name: 'acme-partner-api-nlb' },
    ]);
  });

  it.each(hosts)('writes an IPv4 alias of %s, and no record beside, in the account of the zone', (name) => {
    expect(stack.at(`hosts/${name}`).body).toEqual({
      provider: 'aws.zone',
      zone_id: 'Z1',
      name,
      type: 'A',
      alias: {
        name: `\${${nlb.address}.dns_name}`,
        zone_id: `\${${nlb.address}.zone_id}`,
        evaluate_target_health: true,
      },
    });
    expect(stack.ofType('aws_route53_record')).toHaveLength(hosts.length);
  });
});
