import fc from 'fast-check';
import { internetVpcFile, PLATFORM_FILE, tenantFile } from './layout';
import type { ConfigFile } from './layout';

const names = fc.stringMatching(/^[a-z][a-z0-9]{1,6}(-[a-z0-9]{1,5})?[a-z0-9]$/);
const accounts = fc.integer({ min: 222_222_222_222, max: 999_999_999_999 }).map(String);
const blocks = fc
  .tuple(fc.integer({ min: 0, max: 255 }), fc.integer({ min: 16, max: 20 }))
  .map(([second, length]) => `10.${second}.0.0/${length}`);
const AZ_IDS = ['euc1-az1', 'euc1-az2', 'euc1-az3'];
const azIds = fc.shuffledSubarray(AZ_IDS, { minLength: 3 });

const tenant = fc.record({
  account: accounts,
  cidr: blocks,
  azIds,
  hostCount: fc.integer({ min: 1, max: 8 }),
  kind: fc.constantFrom('wildcard', 'deep', 'outside', 'direct'),
  ports: fc.constantFrom(
    {},
    { ports: [443, 8443], sslPorts: [8443] },
    { certificate: 'none', ports: [80], sslPorts: [] },
  ),
  shard: fc.nat({ max: 2 }),
  extras: fc.record(
    {
      controlPlane: fc.constantFrom({ version: '1.34' }, { allowedCidrs: ['203.0.113.0/24'] }),
      nodegroups: fc.record({ main: fc.record({ minSize: fc.integer({ min: 0, max: 450 }) }, { requiredKeys: [] }) }),
      extraVpcEndpoints: fc.constantFrom([], ['kms'], ['ssm', 'ssmmessages']),
      ingressController: fc.constantFrom('contour', 'nginx'),
      logRetentionDays: fc.constantFrom(1, 30, 3653),
      deletionProtection: fc.boolean(),
    },
    { requiredKeys: [] },
  ),
});

/** The host in the words of a file; its certificate comes from where `kind` says. */
function hostOf(kind: string, name: string, index: number, domain: string): unknown {
  if (kind === 'deep') return `h${index}.${name}.${domain}`;
  return kind === 'outside'
    ? { name: `h${index}.${name}.org`, hostedZone: `${name}.org` }
    : `${name}-${index}.${domain}`;
}

/**
 * Files of a valid world: one to three internet VPCs, up to 30 tenants of both exposures, keys left out or stated.
 * Values are written as JSON, which is YAML.
 */
export const generatedWorld: fc.Arbitrary<readonly ConfigFile[]> = fc
  .record({
    vpcs: fc.array(fc.record({ cidr: blocks, azIds, domain: fc.constantFrom('example.com', 'example.net') }), {
      minLength: 1,
      maxLength: 3,
    }),
    tenants: fc.uniqueArray(fc.tuple(names, tenant), { selector: ([name]) => name, maxLength: 30 }),
    slotStep: fc.integer({ min: 1, max: 60 }),
  })
  .map(({ vpcs, tenants, slotStep }) => [
    file(PLATFORM_FILE, {
      namePrefix: 'acme',
      region: 'eu-central-1',
      centralAccountId: '111111111111',
      deployerPrincipals: ['arn:aws:iam::111111111111:role/ci'],
    }),
    ...vpcs.map((vpc, index) =>
      file(internetVpcFile(`vpc-${index}`), {
        cidr: vpc.cidr,
        availabilityZoneIds: vpc.azIds,
        domain: `v${index}.${vpc.domain}`,
        hostedZone: 'create',
        quotas: { certificates: 300 },
      }),
    ),
    ...tenants.map(([name, { account, cidr, azIds: ids, hostCount, kind, ports, shard, extras }], index) => {
      const at = shard % vpcs.length;
      const domain = `v${at}.${vpcs[at]?.domain ?? ''}`;
      const hosts = Array.from({ length: hostCount }, (_, number) => hostOf(kind, name, number, domain));
      const exposure =
        kind === 'direct'
          ? { type: 'direct', hostedZone: domain, hosts, ...ports }
          : { type: 'central', internetVpc: `vpc-${at}`, slot: index * slotStep, hosts };
      const said = { connectionName: name, accountId: account, cidr, availabilityZoneIds: ids, exposure, ...extras };
      return file(tenantFile(name), said);
    }),
  ]);

function file(path: string, said: object): ConfigFile {
  return { path, text: JSON.stringify(said, null, 1) };
}
