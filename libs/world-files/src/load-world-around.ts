import { fileRole, isCentral, parseWorld } from '@central-ingress/config';
import type { ConfigFile, TenantConfig, World } from '@central-ingress/config';
import { CENTRAL_OWNER } from '@central-ingress/naming';
import { loadWorld } from './load-world';
import { resolveCharts } from './resolve-charts';
import { scanWorld } from './scan-world';

/** What lets a value differ from the characters that stand for it: escapes, anchors, aliases and tags. */
const INDIRECT = /[\\&*!]/;

/**
 * Reads of the world in a folder what the stacks of some owners are made from, and every tenant that could be in the
 * way of theirs: in the same internet VPC or account, or with a name or host in common. In a large world that is a
 * small part; what is wrong with the others is not looked at. Without names, or with one that is none, it is the whole
 * world.
 * @param owners names of tenants and internet VPCs, or `central`
 * @throws ConfigError with every problem of the files that are read
 */
export function loadWorldAround(folder: string, owners: readonly string[]): World {
  const { files, problems } = scanWorld(folder);
  const tenantFiles = files.filter((file) => ownerOf(file, 'tenant'));
  const others = files.filter((file) => !ownerOf(file, 'tenant'));
  const known = [
    CENTRAL_OWNER,
    ...files.flatMap((file) => ownerOf(file, 'tenant') ?? ownerOf(file, 'internetVpc') ?? []),
  ];
  if (!owners.length || owners.some((owner) => !known.includes(owner))) return loadWorld(folder);

  const own = tenantFiles.filter((file) => owners.includes(ownerOf(file, 'tenant') ?? ''));
  const { tenants } = parseWorld([...others, ...own], problems);
  const mayMeet = neighbourhood(tenants, owners);
  const read = [...others, ...tenantFiles.filter((file) => own.includes(file) || mayMeet(file))];
  return resolveCharts(parseWorld(read, problems), folder);
}

function ownerOf({ path }: ConfigFile, type: 'tenant' | 'internetVpc'): string | undefined {
  const role = fileRole(path);
  return role?.type === type ? role.name : undefined;
}

/** Tells by a file's text whether its tenant could be in the way of these; it may say so too often, never too seldom. */
function neighbourhood(tenants: readonly TenantConfig[], owners: readonly string[]): (file: ConfigFile) => boolean {
  const hosts = tenants.flatMap(({ exposure }) => exposure.hosts.map(({ name }) => name));
  const words = new Set([
    ...owners.filter((owner) => owner !== CENTRAL_OWNER),
    ...tenants.map(({ accountId }) => accountId),
    ...tenants.filter(isCentral).map(({ exposure }) => exposure.internetVpc),
    ...hosts,
  ]);
  if (!words.size) return () => false;
  const anyWord = new RegExp(`(?<![\\w-])(?:${[...words].map(escaped).join('|')})(?![\\w-])`);
  // A tenant with hosts outside of the domain has a certificate for its own name in it.
  const firstLabels = new Set(hosts.map((host) => host.split('.')[0]));
  return (file) => INDIRECT.test(file.text) || anyWord.test(file.text) || firstLabels.has(ownerOf(file, 'tenant'));
}

function escaped(word: string): string {
  return word.replace(/[.]/g, '\\.');
}
