import { contains, overlaps } from '@central-ingress/addressing';
import { nameProblem, tightInternetVpcNames, tightTenantNames } from '@central-ingress/naming';
import fc from 'fast-check';
import { generatedWorld } from './generated-world';
import { hostRules } from './host-rules';
import { internetVpcFile, tenantFile } from './layout';
import { centralTenants, internetVpcOf, isDirect, tenantsOf } from './lookup';
import { parseWorld } from './parse-world';
import { ConfigError } from './problems';
import { internetVpcText, PLATFORM, SAMPLE_TEXTS, sampleFiles, tenantText } from './sample-files';

/** A world has up to 30 tenants, so that few runs see many. */
const RUNS = { numRuns: 30 };

describe('parseWorld of a generated valid world', () => {
  it('accepts it and keeps every file, sorted by name', () => {
    fc.assert(
      fc.property(generatedWorld, (files) => {
        const { internetVpcs, tenants } = parseWorld(files);
        expect(internetVpcs.length + tenants.length + 1).toBe(files.length);
        const names = tenants.map(({ connectionName }) => connectionName);
        expect([...names].sort()).toEqual(names);
      }),
      RUNS,
    );
  });

  it('does not depend on the order of the files', () => {
    const shuffled = generatedWorld.chain((files) =>
      fc.tuple(fc.constant(files), fc.shuffledSubarray([...files], { minLength: files.length })),
    );
    fc.assert(
      fc.property(shuffled, ([files, other]) => {
        expect(JSON.stringify(parseWorld(other))).toBe(JSON.stringify(parseWorld(files)));
      }),
      RUNS,
    );
  });

  it('cuts subnets that lie inside their VPC and share no address', () => {
    fc.assert(
      fc.property(generatedWorld, (files) => {
        const { internetVpcs, tenants } = parseWorld(files);
        const networks = [
          ...internetVpcs.map((vpc) => ({ cidr: vpc.cidr, subnets: [vpc.endpointSubnets, vpc.publicSubnets] })),
          ...tenants.map((tenant) => ({
            cidr: tenant.cidr,
            subnets: [tenant.privateSubnets, ...(isDirect(tenant) ? [tenant.exposure.publicSubnets] : [])],
          })),
        ];
        for (const { cidr, subnets } of networks) {
          const all = subnets.flatMap((byAz) => Object.values(byAz));
          expect(all).toHaveLength(3 * subnets.length);
          expect(all.every((subnet) => contains(cidr, subnet))).toBe(true);
          expect(all.some((a, index) => all.slice(index + 1).some((b) => overlaps(a, b)))).toBe(false);
        }
      }),
      RUNS,
    );
  });

  it('has unique rule priorities per internet VPC, and names that AWS takes', () => {
    fc.assert(
      fc.property(generatedWorld, (files) => {
        const world = parseWorld(files);
        for (const { name } of world.internetVpcs) {
          const priorities = tenantsOf(world, name).flatMap(({ exposure }) =>
            hostRules(exposure).map((rule) => rule.priority),
          );
          expect(new Set(priorities).size).toBe(priorities.length);
        }
        const physical = [
          ...world.internetVpcs.flatMap(({ name }) => tightInternetVpcNames('acme', name)),
          ...world.tenants.flatMap(({ connectionName }) => tightTenantNames('acme', connectionName)),
        ];
        expect(physical.flatMap(({ type, name }) => nameProblem(type, name) ?? [])).toEqual([]);
      }),
      RUNS,
    );
  });

  it('gives each central tenant the AZ ids of its internet VPC', () => {
    fc.assert(
      fc.property(generatedWorld, (files) => {
        const world = parseWorld(files);
        for (const tenant of centralTenants(world)) {
          const ids = internetVpcOf(world, tenant).availabilityZoneIds;
          expect([...tenant.availabilityZoneIds].sort()).toEqual([...ids].sort());
        }
      }),
      RUNS,
    );
  });
});

describe('parseWorld of anything else', () => {
  function outcome(text: string): unknown {
    try {
      return parseWorld(sampleFiles({ [PLATFORM]: text }));
    } catch (error) {
      return error;
    }
  }

  it('rejects any text with a ConfigError', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(outcome(text)).toBeInstanceOf(ConfigError);
      }),
    );
  });

  it('rejects a valid file that is cut off or has a character too many', () => {
    const text = SAMPLE_TEXTS[PLATFORM] ?? '';
    const damaged = fc
      .tuple(fc.nat({ max: text.length }), fc.string({ maxLength: 2 }), fc.nat({ max: 3 }))
      .map(([at, inserted, removed]) => text.slice(0, at) + inserted + text.slice(at + removed));
    fc.assert(
      fc.property(damaged, (changed) => {
        const found = outcome(changed);
        if (found instanceof Error) expect(found).toBeInstanceOf(ConfigError);
        else expect(found).toHaveProperty('platform.region', 'eu-central-1');
      }),
    );
  });

  it('rejects any JSON in place of the file with a ConfigError', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(outcome(JSON.stringify(value))).toBeInstanceOf(ConfigError);
      }),
    );
  });

  it.each(['[', '{a: ', '- '])('rejects %j nested 20,000 times', (opening) => {
    expect(outcome(opening.repeat(20_000))).toBeInstanceOf(ConfigError);
  });
});

describe('parseWorld of a large world', () => {
  it('reads 500 tenants of ten internet VPCs in well under a second', () => {
    const vpcs = Array.from({ length: 10 }, (_, index) => ({
      path: internetVpcFile(`vpc-${index}`),
      text: internetVpcText(`v${index}.example.com`),
    }));
    const tenants = Array.from({ length: 500 }, (_, index) => {
      const shard = index % 10;
      const text = tenantText(`tenant-${index}`, index, '222222222222', [`t${index}.v${shard}.example.com`]);
      return { path: tenantFile(`tenant-${index}`), text: text.replace('Vpc: main', `Vpc: vpc-${shard}`) };
    });
    const platform = { path: PLATFORM, text: SAMPLE_TEXTS[PLATFORM] ?? '' };
    const before = process.cpuUsage();
    expect(parseWorld([platform, ...vpcs, ...tenants]).tenants).toHaveLength(500);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1e6).toBeLessThan(1);
  });
});
