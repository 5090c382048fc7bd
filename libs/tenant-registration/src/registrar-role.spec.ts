import { directCertificates } from '@central-ingress/config';
import { exampleDirectTenant, examplePlatform, exampleTenant } from '@central-ingress/fixtures';
import { synthesizeConstruct } from '@central-ingress/testing';
import { registrarRights } from './registrar-rights';
import { RegistrarRole } from './registrar-role';

describe('RegistrarRole', () => {
  const stack = synthesizeConstruct(
    (scope) =>
      new RegistrarRole(scope, 'registrar', {
        platform: examplePlatform(),
        tenant: exampleTenant(),
        hostedZoneId: 'Z1',
        certificateNames: ['payments.apps.example.com'],
      }),
  );

  it("trusts the tenant's account for one role of it, and has a ceiling", () => {
    const { body } = stack.at('registrar/role');
    expect({ ...body, assume_role_policy: JSON.parse(body['assume_role_policy'] as string) }).toStrictEqual({
      name: 'acme-payments-registrar-role',
      path: '/acme/',
      description: 'Registers the tenant payments: its service name and the proof of its hosts',
      permissions_boundary: 'arn:aws:iam::111111111111:policy/acme/acme-central-boundary',
      max_session_duration: 3600,
      assume_role_policy: {
        Version: '2012-10-17',
        Statement: [
          {
            Sid: 'IngressDeployer',
            Effect: 'Allow',
            Action: ['sts:AssumeRole'],
            Principal: { AWS: ['arn:aws:iam::222222222222:root'] },
            Condition: {
              ArnEquals: { 'aws:PrincipalArn': 'arn:aws:iam::222222222222:role/acme/acme-payments-ingress-role' },
            },
          },
        ],
      },
      tags: { Name: 'acme-payments-registrar-role' },
    });
  });

  it('has the rights of its tenant', () => {
    const ssm = 'arn:aws:ssm:eu-central-1:111111111111:parameter';
    expect(JSON.parse(stack.at('registrar/policy').body['policy'] as string).Statement).toStrictEqual(
      registrarRights({
        serviceNameParameterArn: `${ssm}/vpces-service-name-payments`,
        registrationParameterArn: `${ssm}/acme/tenant/payments/registration`,
        hostedZoneId: 'Z1',
        certificateNames: ['payments.apps.example.com'],
        aliasNames: [],
      }),
    );
  });

  describe('of a direct tenant', () => {
    const tenant = exampleDirectTenant();
    const direct = synthesizeConstruct(
      (scope) =>
        new RegistrarRole(scope, 'registrar', {
          platform: examplePlatform(),
          tenant,
          hostedZoneId: 'Z1',
          certificateNames: directCertificates(tenant.exposure).flatMap(({ names }) => names),
        }),
    );

    it("trusts the tenant's ingress deployer, and says what it is for", () => {
      const { assume_role_policy: trusted, description } = direct.at('registrar/role').body;
      expect(description).toBe('Registers the tenant partner-api: the records and the proof of its hosts');
      expect(JSON.parse(trusted as string).Statement[0].Condition).toStrictEqual({
        ArnEquals: { 'aws:PrincipalArn': 'arn:aws:iam::444444444444:role/acme/acme-partner-api-ingress-role' },
      });
    });

    it('has the rights of a direct tenant', () => {
      expect(JSON.parse(direct.at('registrar/policy').body['policy'] as string).Statement).toStrictEqual(
        registrarRights({
          registrationParameterArn:
            'arn:aws:ssm:eu-central-1:111111111111:parameter/acme/tenant/partner-api/registration',
          hostedZoneId: 'Z1',
          certificateNames: ['partner-api.apps.example.com'],
          aliasNames: ['partner-api.apps.example.com'],
        }),
      );
    });
  });
});
