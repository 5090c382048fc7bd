import { LONGEST_CERTIFICATE_NAME } from '../hosts';
import type { ConfigProblem } from '../problems';
import { DIRECT_PUBLIC_SUBNETS, ENDPOINT_SUBNETS, PRIVATE_SUBNETS, PUBLIC_SUBNETS, subnetProblems } from '../subnets';
import { internetVpcDraftOf } from '../world-draft';
import type { TenantDraft, WorldDraft } from '../world-draft';

/** Internet VPCs and who refers to them: subnets, domains, AZ ids equal on both sides. */
export function internetVpcProblems(world: WorldDraft): readonly ConfigProblem[] {
  return [
    ...world.internetVpcs.flatMap(({ source, fields }) => {
      const { endpointSubnets, publicSubnets } = fields;
      return subnetProblems(source, { ...fields, stated: { endpointSubnets, publicSubnets } }, [
        ENDPOINT_SUBNETS,
        PUBLIC_SUBNETS,
      ]);
    }),
    ...domainProblems(world),
    ...world.tenants.flatMap(({ source, fields, direct }) => {
      const stated = {
        [PRIVATE_SUBNETS.key]: fields.privateSubnets,
        [DIRECT_PUBLIC_SUBNETS.key]: direct?.publicSubnets,
      };
      const plans = direct ? [PRIVATE_SUBNETS, DIRECT_PUBLIC_SUBNETS] : [PRIVATE_SUBNETS];
      return subnetProblems(source, { ...fields, stated }, plans);
    }),
    ...world.tenants.flatMap((tenant) => referenceProblems(world, tenant)),
  ];
}

function domainProblems({ internetVpcs }: WorldDraft): readonly ConfigProblem[] {
  const creators = internetVpcs.filter(({ fields }) => fields.hostedZone === 'create');
  return [
    ...internetVpcs.flatMap(({ source, fields: { domain } }) => {
      if (!domain || domain.length <= LONGEST_CERTIFICATE_NAME) return [];
      const expected = `at most ${LONGEST_CERTIFICATE_NAME} characters, as ACM asks of a certificate's name`;
      const what = `has ${domain.length} characters`;
      return [source.problem(['domain'], { what, expected, fix: 'Choose a shorter domain' })];
    }),
    ...creators.flatMap(({ source, fields }, index) => {
      const first = creators.slice(0, index).find((other) => other.fields.domain === fields.domain);
      if (!first || !fields.domain) return [];
      const what = `creates the zone of ${fields.domain}, as ${first.source.file} does`;
      const expected = 'one internet VPC that creates a zone';
      return [source.problem(['hostedZone'], { what, expected, fix: 'Write lookup here, or choose another domain' })];
    }),
  ];
}

function referenceProblems(world: WorldDraft, tenant: TenantDraft): readonly ConfigProblem[] {
  const { source, fields, exposure } = tenant;
  const vpc = internetVpcDraftOf(world, tenant);
  if (exposure.internetVpc && !vpc) {
    const known = world.internetVpcs.map(({ name }) => name);
    const expected = known.length ? `one of ${known.join(', ')}` : 'an internet VPC, of which there is none';
    const fix = 'Correct the name, or add the folder';
    return [
      source.problem(['exposure', 'internetVpc'], { what: 'names no internet VPC of this world', expected, fix }),
    ];
  }
  const own = fields.availabilityZoneIds;
  const theirs = vpc?.fields.availabilityZoneIds;
  if (!vpc || !own || !theirs || own.every((azId) => theirs.includes(azId))) return [];
  const what = `differs from the AZ ids of internet VPC ${vpc.name}`;
  const expected = `${theirs.join(', ')}, as an endpoint needs its service in the same AZ`;
  return [source.problem(['availabilityZoneIds'], { what, expected, fix: 'Name the same three' }, own.join(', '))];
}
