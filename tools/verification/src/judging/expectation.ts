import { internetVpcOf } from '@central-ingress/config';
import type { CentralTenant, InternetVpcConfig, PlatformConfig, World } from '@central-ingress/config';

/** What the files say, with the commands that make it so. */
export interface Expectation {
  readonly platform: PlatformConfig;
  readonly tenant: CentralTenant;
  readonly vpc: InternetVpcConfig;
  /** Brings the internet VPC with its ALB to what the files say. */
  readonly deployVpc: string;
  /** Brings the tenant's own stacks to what the files say. */
  readonly deployTenant: string;
  /** Brings the tenant's connection to what the files say. */
  readonly connect: string;
  readonly now: Date;
}

/** Says what must hold for a tenant. */
export function expectationOf(world: World, tenant: CentralTenant, now: Date): Expectation {
  const vpc = internetVpcOf(world, tenant);
  return {
    platform: world.platform,
    tenant,
    vpc,
    deployVpc: `npx ingress deploy ${vpc.name}`,
    deployTenant: `npx ingress deploy ${tenant.connectionName}`,
    connect: `npx ingress connect ${tenant.connectionName}`,
    now,
  };
}

/** Whatever has a tenant with hosts. */
interface WithHosts {
  readonly tenant: { readonly exposure: { readonly hosts: readonly { readonly name: string }[] } };
}

/** The hosts of a tenant in few words, e.g. `payments.apps.example.com and 2 more`. */
export function hostsInShort(expected: WithHosts): string {
  const [first = 'no host', ...more] = hostNames(expected);
  return more.length ? `${first} and ${more.length} more` : first;
}

/** The hosts of a tenant. */
export function hostNames({ tenant }: WithHosts): readonly string[] {
  return tenant.exposure.hosts.map(({ name }) => name);
}
