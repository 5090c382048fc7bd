import { addressCount } from '@central-ingress/addressing';
import { RESERVED_ADDRESSES } from '../aws-values';
import { HOSTS_PER_RULE } from '../host-rules';
import { hostConfigs } from '../hosts';
import type { InternetVpcFile } from '../internet-vpc-schema';
import { internetVpcFile } from '../layout';
import type { InternetVpcQuotas } from '../model';
import type { ConfigProblem } from '../problems';
import { givenCertificateArns, requestedCertificates } from '../requested-certificates';
import { defaultSubnets, ENDPOINT_SUBNETS } from '../subnets';
import { tenantDraftsOf } from '../world-draft';
import type { Draft, WorldDraft } from '../world-draft';
import type { YamlPath } from '../yaml-source';

interface Demand {
  readonly path: YamlPath;
  /** What is counted, in plural. */
  readonly items: string;
  readonly count: number;
  readonly limit: number;
  /** Whether AWS raises the limit on request. */
  readonly adjustable: boolean;
}

/** Quotas of each internet VPC: endpoints, target groups, rules, certificates, addresses (design, decision 9). */
export function quotaProblems(world: WorldDraft): readonly ConfigProblem[] {
  return world.internetVpcs.flatMap((vpc) =>
    demands(world, vpc)
      .filter(({ count, limit }) => count > limit)
      .map(({ path, items, count, limit, adjustable }) => {
        const key = path.join('.');
        const raise = adjustable ? `, or have AWS raise the quota and state it as ${key}` : '';
        const fix = `Add a further internet VPC, ${internetVpcFile(furtherName(world, vpc.name))}, and move tenants to it${raise}`;
        return vpc.source.problem(
          path,
          { what: `is exceeded by the tenants' ${items}`, expected: `at most ${limit}`, fix },
          `${count}`,
        );
      }),
  );
}

function demands(world: WorldDraft, vpc: Draft<InternetVpcFile>): readonly Demand[] {
  const tenants = tenantDraftsOf(world, vpc.name);
  const { domain, quotas } = vpc.fields;
  const hosts = tenants.map(({ exposure }) => exposure.hosts ?? []);
  const rules = hosts.reduce((sum, { length }) => sum + Math.ceil(length / HOSTS_PER_RULE), 0);
  const resolved = hosts.map((list) => (domain ? hostConfigs(list, domain) : []));
  const requested = resolved.reduce((sum, list) => sum + requestedCertificates(list).length, 0);
  const certificates = requested + givenCertificateArns(resolved.flat()).length;
  const quota = (key: keyof InternetVpcQuotas, items: string, count: number): readonly Demand[] => {
    return quotas
      ? [{ path: ['quotas', key], items, count, limit: quotas[key], adjustable: key !== 'targetGroups' }]
      : [];
  };
  return [
    ...quota('interfaceEndpoints', 'endpoints', tenants.length),
    ...quota('targetGroups', 'target groups', tenants.length),
    ...quota('listenerRules', 'host rules', rules),
    ...quota('certificates', 'own certificates', certificates),
    ...addressDemand(vpc, tenants.length),
  ];
}

function addressDemand({ fields }: Draft<InternetVpcFile>, count: number): readonly Demand[] {
  const { cidr, availabilityZoneIds: azIds, endpointSubnets } = fields;
  const subnets = endpointSubnets ?? (cidr && azIds ? defaultSubnets(cidr, azIds, ENDPOINT_SUBNETS) : {});
  const sizes = Object.values(subnets).map(addressCount);
  if (!sizes.length) return [];
  const limit = Math.min(...sizes) - RESERVED_ADDRESSES;
  return [
    { path: ['endpointSubnets'], items: 'addresses (one each in every subnet)', count, limit, adjustable: false },
  ];
}

/** Name for the next shard of an internet VPC, e.g. `main-2`. */
function furtherName({ internetVpcs }: WorldDraft, name: string): string {
  const stem = name.replace(/-\d+$/, '');
  let number = 2;
  while (internetVpcs.some((other) => other.name === `${stem}-${number}`)) number += 1;
  return `${stem}-${number}`;
}
