import type { Identity } from './resource';
import { byKey } from './source';
import type { Entities, Source } from './source';
import { Reference, textOf } from './value';
import type { ResourceKey } from './value';

/** Somebody whom a cluster lets use its Kubernetes API. */
export interface ClusterAccess extends Identity {
  /** Name of the cluster. */
  readonly cluster?: string;
  /** ARN of a role or user; of one that is known later, the reference to it. */
  readonly principal: string;
  /** The role in the synthesized stacks, where the principal is a reference to one. */
  readonly role?: ResourceKey;
  /** Policy of EKS that it gives within the cluster; an entry gives none by itself. */
  readonly policy?: string;
  /** `cluster` or `namespace`. */
  readonly scope?: string;
}

const TYPES = ['aws_eks_access_entry', 'aws_eks_access_policy_association'] as const;

/** Reads whom clusters let in, by an entry or by a policy beside it. */
export function readClusterAccess(source: Source): Entities<ClusterAccess> {
  return byKey(
    TYPES.flatMap((type) => source.ofType(type)).map((fields) => {
      const principal = fields.raw('principal_arn');
      const isRole = principal instanceof Reference && principal.address.startsWith('aws_iam_role.');
      return {
        ...fields.identity(),
        cluster: fields.text('cluster_name'),
        principal: textOf(principal),
        ...(isRole ? { role: principal.key } : {}),
        policy: fields.text('policy_arn'),
        scope: fields.block('access_scope')?.text('type'),
      };
    }),
  );
}
