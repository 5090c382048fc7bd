import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { internetVpcFile, PLATFORM_FILE, tenantFile } from '@central-ingress/config';
import type { ConfigFile } from '@central-ingress/config';

/** Tenants of one internet VPC: the default quota of interface endpoints. */
export const TENANTS_PER_VPC = 50;
const AZ_IDS = ['euc1-az1', 'euc1-az2', 'euc1-az3'];

/** Name of the internet VPC of a crowded world that its n-th tenants are in. */
export function doorOf(index: number): string {
  return `door-${Math.floor(index / TENANTS_PER_VPC)}`;
}

/** Name of the n-th tenant of a crowded world. */
export function teamOf(index: number): string {
  return `team-${index}`;
}

/**
 * Files of a valid world for specs, with so many tenants in internet VPCs of fifty; every third tenant has hosts for
 * two rules, every tenth is direct.
 */
export function crowdedWorld(count: number): readonly ConfigFile[] {
  const doors = Array.from({ length: Math.max(1, Math.ceil(count / TENANTS_PER_VPC)) }, (_, index) =>
    file(internetVpcFile(`door-${index}`), {
      cidr: '10.12.0.0/16',
      availabilityZoneIds: AZ_IDS,
      domain: domainOf(`door-${index}`),
      hostedZone: 'create',
    }),
  );
  const teams = Array.from({ length: count }, (_, index) => tenant(index));
  const platform = file(PLATFORM_FILE, {
    namePrefix: 'acme',
    region: 'eu-central-1',
    centralAccountId: '111111111111',
    deployerPrincipals: ['arn:aws:iam::111111111111:role/platform-ci'],
  });
  return [platform, ...doors, ...teams];
}

/** Domain of an internet VPC of a crowded world. */
export function domainOf(door: string): string {
  return `${door}.example.com`;
}

function tenant(index: number): ConfigFile {
  const name = teamOf(index);
  const door = doorOf(index);
  const hosts = Array.from({ length: index % 3 ? 1 : 7 }, (_, host) => `${name}-${host}.${domainOf(door)}`);
  const exposure =
    index % 10 === 9
      ? { type: 'direct', hostedZone: domainOf(door), hosts }
      : { type: 'central', internetVpc: door, slot: index % TENANTS_PER_VPC, hosts };
  return file(tenantFile(name), {
    connectionName: name,
    accountId: String(200_000_000_000 + index),
    cidr: '10.11.0.0/16',
    availabilityZoneIds: AZ_IDS,
    exposure,
  });
}

/** Writes files of a world into a folder. */
export function writeWorld(folder: string, files: readonly ConfigFile[]): void {
  for (const { path, text } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** Removes files, with the folders that are theirs alone. */
export function removeFromWorld(folder: string, files: readonly ConfigFile[]): void {
  for (const { path } of files) rmSync(dirname(join(folder, path)), { recursive: true });
}

function file(path: string, said: object): ConfigFile {
  return { path, text: `${JSON.stringify(said, null, 1)}\n` };
}
