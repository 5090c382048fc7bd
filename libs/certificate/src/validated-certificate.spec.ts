import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { SynthesizedStack, synthesizeConstruct } from '@central-ingress/testing';
import { App, TerraformStack } from 'cdktf';
import { ValidatedCertificate } from './validated-certificate';

const LOCAL = 'local.certificate_validation-options_7061D7BF';

function synthesize(...names: string[]): SynthesizedStack {
  return synthesizeConstruct(
    (scope) => new ValidatedCertificate(scope, 'certificate', { names, zoneId: 'Z123', name: 'acme-payments-nlb' }),
  );
}

describe('ValidatedCertificate', () => {
  it('asks for all names and renews before it replaces', () => {
    expect(synthesize('a.example.com', 'b.example.com').at('certificate/certificate').body).toEqual({
      domain_name: 'a.example.com',
      subject_alternative_names: ['b.example.com'],
      validation_method: 'DNS',
      lifecycle: { create_before_destroy: true },
      tags: { Name: 'acme-payments-nlb' },
    });
  });

  it('finds the record of each name by the name, whatever the order ACM answers in', () => {
    const stack = synthesize('a.example.com', 'b.example.com');
    expect(stack.at('certificate/validation-b.example.com').body).toEqual({
      zone_id: 'Z123',
      name: `\${${LOCAL}["b.example.com"].resource_record_name}`,
      type: `\${${LOCAL}["b.example.com"].resource_record_type}`,
      records: [`\${${LOCAL}["b.example.com"].resource_record_value}`],
      ttl: 300,
      allow_overwrite: true,
    });
    const { address } = stack.at('certificate/certificate');
    expect(Object.values(stack.json['locals'] ?? {})).toEqual([
      `\${{ for option in ${address}.domain_validation_options : option.domain_name => option }}`,
    ]);
  });

  it('is known once every record is there', () => {
    const stack = synthesize('a.example.com', 'b.example.com');
    expect(stack.at('certificate/validation').body).toEqual({
      certificate_arn: `\${${stack.at('certificate/certificate').address}.arn}`,
      validation_record_fqdns: ['a.example.com', 'b.example.com'].map(
        (name) => `\${${stack.at(`certificate/validation-${name}`).address}.fqdn}`,
      ),
    });
  });

  it('writes one record for a wildcard and its base name', () => {
    expect(synthesize('example.com', '*.example.com').ofType('aws_route53_record')).toHaveLength(1);
    expect(synthesize('*.example.com').at('certificate/validation-wildcard.example.com').type).toBe(
      'aws_route53_record',
    );
  });

  it('writes the records, and only them, in the account of the zone', () => {
    const stack = new TerraformStack(new App({ stackTraces: false }), 'test');
    new AwsProvider(stack, 'aws', {});
    const zoneProvider = new AwsProvider(stack, 'zone', { alias: 'zone' });
    const names = ['a.example.com'];
    new ValidatedCertificate(stack, 'certificate', { names, zoneId: 'Z123', zoneProvider, name: 'acme-payments-nlb' });

    const providers = [...new SynthesizedStack(stack).blocks()].map(([path, { body }]) => [path, body['provider']]);
    expect(Object.fromEntries(providers)).toEqual({
      'certificate/certificate': undefined,
      'certificate/validation-a.example.com': 'aws.zone',
      'certificate/validation': undefined,
    });
  });
});
