import type { PolicyDocument } from './policy';
import type { Identity } from './resource';
import { byKey, groupedBy } from './source';
import type { Entities, Source } from './source';
import { Reference, textOf } from './value';
import type { ResourceKey, Value } from './value';
import type { Fields } from './fields';

/** An IAM role with whom it trusts and what it may do. */
export interface IamRole extends Identity {
  /** E.g. `arn:aws:iam::111111111111:role/acme/acme-connection-role`; none when name or account is not known. */
  readonly arn?: string;
  readonly name?: string;
  /** None when it is not understood. */
  readonly trust?: PolicyDocument;
  readonly boundary?: string;
  readonly policies: readonly RolePolicy[];
}

/** A policy that a role has: within it, of the synthesized stacks, or of AWS by its ARN. */
export interface RolePolicy {
  /** The resource that gives it to the role. */
  readonly key: ResourceKey;
  readonly stack: string;
  readonly address: string;
  readonly document?: PolicyDocument;
  /** ARN of an attached policy; of one of ours, the reference to it. */
  readonly attachedArn?: string;
}

/** A customer-managed policy. */
export interface ManagedPolicy extends Identity {
  /** None when name or account is not known. */
  readonly arn?: string;
  readonly document?: PolicyDocument;
}

const OF_AWS = /^arn:aws:iam::aws:policy\//;

/** Reads customer-managed policies. */
export function readManagedPolicies(source: Source): Entities<ManagedPolicy> {
  return byKey(
    source.ofType('aws_iam_policy').map((fields) => {
      const { account } = fields.resource;
      const name = fields.text('name');
      return {
        ...fields.identity(),
        ...(name && account ? { arn: `arn:aws:iam::${account}:policy${fields.text('path') ?? '/'}${name}` } : {}),
        ...withDocument(fields.policy('policy')),
      };
    }),
  );
}

/** Reads roles. */
export function readIamRoles(source: Source, managed: Entities<ManagedPolicy>): Entities<IamRole> {
  const roles = source.ofType('aws_iam_role');
  const byName = new Map(roles.map((fields) => [roleId(fields), fields.resource.key]));
  const given = [
    ...source.ofType('aws_iam_role_policy').map((fields) => ({
      role: ownerOf(fields, byName),
      policy: { ...placeOf(fields), ...withDocument(fields.policy('policy')) },
    })),
    ...source.ofType('aws_iam_role_policy_attachment').map((fields) => ({
      role: ownerOf(fields, byName),
      policy: attachedPolicy(fields, 'policy_arn', fields.raw('policy_arn'), managed),
    })),
  ];
  const policies = groupedBy(given, ({ role }) => role);
  return byKey(
    roles.map((fields) =>
      roleOf(
        fields,
        managed,
        (policies.get(fields.resource.key) ?? []).map((g) => g.policy),
      ),
    ),
  );
}

function roleOf(fields: Fields, managed: Entities<ManagedPolicy>, policies: readonly RolePolicy[]): IamRole {
  const { account } = fields.resource;
  const name = fields.text('name');
  const trust = fields.policy('assume_role_policy');
  const boundary = fields.raw('permissions_boundary');
  const inline = fields.blocks('inline_policy').map((block) => ({
    ...placeOf(fields),
    ...withDocument(block.policy('policy')),
  }));
  const attached = fields
    .items('managed_policy_arns')
    .map((arn) => attachedPolicy(fields, 'managed_policy_arns', arn, managed));
  return {
    ...fields.identity(),
    ...(name ? { name } : {}),
    ...(name && account ? { arn: `arn:aws:iam::${account}:role${fields.text('path') ?? '/'}${name}` } : {}),
    ...(trust ? { trust } : {}),
    ...(boundary === undefined ? {} : { boundary: textOf(boundary) }),
    policies: [...inline, ...attached, ...policies],
  };
}

function attachedPolicy(
  fields: Fields,
  name: string,
  arn: Value | undefined,
  managed: Entities<ManagedPolicy>,
): RolePolicy {
  const own = arn instanceof Reference ? managed.get(arn.key) : undefined;
  const isOfAws = typeof arn === 'string' && OF_AWS.test(arn);
  if (!own && !isOfAws) fields.problem(name, arn, 'expected a policy of the synthesized stacks or of AWS');
  return { ...placeOf(fields), attachedArn: textOf(arn), ...withDocument(own?.document) };
}

/** A role is named by its name, which is known before deploy: `<account>/<name>`. */
function roleId(fields: Fields): string {
  return `${fields.resource.account ?? ''}/${fields.text('name') ?? fields.resource.key}`;
}

function ownerOf(fields: Fields, byName: ReadonlyMap<string, ResourceKey>): ResourceKey | undefined {
  const role = fields.raw('role');
  if (role instanceof Reference && role.address.startsWith('aws_iam_role.')) return role.key;
  const found = byName.get(`${fields.resource.account ?? ''}/${textOf(role)}`);
  return found ?? fields.problem('role', role, 'expected a role of the synthesized stacks');
}

function placeOf({ resource: { key, stack, address } }: Fields) {
  return { key, stack, address };
}

function withDocument(document: PolicyDocument | undefined) {
  return document ? { document } : {};
}
