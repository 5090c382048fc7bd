/** A configuration file as read: this library receives text and opens no file itself. */
export interface ConfigFile {
  /** Relative to the world's folder, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** The one file of facts that all stacks share. */
export const PLATFORM_FILE = 'platform.yaml';
/** Folder whose sub-folders are the internet VPCs. */
export const INTERNET_VPCS_FOLDER = 'apps/central-internet-account/internet-vpcs';
/** Folder whose sub-folders are the tenants. */
export const TENANTS_FOLDER = 'apps/eks-service-account/tenants';
/** Name of the file in an internet VPC's folder. */
export const INTERNET_VPC_FILE_NAME = 'internet-vpc.yaml';
/** Name of the file in a tenant's folder. */
export const TENANT_FILE_NAME = 'tenant.yaml';

/** File of an internet VPC by its name. */
export function internetVpcFile(name: string): string {
  return `${INTERNET_VPCS_FOLDER}/${name}/${INTERNET_VPC_FILE_NAME}`;
}

/** File of a tenant by its connection name. */
export function tenantFile(connectionName: string): string {
  return `${TENANTS_FOLDER}/${connectionName}/${TENANT_FILE_NAME}`;
}

/** What a file of a world describes; `name` is that of its folder. */
export type FileRole =
  | { readonly type: 'platform' }
  | { readonly type: 'internetVpc'; readonly name: string }
  | { readonly type: 'tenant'; readonly name: string };

/** What the file at a path describes, or `undefined` for a file that is no part of a world. */
export function fileRole(path: string): FileRole | undefined {
  if (path === PLATFORM_FILE) return { type: 'platform' };
  const name = path.split('/').at(-2) ?? '';
  if (path === internetVpcFile(name)) return { type: 'internetVpc', name };
  if (path === tenantFile(name)) return { type: 'tenant', name };
  return undefined;
}
