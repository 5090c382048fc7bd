import type { ConfigProblem } from '../problems';
import type { WorldDraft } from '../world-draft';

/** Accounts: no tenant in the central one, and a profile for each when operators use profiles. */
export function accountProblems(world: WorldDraft): readonly ConfigProblem[] {
  const central = world.platform?.fields.centralAccountId;
  if (!central) return [];
  const inCentral = world.tenants.filter(({ fields }) => fields.accountId === central);
  return [
    ...inCentral.map(({ source }) => {
      const what = 'is the central account';
      const expected = 'an account of its own, as the endpoint service has to cross accounts';
      return source.problem(['accountId'], { what, expected, fix: 'Name the account of the cluster' });
    }),
    ...profileProblems(world, central),
  ];
}

function profileProblems({ platform, tenants }: WorldDraft, central: string): readonly ConfigProblem[] {
  const access = platform?.fields.operatorAccess;
  if (!platform || access?.type !== 'profile') return [];
  const used = new Set([central, ...tenants.flatMap(({ fields }) => fields.accountId ?? [])]);
  const missing = [...used].filter((id) => !access.profiles[id]).sort();
  return missing.map((id) => {
    const what = `has no profile for account ${id}`;
    const rule = { expected: 'a profile for every account in use', fix: `Add a line '${id}': <profile>` };
    return platform.source.problem(['operatorAccess', 'profiles'], { what, ...rule });
  });
}
