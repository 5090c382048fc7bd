import { internetVpcFile, tenantFile } from './layout';
import { centralTenants, directTenants } from './lookup';
import { parseWorld } from './parse-world';
import { ConfigError } from './problems';
import { MAIN, PAYMENTS, PLATFORM, sampleFiles, SAMPLE_TEXTS, STOREFRONT, tenantText } from './sample-files';
import type { Changes } from './sample-files';

function problemsOf(changes: Changes): readonly string[] {
  try {
    parseWorld(sampleFiles(changes));
  } catch (error) {
    if (error instanceof ConfigError) return error.message.split('\n');
    throw error;
  }
  return [];
}

const AZ_IDS = ['euc1-az1', 'euc1-az2', 'euc1-az3'];

describe('parseWorld', () => {
  it('fills in every default', () => {
    const { platform, internetVpcs, tenants } = parseWorld(sampleFiles({ [STOREFRONT]: null }));
    expect(platform).toEqual({
      namePrefix: 'acme',
      region: 'eu-central-1',
      centralAccountId: '111111111111',
      deployerPrincipals: ['arn:aws:iam::111111111111:role/platform-ci'],
      operatorAccess: { type: 'assumeRole', roleName: 'OrganizationAccountAccessRole' },
      charts: { type: 'repository' },
      tags: {},
    });
    expect(internetVpcs).toEqual([
      {
        name: 'main',
        cidr: '10.12.0.0/16',
        availabilityZoneIds: AZ_IDS,
        endpointSubnets: { 'euc1-az1': '10.12.0.0/23', 'euc1-az2': '10.12.2.0/23', 'euc1-az3': '10.12.4.0/23' },
        publicSubnets: { 'euc1-az1': '10.12.128.0/23', 'euc1-az2': '10.12.130.0/23', 'euc1-az3': '10.12.132.0/23' },
        domain: 'apps.example.com',
        hostedZone: 'create',
        waf: { rateLimit: 2000 },
        logRetentionDays: 365,
        deletionProtection: true,
        quotas: { interfaceEndpoints: 50, targetGroups: 100, listenerRules: 100, certificates: 25 },
      },
    ]);
    expect(tenants).toEqual([
      {
        connectionName: 'payments',
        accountId: '222222222222',
        cidr: '10.11.0.0/16',
        availabilityZoneIds: AZ_IDS,
        privateSubnets: { 'euc1-az1': '10.11.0.0/21', 'euc1-az2': '10.11.8.0/21', 'euc1-az3': '10.11.16.0/21' },
        exposure: {
          type: 'central',
          internetVpc: 'main',
          slot: 1,
          hosts: [{ name: 'payments.apps.example.com', certificate: { type: 'wildcard' } }],
          healthCheckPath: '/',
        },
        controlPlane: { version: '1.35', allowedCidrs: [], privateCidrs: [] },
        nodegroups: {
          main: {
            instanceTypes: ['m6i.large'],
            desiredSize: 3,
            minSize: 3,
            maxSize: 6,
            diskSizeGib: 50,
            k8sLabels: {},
          },
        },
        accessEntries: [],
        extraVpcEndpoints: [],
        ingressController: 'contour',
        proxyProtocolV2: false,
        sampleWorkload: false,
        logRetentionDays: 365,
        deletionProtection: true,
      },
    ]);
  });

  it('keeps stated subnets, in the order of the AZ ids', () => {
    const stated = '{euc1-az3: 10.11.64.0/24, euc1-az1: 10.11.65.0/24, euc1-az2: 10.11.66.0/24}';
    const { tenants } = parseWorld(
      sampleFiles({ [PAYMENTS]: ['exposure:', `privateSubnets: ${stated}\nexposure:`], [STOREFRONT]: null }),
    );
    expect(Object.entries(tenants[0]?.privateSubnets ?? {})).toEqual([
      ['euc1-az1', '10.11.65.0/24'],
      ['euc1-az2', '10.11.66.0/24'],
      ['euc1-az3', '10.11.64.0/24'],
    ]);
  });

  it('cuts private subnets of a /20 no smaller than a tenant may have', () => {
    const { tenants } = parseWorld(sampleFiles({ [PAYMENTS]: ['10.11.0.0/16', '10.11.16.0/20'], [STOREFRONT]: null }));
    expect(Object.values(tenants[0]?.privateSubnets ?? {})).toEqual([
      '10.11.16.0/24',
      '10.11.17.0/24',
      '10.11.18.0/24',
    ]);
  });

  it.each([
    ['{}', { minSize: 3, desiredSize: 3, maxSize: 6 }],
    ['{minSize: 5}', { minSize: 5, desiredSize: 5, maxSize: 10 }],
    ['{minSize: 0}', { minSize: 0, desiredSize: 0, maxSize: 1 }],
    ['{minSize: 1, desiredSize: 4}', { minSize: 1, desiredSize: 4, maxSize: 8 }],
    ['{minSize: 300}', { minSize: 300, desiredSize: 300, maxSize: 450 }],
  ])('completes the sizes of a node group that says %s', (said, sizes) => {
    const { tenants } = parseWorld(
      sampleFiles({ [PAYMENTS]: ['exposure:', `nodegroups: {main: ${said}}\nexposure:`], [STOREFRONT]: null }),
    );
    expect(tenants[0]?.nodegroups.main).toEqual({
      instanceTypes: ['m6i.large'],
      diskSizeGib: 50,
      k8sLabels: {},
      ...sizes,
    });
  });

  it.each([
    ['apps.example.com', { type: 'wildcard' }],
    ['pay.apps.example.com', { type: 'wildcard' }],
    ['{name: pay.apps.example.com}', { type: 'wildcard' }],
    ['{name: pay.apps.example.com, hostedZone: apps.example.com}', { type: 'wildcard' }],
    [
      '{name: pay.apps.example.com, hostedZone: pay.apps.example.com}',
      { type: 'hostedZone', hostedZone: 'pay.apps.example.com' },
    ],
    ['v2.pay.apps.example.com', { type: 'hostedZone', hostedZone: 'apps.example.com' }],
    ['{name: pay.example.org, hostedZone: example.org}', { type: 'hostedZone', hostedZone: 'example.org' }],
  ])('finds the certificate of the host %s', (host, certificate) => {
    const world = parseWorld(sampleFiles({ [PAYMENTS]: ['payments.apps.example.com', host], [STOREFRONT]: null }));
    expect(centralTenants(world)[0]?.exposure.hosts[0]?.certificate).toEqual(certificate);
  });

  it('takes an existing certificate where the file names one', () => {
    const certificateArn = 'arn:aws:acm:eu-central-1:111111111111:certificate/12345678-1234-1234-1234-123456789012';
    const host = `{name: pay.apps.example.com, certificateArn: '${certificateArn}'}`;
    const world = parseWorld(sampleFiles({ [PAYMENTS]: ['payments.apps.example.com', host] }));
    expect(centralTenants(world)[0]?.exposure.hosts[0]?.certificate).toEqual({ type: 'arn', certificateArn });
  });

  it('fills in every default of a direct tenant, and finds who holds its zone', () => {
    const text = tenantText('payments', 1).replace(
      /exposure:[^]*$/,
      'exposure:\n  type: direct\n  hostedZone: apps.example.com\n  hosts: [pay.apps.example.com]\n',
    );
    expect(directTenants(parseWorld(sampleFiles({ [PAYMENTS]: text })))[0]?.exposure).toEqual({
      type: 'direct',
      hostedZone: 'apps.example.com',
      hostedZoneOwner: 'main',
      hosts: [{ name: 'pay.apps.example.com' }],
      certificate: { type: 'requested' },
      ports: [443],
      sslPorts: [443],
      publicSubnets: { 'euc1-az1': '10.11.128.0/23', 'euc1-az2': '10.11.130.0/23', 'euc1-az3': '10.11.132.0/23' },
      allowedCidrs: ['0.0.0.0/0'],
      crossZone: true,
    });
  });

  it.each(['team-*', 'team*', 'team'])('takes the namespace %s of an access entry', (namespace) => {
    const principalArn = 'arn:aws:iam::222222222222:role/dev';
    const entry = `{principalArn: '${principalArn}', policy: AmazonEKSViewPolicy, namespaces: ['${namespace}']}`;
    const text = `${tenantText('payments', 1)}accessEntries: [${entry}]\n`;
    expect(parseWorld(sampleFiles({ [PAYMENTS]: text })).tenants[0]?.accessEntries).toEqual([
      { principalArn, policy: 'AmazonEKSViewPolicy', namespaces: [namespace] },
    ]);
  });

  it('takes the secret of in-cluster TLS', () => {
    const text = `${tenantText('payments', 1)}inClusterTls: true\ninClusterTlsSecret: ingress-tls\n`;
    expect(parseWorld(sampleFiles({ [PAYMENTS]: text })).tenants[0]?.inClusterTls).toEqual({
      secretName: 'ingress-tls',
    });
  });

  it('accepts two tenants in one account, with the same block', () => {
    expect(parseWorld(sampleFiles({ [STOREFRONT]: ['333333333333', '222222222222'] })).tenants).toHaveLength(2);
  });

  it('knows whose zone a second internet VPC looks up', () => {
    const second = (SAMPLE_TEXTS[MAIN] ?? '').replace('create', 'lookup');
    const elsewhere = second.replace('apps.example.com', 'example.org');
    const files = { [internetVpcFile('a-second')]: second, [internetVpcFile('elsewhere')]: elsewhere };
    const { internetVpcs } = parseWorld(sampleFiles(files));
    expect(internetVpcs.map(({ name, hostedZoneOwner }) => [name, hostedZoneOwner])).toEqual([
      ['a-second', 'main'],
      ['elsewhere', undefined],
      ['main', undefined],
    ]);
  });

  it('knows which other internet VPCs create the zones of hosts', () => {
    const other = (SAMPLE_TEXTS[MAIN] ?? '').replace('apps.example.com', 'example.org');
    const ownersOf = (vpc: string) => {
      const host = '{name: pay.example.org, hostedZone: example.org}';
      const files = { [PAYMENTS]: ['payments.apps.example.com', host] as const, [internetVpcFile('other')]: vpc };
      return centralTenants(parseWorld(sampleFiles(files)))[0]?.exposure.hostedZoneOwners;
    };
    expect(ownersOf(other)).toEqual(['other']);
    expect(ownersOf(other.replace('create', 'lookup'))).toBeUndefined();
  });

  it('sorts tenants by connection name, also where one begins another', () => {
    const files = sampleFiles({ [tenantFile('payments-test')]: tenantText('payments-test', 3) });
    expect(parseWorld(files).tenants.map(({ connectionName }) => connectionName)).toEqual([
      'payments',
      'payments-test',
      'storefront',
    ]);
  });

  it('accepts a world without tenants', () => {
    expect(parseWorld(sampleFiles({ [PAYMENTS]: null, [STOREFRONT]: null })).tenants).toEqual([]);
  });
});

describe('parseWorld with several mistakes', () => {
  it('rejects all of them in one report, by file and path', () => {
    expect(
      problemsOf({
        [PLATFORM]: ['acme', 'A'],
        [MAIN]: ['create', 'maybe'],
        [PAYMENTS]: ['slot: 1', 'slot: 2\n  healthCheckPath: nowhere'],
        [STOREFRONT]: ["accountId: '333333333333'", 'accountId: 333333333333\ncolour: red'],
      }),
    ).toEqual([
      `${MAIN}: hostedZone: is not known; got "maybe"; expected one of create, lookup. Choose one of them.`,
      `${PAYMENTS}: exposure.healthCheckPath: is not valid; got "nowhere"; expected a path that begins with /. Write it like /healthz.`,
      `${STOREFRONT}: accountId: is read by YAML as a number; got 333333333333; expected an AWS account id of twelve digits in quotes. Put it in quotes: '333333333333'.`,
      `${STOREFRONT}: colour: is no known key; got "colour"; expected one of the keys connectionName, accountId, cidr, availabilityZoneIds, privateSubnets, exposure, controlPlane, nodegroups, accessEntries, extraVpcEndpoints, ingressController, inClusterTls, inClusterTlsSecret, proxyProtocolV2, sampleWorkload, logRetentionDays, deletionProtection. Remove it.`,
      `${STOREFRONT}: exposure.slot: is taken by ${PAYMENTS}; got 2; expected a slot that no other tenant of main has. Take 1, the next free slot.`,
      'platform.yaml: namePrefix: is not valid; got "A"; expected 2 to 12 lower-case letters, digits and single hyphens, beginning with a letter. Choose a short word such as acme.',
    ]);
  });

  it('checks the valid keys of a file between files although another key is wrong', () => {
    expect(
      problemsOf({
        [PLATFORM]: ['namePrefix: acme', 'namePrefix: acme\ntags: none'],
        [PAYMENTS]: ["accountId: '222222222222'", "accountId: '111111111111'\ningressController: traefik"],
      }),
    ).toEqual([
      `${PAYMENTS}: accountId: is the central account; got "111111111111"; expected an account of its own, as the endpoint service has to cross accounts. Name the account of the cluster.`,
      `${PAYMENTS}: ingressController: is not known; got "traefik"; expected one of contour, nginx. Choose one of them.`,
      'platform.yaml: tags: is no mapping; got "none"; expected a mapping from tag key to tag value. Write one line per tag.',
    ]);
  });

  it('offers each tenant that has to move a slot of its own', () => {
    const moves = problemsOf({
      [STOREFRONT]: ['slot: 2', 'slot: 1'],
      [tenantFile('third')]: tenantText('third', 1),
    });
    expect(moves.map((line) => line.split('. ')[1])).toEqual([
      'Take 2, the next free slot.',
      'Take 3, the next free slot.',
    ]);
  });

  it('reports the problems met while reading together with its own', () => {
    const met = { file: 'z.yaml', path: '(file)', what: 'is gone', got: 'nothing', expected: 'it', fix: 'Find it' };
    expect(() => parseWorld(sampleFiles({ [PLATFORM]: ['acme', 'A'] }), [met])).toThrow(
      expect.objectContaining({ problems: [expect.objectContaining({ file: 'platform.yaml' }), met] }) as Error,
    );
  });

  it('says the line of each problem that has one', () => {
    const lines = (changes: Changes): readonly (number | undefined)[] => {
      try {
        parseWorld(sampleFiles(changes));
      } catch (error) {
        return (error as ConfigError).problems.map(({ line }) => line);
      }
      return [];
    };
    expect(lines({ [PAYMENTS]: ['slot: 1', 'slot: 2000'] })).toEqual([8]);
    expect(lines({ [PAYMENTS]: ['  slot: 1\n', ''] })).toEqual([undefined]);
    expect(lines({ [PAYMENTS]: ['cidr: 10', 'cidr: : 10'] })).toEqual([3]);
  });
});
