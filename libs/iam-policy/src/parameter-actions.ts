/**
 * What Terraform calls to create, refresh, tag and delete one SSM parameter.
 * @source Service Authorization Reference, AWS Systems Manager
 */
export const PARAMETER_KEEPING_ACTIONS = [
  'ssm:AddTagsToResource',
  'ssm:DeleteParameter',
  'ssm:GetParameter',
  'ssm:GetParameters',
  'ssm:ListTagsForResource',
  'ssm:PutParameter',
  'ssm:RemoveTagsFromResource',
] as const;
