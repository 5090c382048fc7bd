import { CENTRAL_OWNER, tightInternetVpcNames, tightTenantNames } from '@central-ingress/naming';
import type { DerivedName } from '@central-ingress/naming';
import type { ConfigProblem } from '../problems';
import { NAME_PATTERN, NAME_RULE } from '../text-fields';
import type { Draft, TenantDraft, WorldDraft } from '../world-draft';

const TAKEN = 'lies in a folder with the name of the owner of the stack central-roles';

/** Names: valid folders, files that agree with them, no stack name twice, nothing too long for AWS. */
export function nameProblems(world: WorldDraft): readonly ConfigProblem[] {
  return [
    ...world.internetVpcs.flatMap(folderProblems),
    ...world.tenants.flatMap((tenant) => connectionNameProblems(world, tenant)),
    ...lengthProblems(world),
  ];
}

function folderProblems({ name, source }: Draft<unknown>): readonly ConfigProblem[] {
  if (NAME_PATTERN.test(name) && name !== CENTRAL_OWNER) return [];
  const what = name === CENTRAL_OWNER ? TAKEN : 'lies in a folder whose name is not valid';
  return [source.problem([], { what, ...NAME_RULE, fix: 'Rename the folder' }, JSON.stringify(name))];
}

function connectionNameProblems(world: WorldDraft, tenant: TenantDraft): readonly ConfigProblem[] {
  const { name, source, fields } = tenant;
  const folder = NAME_PATTERN.test(name) ? [] : folderProblems(tenant);
  const stated = fields.connectionName;
  if (!stated) return folder;
  const found = [...folder];
  const add = (what: string, expected: string, fix: string) => {
    found.push(source.problem(['connectionName'], { what, expected, fix }));
  };
  if (stated !== name && !folder.length) {
    add('is not the name of the folder', JSON.stringify(name), 'Rename the folder or correct the name');
  }
  const twin = world.tenants.find((other) => other !== tenant && other.fields.connectionName === stated);
  if (twin && stated !== name) {
    add(`is taken by ${twin.source.file}`, 'a name that no other tenant has', 'Choose another name');
  }
  const vpc = world.internetVpcs.find((other) => other.name === stated);
  if (vpc) {
    const expected = 'a name that no internet VPC has, as both have a stack <name>-networking';
    add(`is the name of the internet VPC in ${vpc.source.file}`, expected, 'Choose another name');
  }
  return found;
}

function lengthProblems({ platform, internetVpcs, tenants }: WorldDraft): readonly ConfigProblem[] {
  const { namePrefix } = platform?.fields ?? {};
  if (!namePrefix) return [];
  return [
    ...internetVpcs.flatMap(({ name, source }) => {
      const long = tooLong(tightInternetVpcNames(namePrefix, name));
      const fix = 'Shorten the name of the folder or namePrefix in platform.yaml';
      return long ? [source.problem([], { ...long, fix }, long.got)] : [];
    }),
    ...tenants.flatMap(({ source, fields: { connectionName } }) => {
      const long = connectionName ? tooLong(tightTenantNames(namePrefix, connectionName)) : undefined;
      const fix = 'Shorten the connection name or namePrefix in platform.yaml';
      return long ? [source.problem(['connectionName'], { ...long, fix }, long.got)] : [];
    }),
  ];
}

/** The name that exceeds AWS's length by most: when it fits, all do. */
function tooLong(names: readonly DerivedName[]) {
  const worst = names
    .filter(({ name, maxLength }) => name.length > maxLength)
    .sort((a, b) => b.name.length - b.maxLength - (a.name.length - a.maxLength))[0];
  if (!worst) return undefined;
  const { type, name, maxLength } = worst;
  const what = `makes a name of ${name.length} characters for the ${type}`;
  return { what, got: JSON.stringify(name), expected: `at most ${maxLength} characters` };
}
