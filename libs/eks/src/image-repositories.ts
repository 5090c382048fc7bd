import { EcrLifecyclePolicy } from '@cdktf/provider-aws/lib/ecr-lifecycle-policy';
import { EcrRepository } from '@cdktf/provider-aws/lib/ecr-repository';
import { imagesOf } from '@central-ingress/addon-lock';
import { imageRepositoryName } from '@central-ingress/naming';
import { Construct } from 'constructs';
import type { TenantProps } from './tenant-props';

/** Days that an image without a tag is kept: an interrupted push leaves one. */
const UNTAGGED_DAYS = 14;

/**
 * One ECR repository per mirrored image. A tag never changes its image, and what is pushed is scanned.
 * @source networking-setup/terraform/ecr.tf
 */
export class ImageRepositories extends Construct {
  constructor(scope: Construct, id: string, { platform, tenant }: TenantProps) {
    super(scope, id);
    for (const image of imagesOf(tenant)) {
      const place = new Construct(this, image);
      const name = imageRepositoryName(platform.namePrefix, tenant.connectionName, image);
      const repository = new EcrRepository(place, 'ecr', {
        name,
        imageTagMutability: 'IMMUTABLE',
        imageScanningConfiguration: { scanOnPush: true },
        encryptionConfiguration: [{ encryptionType: 'AES256' }],
        // Only copies of public images lie here, so destroying the stack loses nothing.
        forceDelete: true,
        tags: { Name: name },
      });
      new EcrLifecyclePolicy(place, 'lifecycle', { repository: repository.name, policy: expireUntagged() });
    }
  }
}

function expireUntagged(): string {
  return JSON.stringify({
    rules: [
      {
        rulePriority: 1,
        description: `Expire images without a tag after ${UNTAGGED_DAYS} days`,
        selection: {
          tagStatus: 'untagged',
          countType: 'sinceImagePushed',
          countUnit: 'days',
          countNumber: UNTAGGED_DAYS,
        },
        action: { type: 'expire' },
      },
    ],
  });
}
