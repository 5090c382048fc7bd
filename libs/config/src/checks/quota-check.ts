import { hostConfigs } from '../hosts';
import type { InternetVpcFile } from '../internet-vpc-schema';
import { internetVpcFile } from '../layout';
import type { ConfigProblem } from '../problems';
import { furtherInternetVpcName, isAdjustable, quotaDemands } from '../quota-demand';
import type { QuotaDemand, QuotaName } from '../quota-demand';
import { defaultSubnets, ENDPOINT_SUBNETS } from '../subnets';
import { tenantDraftsOf } from '../world-draft';
import type { Draft, WorldDraft } from '../world-draft';

/** What is counted, in plural. */
const ITEMS: Readonly<Record<QuotaName, string>> = {
  interfaceEndpoints: 'endpoints',
  targetGroups: 'target groups',
  listenerRules: 'host rules',
  certificates: 'own certificates',
  endpointAddresses: 'addresses (one each in every subnet)',
};

/** Quotas of each internet VPC: endpoints, target groups, rules, certificates, addresses (design, decision 9). */
export function quotaProblems(world: WorldDraft): readonly ConfigProblem[] {
  const names = world.internetVpcs.map(({ name }) => name);
  return world.internetVpcs.flatMap((vpc) =>
    demands(world, vpc)
      .filter(({ used, limit }) => used > limit)
      .map(({ quota, used, limit }) => {
        const path = quota === 'endpointAddresses' ? ['endpointSubnets'] : ['quotas', quota];
        const raise = isAdjustable(quota) ? `, or have AWS raise the quota and state it as ${path.join('.')}` : '';
        const further = internetVpcFile(furtherInternetVpcName(names, vpc.name));
        const what = `is exceeded by the tenants' ${ITEMS[quota]}`;
        const fix = `Add a further internet VPC, ${further}, and move tenants to it${raise}`;
        return vpc.source.problem(path, { what, expected: `at most ${limit}`, fix }, `${used}`);
      }),
  );
}

function demands(world: WorldDraft, { name, fields }: Draft<InternetVpcFile>): readonly QuotaDemand[] {
  const { domain, quotas, cidr, availabilityZoneIds: azIds, endpointSubnets: stated } = fields;
  const endpointSubnets = stated ?? (cidr && azIds ? defaultSubnets(cidr, azIds, ENDPOINT_SUBNETS) : {});
  const tenants = tenantDraftsOf(world, name).map(({ exposure: { hosts = [] } }) => ({
    hostCount: hosts.length,
    hosts: domain ? hostConfigs(hosts, domain) : [],
  }));
  return quotaDemands({ quotas, endpointSubnets }, tenants);
}
