import type { PolicyDocument, PolicyParser } from './policy';
import type { Resource } from './resource';
import type { ResourceKey } from './value';

/** A policy document and where it stands. */
export interface ResourcePolicy {
  readonly key: ResourceKey;
  readonly stack: string;
  readonly address: string;
  readonly account?: string;
  /** Terraform type of the resource, e.g. `aws_vpc_endpoint`. */
  readonly type: string;
  /** E.g. `policy`, `assume_role_policy`. */
  readonly attribute: string;
  readonly document: PolicyDocument;
}

const POLICY_ATTRIBUTE = /(^|_)policy(_document)?$/;

/** Finds policies by the name of their attribute and by having statements, so that no type of resource is forgotten. */
export function readResourcePolicies(resources: Iterable<Resource>, parser: PolicyParser): readonly ResourcePolicy[] {
  const found: ResourcePolicy[] = [];
  for (const { key, stack, address, account, type, body } of resources) {
    for (const [attribute, value] of Object.entries(body)) {
      if (!POLICY_ATTRIBUTE.test(attribute) || value === undefined || value === null) continue;
      const document = parser.parse(value);
      if (document) found.push({ key, stack, address, ...(account ? { account } : {}), type, attribute, document });
    }
  }
  return found;
}
