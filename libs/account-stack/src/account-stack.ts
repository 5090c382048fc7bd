import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import type { PlatformConfig } from '@central-ingress/config';
import { OUR_TAG, stateBucketName } from '@central-ingress/naming';
import type { StackNode } from '@central-ingress/stack-graph';
import { S3Backend, TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';
import { backendAccess, providerAccess } from './access';

/** AWS provider versions that every stack runs with; the bindings emit only what is set, so both majors fit. */
export const AWS_PROVIDER_VERSIONS = '>= 5.100, < 7';
/** First version of Terraform and of OpenTofu whose S3 backend locks without DynamoDB. */
export const TERRAFORM_VERSIONS = '>= 1.10';

/** What every stack is built from. */
export interface AccountStackProps {
  readonly platform: PlatformConfig;
  /** The stack's row of the stack table. */
  readonly stack: StackNode;
}

/**
 * One Terraform state in one account, reached through one role: S3 backend with native lock file, AWS provider pinned
 * to the account, tags on everything.
 * @source eks-service-account and central-internet-acc-setup, each backend.tf and main.tf
 */
export abstract class AccountStack extends TerraformStack {
  protected readonly platform: PlatformConfig;
  protected readonly stack: StackNode;
  /** The provider of the stack's own account. */
  protected readonly aws: AwsProvider;

  protected constructor(scope: Construct, { platform, stack }: AccountStackProps) {
    super(scope, stack.name);
    this.platform = platform;
    this.stack = stack;

    new S3Backend(this, {
      bucket: stateBucketName(platform.namePrefix, stack.accountId, platform.region),
      key: stack.stateKey,
      region: platform.region,
      encrypt: true,
      ...backendAccess(platform, stack),
    });
    // cdktf 0.21 has no field for these two (ADR 0003).
    this.addOverride('terraform.backend.s3.use_lockfile', true);
    this.addOverride('terraform.backend.s3.allowed_account_ids', [stack.accountId]);
    this.addOverride('terraform.required_version', TERRAFORM_VERSIONS);
    this.addOverride('terraform.required_providers.aws.version', AWS_PROVIDER_VERSIONS);

    this.aws = new AwsProvider(this, 'aws', {
      region: platform.region,
      allowedAccountIds: [stack.accountId],
      defaultTags: [{ tags: this.commonTags() }],
      ...providerAccess(platform, stack),
    });
  }

  /** @throws RangeError always: what one stack tells another is a hand-over (ADR 0004), never a reference */
  public override registerIncomingCrossStackReference(other: TerraformStack): never {
    throw new RangeError(
      `${this.node.id} refers to a resource of ${other.node.id}; expected a hand-over. Publish one.`,
    );
  }

  /** Tags of every resource of the stack: the platform's, and which stack to look in for it. */
  protected commonTags(): Record<string, string> {
    return { ...this.platform.tags, [OUR_TAG.key]: OUR_TAG.value, stack: this.stack.name };
  }
}
