import { allow } from '@central-ingress/iam-policy';
import type { Statement } from '@central-ingress/iam-policy';
import type { DeployerScope } from './deployer-scope';

/** What `ingress mirror` does: push the images that the add-ons run into the tenant's repositories, and read them again. */
export function mirrorRights(scope: DeployerScope): readonly Statement[] {
  return [
    // A token is of no repository: what it opens is what the next statement says.
    allow('EnterRegistry', ['ecr:GetAuthorizationToken'], ['*'], {
      StringEquals: { 'aws:RequestedRegion': scope.region },
    }),
    allow(
      'MirrorImages',
      [
        'ecr:BatchCheckLayerAvailability',
        'ecr:BatchGetImage',
        'ecr:CompleteLayerUpload',
        'ecr:GetDownloadUrlForLayer',
        'ecr:InitiateLayerUpload',
        'ecr:PutImage',
        'ecr:UploadLayerPart',
      ],
      [scope.arn('ecr', `repository/${scope.namePrefix}-${scope.connectionName}/*`)],
    ),
  ];
}
