import { examplePlatform, exampleTenant } from '@central-ingress/fixtures';
import { synthesizeConstruct } from '@central-ingress/testing';
import type { SynthesizedStack } from '@central-ingress/testing';
import { PrivateNlb } from './private-nlb';

function synthesize(tenant = exampleTenant()): SynthesizedStack {
  return synthesizeConstruct(
    (scope) =>
      new PrivateNlb(scope, 'nlb', {
        platform: examplePlatform(),
        tenant,
        vpcId: 'vpc-1',
        subnetIds: ['subnet-1', 'subnet-2', 'subnet-3'],
        certificateArn: 'arn:certificate',
      }),
  );
}

describe('PrivateNlb', () => {
  it('is internal, protected, and does not watch PrivateLink traffic', () => {
    const stack = synthesize();
    expect(stack.at('nlb/nlb').body).toEqual({
      name: 'acme-payments-nlb',
      load_balancer_type: 'network',
      internal: true,
      subnets: ['subnet-1', 'subnet-2', 'subnet-3'],
      security_groups: [`\${${stack.at('nlb/security-group').address}.id}`],
      enforce_security_group_inbound_rules_on_private_link_traffic: 'off',
      enable_cross_zone_load_balancing: true,
      enable_deletion_protection: true,
      tags: { Name: 'acme-payments-nlb' },
    });
  });

  it('gives up its protection when the tenant says so', () => {
    const { body } = synthesize({ ...exampleTenant(), deletionProtection: false }).at('nlb/nlb');
    expect(body['enable_deletion_protection']).toBe(false);
  });

  it('ends TLS with the recommended policy', () => {
    const stack = synthesize();
    expect(stack.at('nlb/tls').body).toEqual({
      load_balancer_arn: `\${${stack.at('nlb/nlb').address}.arn}`,
      protocol: 'TLS',
      port: 443,
      ssl_policy: 'ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09',
      certificate_arn: 'arn:certificate',
      default_action: [{ type: 'forward', target_group_arn: `\${${stack.at('nlb/pods').address}.arn}` }],
      tags: { Name: 'acme-payments-nlb-tls' },
    });
  });

  it('forwards TCP to pods by address', () => {
    expect(synthesize().at('nlb/pods').body).toEqual({
      name: 'acme-payments-pods',
      vpc_id: 'vpc-1',
      target_type: 'ip',
      protocol: 'TCP',
      port: 8080,
      deregistration_delay: '30',
      proxy_protocol_v2: false,
      health_check: { protocol: 'TCP', port: 'traffic-port' },
      lifecycle: { create_before_destroy: true },
      tags: { Name: 'acme-payments-pods' },
    });
  });

  it('has no inbound rule, and one outbound to the pods', () => {
    const stack = synthesize();
    expect(stack.at('nlb/security-group').body).toEqual({
      vpc_id: 'vpc-1',
      name: 'acme-payments-nlb',
      description: 'NLB of the endpoint service: no inbound rule, and only the pods outbound',
      tags: { Name: 'acme-payments-nlb' },
    });
    expect(stack.at('nlb/to-pods').body).toEqual({
      security_group_id: `\${${stack.at('nlb/security-group').address}.id}`,
      description: 'Requests and health checks to the pods of the ingress controller',
      ip_protocol: 'tcp',
      from_port: 8080,
      to_port: 8080,
      cidr_ipv4: '10.11.0.0/16',
      tags: { Name: 'acme-payments-nlb-to-pods' },
    });
    expect(stack.ofType('aws_vpc_security_group_ingress_rule')).toEqual([]);
  });

  it('is the same for every ingress controller, so that a tenant can change its own', () => {
    expect(synthesize({ ...exampleTenant(), ingressController: 'nginx' }).json).toEqual(synthesize().json);
  });

  it('opens TLS once more to pods that have a certificate', () => {
    const stack = synthesize({ ...exampleTenant(), inClusterTls: { secretName: 'ingress-tls' } });
    expect(stack.at('nlb/pods').body).toEqual({
      ...synthesize().at('nlb/pods').body,
      name: 'acme-payments-tls',
      protocol: 'TLS',
      port: 8443,
      tags: { Name: 'acme-payments-tls' },
    });
    expect(stack.at('nlb/to-pods').body).toEqual({
      ...synthesize().at('nlb/to-pods').body,
      from_port: 8443,
      to_port: 8443,
    });
  });

  it('tells pods of each connection when the tenant asks for it, and checks their health by TCP all the same', () => {
    const { body } = synthesize({ ...exampleTenant(), proxyProtocolV2: true }).at('nlb/pods');
    expect(body).toEqual({ ...synthesize().at('nlb/pods').body, proxy_protocol_v2: true });
  });
});
