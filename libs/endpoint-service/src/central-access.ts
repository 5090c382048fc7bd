import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { providerAccess } from '@central-ingress/account-stack';
import type { PlatformConfig } from '@central-ingress/config';
import { registrarRoleName, roleArn } from '@central-ingress/naming';
import type { StackNode } from '@central-ingress/stack-graph';
import { Construct } from 'constructs';

/** Which stack reaches over, for which tenant. */
export interface CentralAccessProps {
  readonly platform: PlatformConfig;
  readonly stack: StackNode;
  readonly connectionName: string;
  /** Tags of what it creates in the central account. */
  readonly tags: Readonly<Record<string, string>>;
}

/**
 * The tenant's two rights in the central account as a second provider: the stack's own role assumes the registrar role
 * that the tenant's registration has made there.
 * @source ingress-plugin-module/terraform/main.tf, provider `central-acc`
 */
export class CentralAccess extends Construct {
  public readonly provider: AwsProvider;

  constructor(scope: Construct, id: string, { platform, stack, connectionName, tags }: CentralAccessProps) {
    super(scope, id);
    const { centralAccountId, namePrefix } = platform;
    const registrar = roleArn(centralAccountId, namePrefix, registrarRoleName(namePrefix, connectionName));
    this.provider = new AwsProvider(this, 'aws', {
      alias: 'central',
      region: platform.region,
      allowedAccountIds: [centralAccountId],
      defaultTags: [{ tags: { ...tags } }],
      ...providerAccess(platform, stack, registrar),
    });
  }
}
