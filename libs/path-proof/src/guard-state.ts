import { stackOwners } from '@central-ingress/network-model';
import type { ModelStack, StackOwner, StateBackend } from '@central-ingress/network-model';
import { finding } from './finding';
import type { Finding } from './finding';
import type { WorldGuard } from './guard';

/** Last words of keys that are not those of their stack: the keys of before, under which the states lie. */
const KEYS: Readonly<Record<string, string>> = { cluster: 'eks-cluster-setup', networking: 'networking-setup' };

/** Every stack has a state of its own, encrypted and locked. */
export const stateGuard: WorldGuard = {
  name: 'state',
  says: 'every stack has an encrypted, locked state of its own',
  check: ({ model }) => {
    const owners = new Map<string, string>();
    const ofStack = stackOwners(model.stacks);
    return [...model.stacks.values()].flatMap((whole): readonly Finding[] => {
      const { name: stack, state } = whole;
      const at = { stack, address: 'terraform.backend' };
      if (!state) return [finding('state-elsewhere', at, { stack })];
      const key = `${state.bucket}/${state.key}`;
      const other = owners.get(key);
      owners.set(key, stack);
      return [
        ...placeFindings(whole, state, keysOf(stack, ofStack.get(stack))),
        ...(other ? [finding('state-shared', at, { stack, other, key })] : []),
        ...(state.encrypted ? [] : [finding('state-plain', at, { stack })]),
        ...(state.locked ? [] : [finding('state-unlocked', at, { stack })]),
      ];
    });
  },
};

/** Keys under which a stack may have its state. */
function keysOf(stack: string, owner: StackOwner | undefined): readonly string[] {
  if (owner?.type === 'central-account') return ['roles'];
  const hyphen = stack.lastIndexOf('-');
  const [name, part] = [stack.slice(0, hyphen), stack.slice(hyphen + 1)];
  const own = KEYS[part];
  // Networks of internet VPCs came later than those words; an owner of one stack may be either.
  return own ? [`${name}/${own}`, ...(owner?.type === 'internet-vpc' ? [`${name}/${part}`] : [])] : [`${name}/${part}`];
}

/** Two stacks that have changed their states would each destroy what the other made. */
function placeFindings(stack: ModelStack, state: StateBackend, keys: readonly string[]): readonly Finding[] {
  const { name, account = '?', assumedRoles } = stack;
  const { key, bucket, account: lies = '?', role = 'nobody else' } = state;
  const at = { stack: name, address: 'terraform.backend' };
  const deployer = assumedRoles.at(-1) ?? 'nobody else';
  const isThere = lies === account && bucket.split('-').includes(account);
  const found: Finding[] = [];
  if (!keys.includes(key)) {
    found.push(finding('state-key', at, { stack: name, got: key, expected: keys.join(' or ') }));
  }
  if (!isThere) found.push(finding('state-account', at, { stack: name, bucket, got: lies, expected: account }));
  if (role !== deployer) found.push(finding('state-role', at, { stack: name, got: role, expected: deployer }));
  return found;
}
