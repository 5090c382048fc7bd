import { directExposureSchema } from './direct-exposure-schema';
import { centralExposureSchema } from './exposure-schema';
import type { CentralExposureFile, DirectExposureFile } from './exposure-schema';
import { hostName } from './hosts';
import type { InternetVpcFile } from './internet-vpc-schema';
import type { PlatformFile } from './platform-schema';
import { readSection, validFields } from './read-section';
import type { ReadSection } from './read-section';
import { tenantSchema } from './tenant-schema';
import type { TenantFile } from './tenant-schema';
import type { YamlSource } from './yaml-source';

/** A file that has been read, valid or in part: what the checks between files look at. */
export interface Draft<T> extends ReadSection<T> {
  /** Name of the file's folder. */
  readonly name: string;
  readonly source: YamlSource;
}

/** A tenant's file; the parts of its exposure are known one by one. */
export interface TenantDraft extends Draft<TenantFile> {
  /** Of a central tenant; empty for a direct one. */
  readonly exposure: Partial<CentralExposureFile>;
  /** Of a direct tenant. */
  readonly direct?: Partial<DirectExposureFile>;
}

/** All files of a world before they are known to be valid; lists are sorted by name. */
export interface WorldDraft {
  readonly platform: Draft<PlatformFile> | undefined;
  readonly internetVpcs: readonly Draft<InternetVpcFile>[];
  readonly tenants: readonly TenantDraft[];
}

/** Reads a tenant's file. */
export function tenantDraft(name: string, source: YamlSource): TenantDraft {
  const read = readSection(source, tenantSchema);
  const stated = source.valueAt(['exposure']);
  if (source.valueAt(['exposure', 'type']) === 'direct') {
    return { name, source, ...read, exposure: {}, direct: validFields(directExposureSchema, stated) };
  }
  return { name, source, ...read, exposure: validFields(centralExposureSchema, stated) };
}

/** The internet VPC that a tenant names, when there is one. */
export function internetVpcDraftOf(world: WorldDraft, tenant: TenantDraft): Draft<InternetVpcFile> | undefined {
  return world.internetVpcs.find(({ name }) => name === tenant.exposure.internetVpc);
}

/** The hosts of a tenant, whatever its exposure, as the file lists them. */
export function hostNamesOf({ exposure, direct }: TenantDraft): readonly string[] {
  return direct ? (direct.hosts ?? []) : (exposure.hosts ?? []).map(hostName);
}

/** The tenants of an internet VPC. */
export function tenantDraftsOf(world: WorldDraft, internetVpc: string): readonly TenantDraft[] {
  return world.tenants.filter(({ exposure }) => exposure.internetVpc === internetVpc);
}
