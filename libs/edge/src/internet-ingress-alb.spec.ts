import type { InternetVpcConfig } from '@central-ingress/config';
import { exampleInternetVpc, examplePlatform } from '@central-ingress/fixtures';
import { synthesizeConstruct } from '@central-ingress/testing';
import { InternetIngressAlb } from './internet-ingress-alb';

function synthesize(more: Partial<InternetVpcConfig> = {}) {
  return synthesizeConstruct(
    (scope) =>
      new InternetIngressAlb(scope, 'alb', {
        platform: examplePlatform(),
        internetVpc: { ...exampleInternetVpc(), ...more },
        publicSubnetIds: ['subnet-1', 'subnet-2', 'subnet-3'],
        securityGroupId: 'sg-1',
        hostedZoneId: 'Z1',
      }),
  );
}

describe('InternetIngressAlb', () => {
  const stack = synthesize();
  const alb = stack.at('alb/internet-ingress-alb');
  const albArn = `\${${alb.address}.arn}`;

  it('is public, strict about headers, protected from deletion, and logs', () => {
    const bucket = `\${${stack.at('alb/logs/alb_access_log').address}.id}`;
    expect(alb.body).toStrictEqual({
      name: 'acme-main-alb',
      internal: false,
      load_balancer_type: 'application',
      ip_address_type: 'ipv4',
      security_groups: ['sg-1'],
      subnets: ['subnet-1', 'subnet-2', 'subnet-3'],
      enable_deletion_protection: true,
      drop_invalid_header_fields: true,
      desync_mitigation_mode: 'defensive',
      preserve_host_header: true,
      xff_header_processing_mode: 'append',
      access_logs: { bucket, prefix: 'access', enabled: true },
      connection_logs: { bucket, prefix: 'connection', enabled: true },
      depends_on: [stack.at('alb/logs/policy').address, stack.at('alb/logs/encryption').address],
      tags: { Name: 'acme-main-alb' },
    });
  });

  it('serves the wildcard certificate with the recommended TLS policy, and answers 404 to unknown hosts', () => {
    expect(stack.at('alb/listeners/https').body).toStrictEqual({
      load_balancer_arn: albArn,
      port: 443,
      protocol: 'HTTPS',
      ssl_policy: 'ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09',
      certificate_arn: `\${${stack.at('alb/wildcard/validation').address}.certificate_arn}`,
      default_action: [
        {
          type: 'fixed-response',
          fixed_response: { content_type: 'text/plain', message_body: 'No such host', status_code: '404' },
        },
      ],
      tags: { Name: 'acme-main-https' },
    });
  });

  it('sends HTTP to HTTPS and does nothing else with it', () => {
    expect(stack.at('alb/listeners/http').body).toStrictEqual({
      load_balancer_arn: albArn,
      port: 80,
      protocol: 'HTTP',
      default_action: [{ type: 'redirect', redirect: { protocol: 'HTTPS', port: '443', status_code: 'HTTP_301' } }],
      tags: { Name: 'acme-main-http' },
    });
  });

  it('proves the domain and its wildcard by one record', () => {
    expect(stack.at('alb/wildcard/certificate').body).toMatchObject({
      domain_name: 'apps.example.com',
      subject_alternative_names: ['*.apps.example.com'],
    });
    expect(stack.ofType('aws_route53_record')).toHaveLength(1);
  });

  it('gives up its logs only where deletion protection is off', () => {
    const unprotected = synthesize({ deletionProtection: false });
    expect(unprotected.at('alb/internet-ingress-alb').body['enable_deletion_protection']).toBe(false);
    expect(unprotected.at('alb/logs/alb_access_log').body['force_destroy']).toBe(true);
  });
});
