import type { RoleCreation, Statement } from '@central-ingress/iam-policy';

/** What the deployer of one duty may do, and where its states lie. */
export interface Duty {
  /** One sentence that a person reads in the IAM console. */
  readonly description: string;
  /** Keys of its states, with `*` for any owner. */
  readonly stateKeys: readonly string[];
  readonly statements: readonly Statement[];
  /** The roles that its stacks create; none: it has no right on roles. */
  readonly createsRoles?: Omit<RoleCreation, 'boundaryArn'>;
}
