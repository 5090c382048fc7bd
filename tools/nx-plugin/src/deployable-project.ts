import type { ProjectConfiguration, TargetConfiguration } from '@nx/devkit';
import { basename, dirname } from 'node:path';
import { parse } from 'yaml';
import { CENTRAL_ACCOUNT_PROJECT, ingressTarget } from './ingress-target';

/** Everything that the synthesized JSON of a tenant or internet VPC is made from, besides its own file. */
const CODE = ['synthesis', 'sharedGlobals', '{workspaceRoot}/platform.yaml'];

/**
 * The Nx project of one tenant or one internet VPC.
 * @param file path of its YAML, e.g. `apps/eks-service-account/tenants/payments/tenant.yaml`
 * @param text the YAML; a file that cannot be read as YAML still gives a project, and `validate` says what is wrong
 */
export function deployableProject(file: string, text: string): Omit<ProjectConfiguration, 'root'> & { name: string } {
  const name = basename(dirname(file));
  const internetVpc = file.endsWith('internet-vpc.yaml') ? undefined : internetVpcIn(text);
  const kind = internetVpc === undefined && file.endsWith('internet-vpc.yaml') ? 'internet-vpc' : 'tenant';
  return {
    name,
    projectType: 'application',
    tags: [`kind:${kind}`, `scope:${kind === 'tenant' ? 'service' : 'central'}`, 'layer:world'],
    implicitDependencies: ['eks-service-account', CENTRAL_ACCOUNT_PROJECT],
    targets: kind === 'tenant' ? tenantTargets(name, internetVpc) : internetVpcTargets(name),
  };
}

function internetVpcTargets(name: string): Record<string, TargetConfiguration> {
  return {
    ...commonTargets(name),
    deploy: ingressTarget(`deploy ${name}`, `Deploy the internet VPC ${name} and its ALB.`, [
      { projects: [CENTRAL_ACCOUNT_PROJECT], target: 'deploy' },
    ]),
  };
}

function tenantTargets(name: string, internetVpc: string | undefined): Record<string, TargetConfiguration> {
  const ofInternetVpc = internetVpc ? [{ projects: [internetVpc], target: 'deploy' }] : [];
  return {
    ...commonTargets(name),
    deploy: ingressTarget(`deploy ${name}`, `Deploy the stacks of tenant ${name}.`, ofInternetVpc),
    connect: ingressTarget(`connect ${name}`, `Route the hosts of tenant ${name} to it.`, ['deploy']),
    disconnect: ingressTarget(`disconnect ${name}`, `Stop routing to tenant ${name}.`),
  };
}

function commonTargets(name: string): Record<string, TargetConfiguration> {
  return {
    synth: {
      executor: 'nx:run-commands',
      cache: true,
      inputs: ['{projectRoot}/**/*', ...CODE],
      outputs: [`{workspaceRoot}/.ingress/synth/${name}`],
      options: { command: `ingress synth ${name} --out .ingress/synth/${name}`, cwd: '{workspaceRoot}' },
      metadata: { description: `Write the Terraform JSON of ${name}.` },
    },
    bootstrap: ingressTarget(`bootstrap ${name}`, `Make or repair the state buckets that ${name} uses.`),
    destroy: ingressTarget(`destroy ${name}`, `Destroy every stack of ${name}.`),
  };
}

function internetVpcIn(text: string): string | undefined {
  try {
    const value: unknown = parse(text)?.exposure?.internetVpc;
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}
