import { VpcSecurityGroupEgressRule } from '@cdktf/provider-aws/lib/vpc-security-group-egress-rule';
import { examplePlatform, exampleTenant } from '@central-ingress/fixtures';
import { tenantStacks } from '@central-ingress/stack-graph';
import { synthesizeConstruct } from '@central-ingress/testing';
import { CentralAccess } from './central-access';
import { EndpointService } from './endpoint-service';

const PLATFORM = examplePlatform();
const TENANT = exampleTenant();

const STACK = synthesizeConstruct((scope) => {
  const { provider } = new CentralAccess(scope, 'central', {
    platform: PLATFORM,
    stack: tenantStacks(PLATFORM, TENANT).ingress,
    connectionName: 'payments',
    tags: { stack: 'payments-ingress' },
  });
  const rule = new VpcSecurityGroupEgressRule(scope, 'rule', { securityGroupId: 'sg-1', ipProtocol: 'tcp' });
  new EndpointService(scope, 'endpoint-service', {
    platform: PLATFORM,
    tenant: TENANT,
    nlbArn: 'arn:nlb',
    ready: [rule],
    centralProvider: provider,
  });
});

describe('EndpointService', () => {
  it("accepts the central account's connection role and nobody else, without asking", () => {
    expect(STACK.at('endpoint-service/endpoint-service').body).toEqual({
      acceptance_required: false,
      allowed_principals: ['arn:aws:iam::111111111111:role/acme/acme-connection-role'],
      network_load_balancer_arns: ['arn:nlb'],
      tags: { Name: 'acme-payments-endpoint-service' },
    });
  });

  it('announces itself in the central account once requests come through', () => {
    expect(STACK.at('endpoint-service/vpces-service-name').body).toEqual({
      provider: 'aws.central',
      name: 'vpces-service-name-payments',
      description: 'Endpoint service of payments, read by its connection',
      type: 'String',
      insecure_value: `\${${STACK.at('endpoint-service/endpoint-service').address}.service_name}`,
      depends_on: ['aws_vpc_security_group_egress_rule.rule'],
    });
  });
});

describe('CentralAccess', () => {
  it('goes through the own role to the registrar role, and into the central account only', () => {
    expect((STACK.json['provider'] as unknown as Record<string, unknown[]>)['aws']?.[1]).toEqual({
      alias: 'central',
      region: 'eu-central-1',
      allowed_account_ids: ['111111111111'],
      default_tags: [{ tags: { stack: 'payments-ingress' } }],
      assume_role: [
        {
          role_arn: 'arn:aws:iam::222222222222:role/acme/acme-payments-ingress-role',
          session_name: 'payments-ingress',
        },
        {
          role_arn: 'arn:aws:iam::111111111111:role/acme/acme-payments-registrar-role',
          session_name: 'payments-ingress',
        },
      ],
    });
  });
});
