import type { CreateNodesResult, CreateNodesV2 } from '@nx/devkit';
import { dirname } from 'node:path';
import { internetVpcProject, tenantProject, unusableProject } from './deployable-project';
import { fileFacts } from './file-facts';
import { packageTargets } from './package-targets';
import {
  INTERNET_VPC_FILE,
  internetVpcIn,
  internetVpcOfTenant,
  TENANT_FILE,
  usableFiles,
  zoneOwnerOfVpc,
  zoneOwnersOfHosts,
} from './world-of-files';

/** Name under which nx.json and Nx's own messages know the plugin. */
export const name = 'central-ingress';

const PACKAGE_FILE = /^(apps|libs|tools)\/[^/]+\/package\.json$/;
const CENTRAL_PACKAGE = 'apps/central-internet-account/package.json';

/** Files that make a project; Nx takes no pattern with braces inside of braces. */
const FILES = [
  'apps/*/package.json',
  'libs/*/package.json',
  'tools/*/package.json',
  'apps/eks-service-account/tenants/*/tenant.yaml',
  'apps/central-internet-account/internet-vpcs/*/internet-vpc.yaml',
];

/**
 * Infers Nx projects from files: each tenant and each internet VPC from its YAML, and the targets lint, typecheck and
 * test of each workspace package. Adding a tenant is adding one file. Of Nx itself only types are imported: loading its
 * devkit would take as long as all of this.
 */
export const createNodesV2: CreateNodesV2 = [
  `{${FILES.join(',')}}`,
  (files, _options, { workspaceRoot }) => {
    const isOfVpc = (file: string): boolean => INTERNET_VPC_FILE.test(file);
    const facts = fileFacts(
      workspaceRoot,
      files.filter((file) => isOfVpc(file) || TENANT_FILE.test(file)),
    );
    const named = usableFiles([...facts.keys()]);
    const internetVpcs = [...named].filter(isOfVpc).map((file) => internetVpcIn(file, facts.get(file) ?? {}));
    const resultOf = (file: string): CreateNodesResult => {
      const root = dirname(file);
      const said = facts.get(file);
      if (said && !named.has(file)) return { projects: { [root]: unusableProject(root) } };
      if (said && isOfVpc(file)) {
        const zoneOwner = zoneOwnerOfVpc(said, internetVpcs);
        return { projects: { [root]: internetVpcProject(internetVpcIn(file, said), zoneOwner) } };
      }
      if (said) {
        const zoneOwners = zoneOwnersOfHosts(said, internetVpcs);
        return { projects: { [root]: tenantProject(file, internetVpcOfTenant(said, internetVpcs), zoneOwners) } };
      }
      if (!PACKAGE_FILE.test(file)) return {};
      return { projects: { [root]: { targets: packageTargets(root, file === CENTRAL_PACKAGE) } } };
    };
    return files.map((file) => [file, resultOf(file)] as const);
  },
];
