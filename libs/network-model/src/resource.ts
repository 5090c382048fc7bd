import type { ProviderConfiguration } from './stack-document';
import type { ResourceKey, ValueObject } from './value';

/** A resource or data source of a synthesized stack with every expression resolved as far as it can be. */
export interface Resource {
  readonly key: ResourceKey;
  readonly stack: string;
  /** As Terraform prints it, e.g. `aws_vpc.vpc_main_B948E726`. */
  readonly address: string;
  /** E.g. `aws_vpc`; a data source has the type of what it reads. */
  readonly type: string;
  /** True for a data source: the thing exists and is not created here. */
  readonly existing: boolean;
  /** Account it lies in, by its provider; none where the provider does not pin one. */
  readonly account?: string;
  readonly region?: string;
  /** Roles that its provider assumes one after the other. */
  readonly assumedRoles: readonly string[];
  /** What a person finds it by: its `Name` tag, else its name, else its address. */
  readonly label: string;
  readonly body: ValueObject;
}

/** What every typed part of the model says of its resource; `key` finds the whole in `NetworkModel.resources`. */
export type Identity = Pick<Resource, 'key' | 'stack' | 'address' | 'account' | 'region' | 'label'>;

/** The identity of a resource. */
export function identityOf({ key, stack, address, account, region, label }: Resource): Identity {
  return { key, stack, address, account, region, label };
}

/** Something in the synthesized JSON that the model could not make sense of; the model is not whole while it stands. */
export interface Problem {
  readonly stack: string;
  /** Resource, data source or block of the stack, e.g. `provider.aws`. */
  readonly address: string;
  /** E.g. `subnet_ids[1]`; empty for the whole. */
  readonly attribute: string;
  /** The expression or value as it stands. */
  readonly value: string;
  /** Why, e.g. `no stack writes the parameter …`. */
  readonly reason: string;
}

/** The label of an evaluated body. */
export function labelOf(address: string, body: ValueObject): string {
  const tags = body['tags'] as ValueObject | undefined;
  for (const name of [tags?.['Name'], body['name'], body['bucket']]) if (typeof name === 'string') return name;
  return address;
}

/** The provider's part of a resource. */
export function placeOf(provider: ProviderConfiguration | undefined) {
  const { account, region, assumedRoles = [] } = provider ?? {};
  return { ...(account ? { account } : {}), ...(region ? { region } : {}), assumedRoles };
}
