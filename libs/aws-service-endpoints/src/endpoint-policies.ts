import { allow, policyDocument } from '@central-ingress/iam-policy';
import type { Statement } from '@central-ingress/iam-policy';

/** Where the endpoints lie and whose principals may use them. */
export interface EndpointPolicyScope {
  readonly region: string;
  readonly accountId: string;
}

/**
 * Policy of an interface endpoint: principals of the tenant's account only, so that nobody carries data out of the VPC
 * with credentials of another account. Resources stay open: EKS pulls its own images from a registry of AWS.
 * @param actions what the endpoint is for, e.g. `ec2:*`
 * @source VPC User Guide, "Control access to VPC endpoints using endpoint policies"
 */
export function ownAccountPolicy(actions: string): (scope: EndpointPolicyScope) => string {
  return ({ accountId }) => policyDocument([ownAccount(actions, accountId)]);
}

/**
 * Policy of the STS endpoint: beside the account's principals, a pod that is nobody yet may become a role of the
 * account, which is how IRSA begins.
 */
export function stsPolicy({ accountId }: EndpointPolicyScope): string {
  const webIdentity = allow(
    'PodsBecomeRolesOfTheAccount',
    ['sts:AssumeRoleWithWebIdentity'],
    [`arn:aws:iam::${accountId}:role/*`],
  );
  return policyDocument([ownAccount('sts:*', accountId), { ...webIdentity, Principal: { AWS: ['*'] } }]);
}

/**
 * Policy of the S3 gateway endpoint: the account's principals, and the two buckets of AWS that nodes read, image layers
 * of ECR and packages of Amazon Linux 2023. A gateway endpoint takes no other principal than `*`: the condition names
 * the account, and the buckets are read with links that AWS has signed.
 * @source Amazon ECR User Guide, "Minimum Amazon S3 Bucket Permissions"; Amazon Linux 2023 User Guide, package repositories
 */
export function s3Policy({ region, accountId }: EndpointPolicyScope): string {
  const own = allow('PrincipalsOfTheAccount', ['s3:*'], ['*'], { StringEquals: { 'aws:PrincipalAccount': accountId } });
  const aws = allow(
    'ImageLayersAndPackagesOfAws',
    ['s3:GetObject'],
    [`arn:aws:s3:::prod-${region}-starport-layer-bucket/*`, `arn:aws:s3:::al2023-repos-${region}-de612dc2/*`],
  );
  return policyDocument([
    { ...own, Principal: { AWS: ['*'] } },
    { ...aws, Principal: { AWS: ['*'] } },
  ]);
}

function ownAccount(actions: string, accountId: string): Statement {
  return {
    ...allow('PrincipalsOfTheAccount', [actions], ['*']),
    Principal: { AWS: [`arn:aws:iam::${accountId}:root`] },
  };
}
