import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import { isDirect } from '@central-ingress/config';
import type { PlatformConfig, TenantConfig } from '@central-ingress/config';
import { handoverParameterArn, serviceNameParameterArn } from '@central-ingress/contract';
import { policyDocument, trust } from '@central-ingress/iam-policy';
import { boundaryPolicyArn, iamPath, registrarRoleName, roleArn, serviceRoleName } from '@central-ingress/naming';
import { CENTRAL_OWNER } from '@central-ingress/stack-graph';
import { Construct } from 'constructs';
import { registrarRights } from './registrar-rights';

/** Which tenant registers itself, and where its hosts live. */
export interface RegistrarRoleProps {
  readonly platform: PlatformConfig;
  readonly tenant: TenantConfig;
  /** Zone of the internet VPC's domain, or of a direct tenant's hosts. */
  readonly hostedZoneId: string;
  /** DNS names that the tenant proves to ACM. */
  readonly certificateNames: readonly string[];
}

/** The role in the central account that one tenant's ingress deployer assumes to register the tenant. */
export class RegistrarRole extends Construct {
  constructor(scope: Construct, id: string, { platform, tenant, hostedZoneId, certificateNames }: RegistrarRoleProps) {
    super(scope, id);
    const { namePrefix, region, centralAccountId } = platform;
    const { connectionName, accountId } = tenant;
    const name = registrarRoleName(namePrefix, connectionName);
    const ingressDeployer = roleArn(accountId, namePrefix, serviceRoleName(namePrefix, connectionName, 'ingress'));
    const what = isDirect(tenant)
      ? 'the records and the proof of its hosts'
      : 'its service name and the proof of its hosts';

    const role = new IamRole(this, 'role', {
      name,
      path: iamPath(namePrefix),
      description: `Registers the tenant ${connectionName}: ${what}`,
      // IAM refuses a principal that does not exist yet, and the tenant's roles may come later.
      assumeRolePolicy: policyDocument([
        trust(
          'IngressDeployer',
          { AWS: [`arn:aws:iam::${accountId}:root`] },
          { ArnEquals: { 'aws:PrincipalArn': ingressDeployer } },
        ),
      ]),
      permissionsBoundary: boundaryPolicyArn(centralAccountId, namePrefix, CENTRAL_OWNER),
      maxSessionDuration: 3600,
      tags: { Name: name },
    });
    new IamRolePolicy(this, 'policy', {
      name: 'register',
      role: role.name,
      policy: policyDocument(
        registrarRights({
          ...(isDirect(tenant)
            ? { aliasNames: tenant.exposure.hosts.map((host) => host.name) }
            : {
                aliasNames: [],
                serviceNameParameterArn: serviceNameParameterArn(region, centralAccountId, connectionName),
              }),
          registrationParameterArn: handoverParameterArn(
            region,
            centralAccountId,
            namePrefix,
            'tenant/registration',
            connectionName,
          ),
          hostedZoneId,
          certificateNames,
        }),
      ),
    });
  }
}
