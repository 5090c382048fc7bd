import type { CreateNodesV2 } from '@nx/devkit';
import { createNodesFromFiles } from '@nx/devkit';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { internetVpcProject, tenantProject } from './deployable-project';
import { packageTargets } from './package-targets';
import { INTERNET_VPC_FILE, internetVpcFacts, internetVpcOfTenant, TENANT_FILE } from './world-of-files';

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
 * test of each workspace package. Adding a tenant is adding one file.
 */
export const createNodesV2: CreateNodesV2 = [
  `{${FILES.join(',')}}`,
  (files, options, context) => {
    const textOf = (file: string): string => readFileSync(join(context.workspaceRoot, file), 'utf8');
    const internetVpcs = files
      .filter((file) => INTERNET_VPC_FILE.test(file))
      .map((file) => internetVpcFacts(file, textOf(file)));
    return createNodesFromFiles(
      (file) => {
        const root = dirname(file);
        const internetVpc = internetVpcs.find((vpc) => vpc.file === file);
        if (internetVpc) return { projects: { [root]: internetVpcProject(internetVpc) } };
        if (TENANT_FILE.test(file)) {
          return { projects: { [root]: tenantProject(file, internetVpcOfTenant(textOf(file), internetVpcs)) } };
        }
        if (!PACKAGE_FILE.test(file)) return {};
        return { projects: { [root]: { targets: packageTargets(root, file === CENTRAL_PACKAGE) } } };
      },
      files,
      options,
      context,
    );
  },
];
