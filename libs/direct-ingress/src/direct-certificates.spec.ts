import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import type { DirectTenant } from '@central-ingress/config';
import { exampleDirectTenant, examplePlatform } from '@central-ingress/fixtures';
import { synthesizeConstruct } from '@central-ingress/testing';
import { DirectCertificates } from './direct-certificates';

function synthesize(exposure: Partial<DirectTenant['exposure']> = {}) {
  const example = exampleDirectTenant();
  const tenant = { ...example, exposure: { ...example.exposure, ...exposure } };
  let arns: readonly string[] = [];
  const stack = synthesizeConstruct((scope) => {
    const zoneProvider = new AwsProvider(scope, 'zone', { alias: 'zone' });
    const platform = examplePlatform();
    arns = new DirectCertificates(scope, 'certificates', { platform, tenant, zoneId: 'Z1', zoneProvider }).arns;
  });
  return { stack, arns };
}

describe('DirectCertificates', () => {
  it('requests a certificate in the own account and validates it in the account of the zone', () => {
    const { stack, arns } = synthesize();
    expect(arns).toHaveLength(1);
    expect(stack.at('certificates/1/certificate').body).toEqual({
      domain_name: 'partner-api.apps.example.com',
      validation_method: 'DNS',
      lifecycle: { create_before_destroy: true },
      tags: { Name: 'acme-partner-api-nlb-1' },
    });
    const option = 'local.certificates_1_validation-options_19E5FDB3["partner-api.apps.example.com"]';
    expect(stack.at('certificates/1/validation-partner-api.apps.example.com').body).toEqual({
      provider: 'aws.zone',
      zone_id: 'Z1',
      name: `\${${option}.resource_record_name}`,
      type: `\${${option}.resource_record_type}`,
      records: [`\${${option}.resource_record_value}`],
      ttl: 300,
      allow_overwrite: true,
    });
  });

  it('requests one certificate per ten hosts, the first ten in the default one', () => {
    const hosts = Array.from({ length: 11 }, (_, index) => ({ name: `h${index}.apps.example.com` }));
    const { stack, arns } = synthesize({ hosts });
    expect(arns).toHaveLength(2);
    const common = { validation_method: 'DNS', lifecycle: { create_before_destroy: true } };
    expect(stack.at('certificates/1/certificate').body).toEqual({
      ...common,
      domain_name: 'h0.apps.example.com',
      subject_alternative_names: hosts.slice(1, 10).map(({ name }) => name),
      tags: { Name: 'acme-partner-api-nlb-1' },
    });
    expect(stack.at('certificates/2/certificate').body).toEqual({
      ...common,
      domain_name: 'h10.apps.example.com',
      tags: { Name: 'acme-partner-api-nlb-2' },
    });
  });

  it('requests none where one is given, and none where no port ends TLS', () => {
    const certificateArn = 'arn:aws:acm:eu-central-1:444444444444:certificate/0';
    expect(synthesize({ certificate: { type: 'arn', certificateArn } }).stack.blocks().size).toBe(0);
    expect(synthesize({ certificate: { type: 'none' }, sslPorts: [] }).stack.blocks().size).toBe(0);
  });
});
