import { LONGEST_BALANCER_SUFFIX, NAME_RULES } from './physical-names';
import type { NamedResource } from './physical-names';

/** A physical name that comes near to what AWS allows. */
export interface DerivedName {
  readonly type: NamedResource;
  readonly name: string;
  /** Characters that AWS allows for the type. */
  readonly maxLength: number;
}

function derived(type: NamedResource, ...parts: readonly string[]): DerivedName {
  return { type, name: parts.join('-'), maxLength: NAME_RULES[type].maxLength };
}

/** The names of a tenant that can become too long; when they fit, all its names do. */
export function tightTenantNames(prefix: string, connectionName: string): readonly DerivedName[] {
  return [
    derived('load balancer', prefix, connectionName, 'nlb'),
    derived('target group', prefix, `${connectionName}${LONGEST_BALANCER_SUFFIX}`),
  ];
}

/** The names of an internet VPC that can become too long; when they fit, all its names do. */
export function tightInternetVpcNames(prefix: string, internetVpc: string): readonly DerivedName[] {
  return [derived('load balancer', prefix, internetVpc, 'alb')];
}
