/**
 * What Terraform calls to keep one KMS key with its alias; none of them encrypts or decrypts.
 * @source Service Authorization Reference, AWS Key Management Service
 */
export const KEY_KEEPING_ACTIONS = [
  'kms:CreateAlias',
  // Whoever creates a cluster grants EKS the use of its key.
  'kms:CreateGrant',
  'kms:DeleteAlias',
  'kms:DescribeKey',
  'kms:DisableKeyRotation',
  'kms:EnableKeyRotation',
  'kms:GetKeyPolicy',
  'kms:GetKeyRotationStatus',
  'kms:ListResourceTags',
  'kms:PutKeyPolicy',
  'kms:ScheduleKeyDeletion',
  'kms:TagResource',
  'kms:UntagResource',
  'kms:UpdateAlias',
  'kms:UpdateKeyDescription',
] as const;
