import { accessEntryProblems } from './checks/access-entry-check';
import { accountProblems } from './checks/account-check';
import { hostProblems } from './checks/host-check';
import { internetVpcProblems } from './checks/internet-vpc-check';
import { nameProblems } from './checks/name-check';
import { quotaProblems } from './checks/quota-check';
import { directProblems } from './checks/direct-check';
import { inClusterTlsProblems } from './checks/in-cluster-tls-check';
import { regionProblems } from './checks/region-check';
import { roleNameProblems } from './checks/role-name-check';
import { slotProblems } from './checks/slot-check';
import { exposureConfig } from './exposure-config';
import { internetVpcSchema } from './internet-vpc-schema';
import type { InternetVpcFile } from './internet-vpc-schema';
import { fileRole, PLATFORM_FILE } from './layout';
import type { ConfigFile } from './layout';
import type { InternetVpcConfig, TenantConfig, World } from './model';
import { platformSchema } from './platform-schema';
import { ConfigError, WHOLE_FILE } from './problems';
import type { ConfigProblem } from './problems';
import { readSection } from './read-section';
import { ENDPOINT_SUBNETS, PRIVATE_SUBNETS, PUBLIC_SUBNETS, subnetsOf } from './subnets';
import type { TenantFile } from './tenant-schema';
import { tenantDraft } from './world-draft';
import type { Draft, TenantDraft, WorldDraft } from './world-draft';
import { YamlSource } from './yaml-source';
import { zoneCreator } from './zone-creator';

const CHECKS = [
  nameProblems,
  roleNameProblems,
  accountProblems,
  accessEntryProblems,
  regionProblems,
  internetVpcProblems,
  hostProblems,
  slotProblems,
  quotaProblems,
  directProblems,
  inClusterTlsProblems,
];

/**
 * Parses and checks a whole configuration tree; the order of the files does not matter.
 * @param met problems met while the files were read, reported together with those found here
 * @throws ConfigError with every problem of every file
 */
export function parseWorld(files: readonly ConfigFile[], met: readonly ConfigProblem[] = []): World {
  const strangers = files.filter(({ path }) => !fileRole(path)).map(strangerProblem);
  const { platform, internetVpcs, tenants } = readDraft(files);
  const world = { platform, internetVpcs, tenants };
  const drafts: readonly Draft<unknown>[] = [...(platform ? [platform] : []), ...internetVpcs, ...tenants];
  const missing = platform || met.some(({ file }) => file === PLATFORM_FILE) ? [] : [missingPlatform(files)];
  const problems = [
    ...met,
    ...strangers,
    ...missing,
    ...drafts.flatMap((draft) => draft.problems),
    ...CHECKS.flatMap((check) => check(world)),
  ];
  if (problems.length || !platform?.whole) throw new ConfigError(problems);
  const vpcFiles = internetVpcs.flatMap(({ name, whole }) => (whole ? [{ name, ...whole }] : []));
  const vpcs = vpcFiles.map((file) => internetVpcConfig(file, vpcFiles));
  return {
    platform: platform.whole,
    internetVpcs: vpcs,
    tenants: tenants.flatMap(({ whole }) => (whole ? [tenantConfig(whole, vpcs)] : [])),
  };
}

function readDraft(files: readonly ConfigFile[]): WorldDraft {
  let platform: WorldDraft['platform'];
  const internetVpcs: Draft<InternetVpcFile>[] = [];
  const tenants: TenantDraft[] = [];
  for (const file of files) {
    const role = fileRole(file.path);
    if (!role) continue;
    const source = new YamlSource(file);
    if (role.type === 'platform') platform = { name: '', source, ...readSection(source, platformSchema) };
    else if (role.type === 'tenant') tenants.push(tenantDraft(role.name, source));
    else internetVpcs.push({ name: role.name, source, ...readSection(source, internetVpcSchema) });
  }
  // By name, not by path: `/` comes after `-`.
  const byName = (a: Draft<unknown>, b: Draft<unknown>): number => (a.name < b.name ? -1 : 1);
  return { platform, internetVpcs: internetVpcs.sort(byName), tenants: tenants.sort(byName) };
}

function strangerProblem({ path }: ConfigFile): ConfigProblem {
  return {
    file: path,
    path: WHOLE_FILE,
    what: 'is no file of a world',
    got: 'its path',
    expected: 'platform.yaml, internet-vpc.yaml and tenant.yaml in their folders',
    fix: 'Move or remove it',
  };
}

function missingPlatform(files: readonly ConfigFile[]): ConfigProblem {
  return {
    file: PLATFORM_FILE,
    path: WHOLE_FILE,
    what: 'is missing',
    got: files.length ? 'only other files' : 'no configuration file at all',
    expected: 'a file with namePrefix, region, centralAccountId and deployerPrincipals',
    fix: 'Create it as docs/configuration.md describes, or name the right folder with --world',
  };
}

type NamedInternetVpcFile = InternetVpcFile & Pick<InternetVpcConfig, 'name'>;

function internetVpcConfig(
  { alarmTopicArn, ...file }: NamedInternetVpcFile,
  all: readonly NamedInternetVpcFile[],
): InternetVpcConfig {
  const owner = file.hostedZone === 'lookup' && zoneCreator(all, file.domain);
  return {
    ...file,
    ...(owner ? { hostedZoneOwner: owner.name } : {}),
    ...(alarmTopicArn ? { alarmTopicArn } : {}),
    endpointSubnets: subnetsOf(file, file.endpointSubnets, ENDPOINT_SUBNETS),
    publicSubnets: subnetsOf(file, file.publicSubnets, PUBLIC_SUBNETS),
  };
}

function tenantConfig(file: TenantFile, internetVpcs: readonly InternetVpcConfig[]): TenantConfig {
  const { inClusterTls, inClusterTlsSecret, ...rest } = file;
  return {
    ...rest,
    privateSubnets: subnetsOf(file, file.privateSubnets, PRIVATE_SUBNETS),
    exposure: exposureConfig(file, internetVpcs),
    ...(inClusterTls && inClusterTlsSecret ? { inClusterTls: { secretName: inClusterTlsSecret } } : {}),
  };
}
