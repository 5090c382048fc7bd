/**
 * What AWS allows in a name, per resource type; the one table of such limits.
 * Sources: ELB CreateLoadBalancer/CreateTargetGroup, IAM and STS quotas, ECR CreateRepository, EKS CreateCluster,
 * WAFv2 CreateWebACL, S3 bucket naming rules, CloudWatch PutMetricAlarm, EC2 CreateSecurityGroup and tag limits.
 */
export const NAME_RULES = {
  'load balancer': { maxLength: 32, pattern: /^[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?$/ },
  'target group': { maxLength: 32, pattern: /^[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?$/ },
  'IAM role': { maxLength: 64, pattern: /^[\w+=,.@-]+$/ },
  'IAM policy': { maxLength: 128, pattern: /^[\w+=,.@-]+$/ },
  'EKS cluster': { maxLength: 100, pattern: /^[0-9A-Za-z][A-Za-z0-9_-]*$/ },
  'EKS node group': { maxLength: 63, pattern: /^[0-9A-Za-z][A-Za-z0-9_-]*$/ },
  'launch template': { maxLength: 128, pattern: /^[a-zA-Z0-9().\-/_]+$/ },
  'ECR repository': { maxLength: 256, pattern: /^[a-z0-9]+(?:[._/-][a-z0-9]+)*$/ },
  'S3 bucket': { maxLength: 63, pattern: /^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/ },
  'web ACL': { maxLength: 128, pattern: /^[\w-]+$/ },
  'log group': { maxLength: 512, pattern: /^[\w./#-]+$/ },
  'KMS alias': { maxLength: 256, pattern: /^alias\/[a-zA-Z0-9/_-]+$/ },
  'security group': { maxLength: 255, pattern: /^[a-zA-Z0-9 ._\-:/()#,@[\]+=&;{}!$*]+$/ },
  'CloudWatch alarm': { maxLength: 255, pattern: /^[\x20-\x7e]+$/ },
  'CloudWatch dashboard': { maxLength: 255, pattern: /^[\w-]+$/ },
  'Name tag': { maxLength: 256, pattern: /^[\x20-\x7e]+$/ },
} as const;

/** A type of AWS resource that carries a name of ours. */
export type NamedResource = keyof typeof NAME_RULES;

/**
 * Says why AWS would refuse a name, or `undefined` when it would take it.
 * Example: `nameProblem('load balancer', 'a'.repeat(33))` is `has 33 characters; expected at most 32`.
 */
export function nameProblem(type: NamedResource, name: string): string | undefined {
  const { maxLength, pattern } = NAME_RULES[type];
  if (name.length > maxLength) return `has ${name.length} characters; expected at most ${maxLength}`;
  return pattern.test(name) ? undefined : `expected ${pattern.source}`;
}

/**
 * Builds the physical name of a resource, `<prefix>-<part>-<part>`, and never shortens it: what the file says is what
 * the AWS console shows.
 * @throws RangeError when AWS would refuse the name; configuration is checked for this before anything is built.
 */
export function physicalName(type: NamedResource, ...parts: readonly string[]): string {
  const name = parts.join('-');
  const problem = nameProblem(type, name);
  if (problem) throw new RangeError(`${type} name ${JSON.stringify(name)} ${problem}`);
  return name;
}

/** Longest role word that a stack appends to `<prefix>-<owner>` in a load-balancer or target-group name: `-pods`. */
export const LONGEST_BALANCER_SUFFIX = '-pods';
