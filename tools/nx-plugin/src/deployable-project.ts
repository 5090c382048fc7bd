import type { ProjectConfiguration, TargetConfiguration } from '@nx/devkit';
import { basename, dirname } from 'node:path';
import { CENTRAL_ACCOUNT_PROJECT, ingressTarget, synthTarget } from './ingress-target';
import type { InternetVpcFacts } from './world-of-files';

/** An Nx project that a YAML file makes. */
type InferredProject = Omit<ProjectConfiguration, 'root'> & { readonly name: string };

/**
 * The Nx project of one internet VPC.
 * @param zoneOwner the one that creates the hosted zone which is looked up here, when there is one
 */
export function internetVpcProject(
  { name }: Pick<InternetVpcFacts, 'name'>,
  zoneOwner: Pick<InternetVpcFacts, 'name'> | undefined,
): InferredProject {
  return {
    name,
    projectType: 'application',
    tags: ['kind:internet-vpc', 'scope:central', 'layer:world'],
    implicitDependencies: [CENTRAL_ACCOUNT_PROJECT],
    targets: {
      ...commonTargets(name, ['{projectRoot}/internet-vpc.yaml']),
      deploy: ingressTarget(`deploy ${name}`, `Deploy the internet VPC ${name} and its ALB.`, [
        { projects: [CENTRAL_ACCOUNT_PROJECT, ...(zoneOwner ? [zoneOwner.name] : [])], target: 'deploy' },
      ]),
    },
  };
}

/**
 * The Nx project of one tenant.
 * @param file path of its YAML, e.g. `apps/eks-service-account/tenants/payments/tenant.yaml`
 * @param internetVpc the one whose stacks it needs, when there is one
 * @param zoneOwners others that create zones of its hosts
 */
export function tenantProject(
  file: string,
  internetVpc: InternetVpcFacts | undefined,
  zoneOwners: readonly Pick<InternetVpcFacts, 'name'>[],
): InferredProject {
  const name = basename(dirname(file));
  const first = internetVpc ? [{ projects: [internetVpc.name], target: 'deploy' }] : [];
  const zones = zoneOwners.length ? [{ projects: zoneOwners.map((owner) => owner.name), target: 'deploy' }] : [];
  // Of the internet VPCs only its own: another one, or another tenant, changes nothing of what is synthesized.
  const inputs = ['{projectRoot}/tenant.yaml', ...(internetVpc ? [`{workspaceRoot}/${internetVpc.file}`] : [])];
  return {
    name,
    projectType: 'application',
    tags: ['kind:tenant', 'scope:service', 'layer:world'],
    implicitDependencies: ['eks-service-account', CENTRAL_ACCOUNT_PROJECT],
    targets: {
      ...commonTargets(name, inputs),
      deploy: ingressTarget(`deploy ${name}`, `Deploy the stacks of tenant ${name}.`, first),
      connect: ingressTarget(`connect ${name}`, `Route the hosts of tenant ${name} to it.`, ['deploy', ...zones]),
      disconnect: ingressTarget(`disconnect ${name}`, `Stop routing to tenant ${name}.`),
      onboard: ingressTarget(
        `onboard ${name}`,
        `Deploy all of tenant ${name} in order, from its account to its hosts.`,
      ),
    },
  };
}

/**
 * The Nx project of a folder whose name nobody can have: Nx knows it by its path, and whoever asks for its JSON is told
 * by `validate` what is wrong.
 * @param root path of the folder
 */
export function unusableProject(root: string): InferredProject {
  return {
    name: root,
    projectType: 'application',
    tags: ['layer:world'],
    targets: { synth: ingressTarget('validate --world .', 'Tell what is wrong with the name of the folder.') },
  };
}

function commonTargets(name: string, inputs: readonly string[]): Record<string, TargetConfiguration> {
  return {
    synth: synthTarget(name, inputs),
    bootstrap: ingressTarget(`bootstrap ${name}`, `Make or repair the state buckets that ${name} uses.`),
    destroy: ingressTarget(`destroy ${name}`, `Destroy every stack of ${name}.`),
  };
}
