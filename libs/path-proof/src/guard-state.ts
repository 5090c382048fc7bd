import { finding } from './finding';
import type { Finding } from './finding';
import type { WorldGuard } from './guard';

/** Every stack has a state of its own, encrypted and locked. */
export const stateGuard: WorldGuard = {
  name: 'state',
  says: 'every stack has an encrypted, locked state of its own',
  check: ({ model }) => {
    const owners = new Map<string, string>();
    return [...model.stacks.values()].flatMap(({ name: stack, state }): readonly Finding[] => {
      const at = { stack, address: 'terraform.backend' };
      if (!state) return [finding('state-elsewhere', at, { stack })];
      const key = `${state.bucket}/${state.key}`;
      const other = owners.get(key);
      owners.set(key, stack);
      return [
        ...(other ? [finding('state-shared', at, { stack, other, key })] : []),
        ...(state.encrypted ? [] : [finding('state-plain', at, { stack })]),
        ...(state.locked ? [] : [finding('state-unlocked', at, { stack })]),
      ];
    });
  },
};
