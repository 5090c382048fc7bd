import type { CreateNodesV2 } from '@nx/devkit';
import { createNodesFromFiles } from '@nx/devkit';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { deployableProject } from './deployable-project';
import { packageTargets } from './package-targets';

/** Name under which nx.json and Nx's own messages know the plugin. */
export const name = 'central-ingress';

/** Where a project's file lies; anything else of these names is not ours. */
const PROJECT_FILES = [
  /^(apps|libs|tools)\/[^/]+\/package\.json$/,
  /^apps\/eks-service-account\/tenants\/[^/]+\/tenant\.yaml$/,
  /^apps\/central-internet-account\/internet-vpcs\/[^/]+\/internet-vpc\.yaml$/,
];
const CENTRAL_PACKAGE = 'apps/central-internet-account/package.json';

/**
 * Infers Nx projects from files: each tenant and each internet VPC from its YAML, and the targets lint, typecheck and
 * test of each workspace package. Adding a tenant is adding one file.
 */
export const createNodesV2: CreateNodesV2 = [
  '**/{package.json,tenant.yaml,internet-vpc.yaml}',
  (files, options, context) =>
    createNodesFromFiles(
      (file) => {
        const root = dirname(file);
        if (!PROJECT_FILES.some((shape) => shape.test(file))) return {};
        const text = (): string => readFileSync(join(context.workspaceRoot, file), 'utf8');
        if (file.endsWith('package.json')) {
          return { projects: { [root]: { targets: packageTargets(root, file === CENTRAL_PACKAGE) } } };
        }
        return { projects: { [root]: deployableProject(file, text()) } };
      },
      files,
      options,
      context,
    ),
];
