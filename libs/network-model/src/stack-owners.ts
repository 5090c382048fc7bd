import type { ModelStack } from './network-model';

/** What a stack belongs to: the central account as a whole, an internet VPC, or a tenant. */
export interface StackOwner {
  readonly type: 'central-account' | 'internet-vpc' | 'tenant';
  /** `central`, or the name of the internet VPC or tenant. */
  readonly name: string;
}

const CENTRAL_ROLES = 'central-roles';
/** Last words of stack names; internet VPCs and tenants share `networking`, the rest tells a tenant. */
const SHARED_PARTS = ['networking', 'alb'];

/** Owner of every stack, by the stack's name `<owner>-<part>`, whose part is one word. */
export function stackOwners(stacks: ReadonlyMap<string, ModelStack>): ReadonlyMap<string, StackOwner> {
  const names = [...stacks.keys()];
  const tenants = new Set(
    names
      .filter((name) => name !== CENTRAL_ROLES && !SHARED_PARTS.includes(name.slice(ownerLength(name) + 1)))
      .map((name) => name.slice(0, ownerLength(name))),
  );
  return new Map(
    names.map((stack): [string, StackOwner] => {
      const name = stack.slice(0, ownerLength(stack));
      if (stack === CENTRAL_ROLES) return [stack, { type: 'central-account', name }];
      return [stack, { type: tenants.has(name) ? 'tenant' : 'internet-vpc', name }];
    }),
  );
}

function ownerLength(stack: string): number {
  const hyphen = stack.lastIndexOf('-');
  return hyphen < 0 ? stack.length : hyphen;
}
