import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { costReport, pricesFor } from '@central-ingress/cost-model';
import type { CostReport } from '@central-ingress/cost-model';
import { readNetworkView, renderSvg } from '@central-ingress/network-diagram';
import type { NetworkModel } from '@central-ingress/network-model';
import { loadWorld } from '@central-ingress/world-files';
import { ownersOf } from './owners';
import { BINARY } from './rehearsal/command-line';
import { synthesize } from './synthesize';
import { synthesizedModel } from './synthesized-model';
import { REPOSITORY } from './world-folder';

const PICTURE = 'docs/images/world.svg';

let folder: string;
let model: NetworkModel;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ingress-reference-'));
  const world = loadWorld(REPOSITORY);
  synthesize(world, ownersOf(world), folder);
  ({ model } = synthesizedModel({ from: folder }));
}, 30_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function ingress(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [BINARY, ...args], { encoding: 'utf8' });
  return { code: status, stdout, stderr };
}

describe('ingress cost', () => {
  it('prices the reference set: the door, and per tenant six endpoints, its own, NLB and control plane', () => {
    const { owners, monthlyUsd } = costReport(model, pricesFor(model));
    expect(owners.map(({ type, name, monthlyUsd: own }) => [type, name, own])).toEqual([
      ['internet-vpc', 'main', 40.66],
      ['tenant', 'partner-api', 261.34],
      ['tenant', 'payments', 276.67],
      ['tenant', 'storefront', 276.67],
    ]);
    expect(monthlyUsd).toBe(855.34);
    expect(owners.flatMap(({ savings }) => savings)).toEqual([]);
  });

  it('prints the named owners as JSON from a folder', () => {
    const { code, stdout, stderr } = ingress('cost', 'payments', '--from', folder, '--json');
    const report = JSON.parse(stdout) as CostReport & { missingStacks: string[] };
    expect([code, stderr]).toEqual([0, '']);
    expect(report.missingStacks).toEqual([]);
    expect([report.region, report.pricesOf, report.monthlyUsd]).toEqual(['eu-central-1', '2026-11-21', 276.67]);
    expect(report.owners.map(({ name, lines }) => [name, lines.length])).toEqual([['payments', 9]]);
  }, 30_000);
});

describe('ingress cost and ingress diagram', () => {
  it.each([
    [
      ['cost', 'payment'],
      1,
      'payment: no internet VPC and no tenant of this name; expected main, partner-api, payments, storefront. ' +
        'Did you mean payments?\n',
    ],
    [
      ['diagram', 'payment'],
      1,
      'payment: no tenant of this name; expected partner-api, payments, storefront. Did you mean payments?\n',
    ],
  ])(
    'rejects %j',
    (args, code, stderr) => {
      expect(ingress(...args, '--from', folder)).toEqual({ code, stdout: '', stderr });
    },
    30_000,
  );

  it.each(['cost', 'diagram'])(
    'ends %s with exit code 2 when a synthesized file is missing or malformed',
    (command) => {
      const missing = join(folder, 'nowhere');
      const first = ingress(command, '--from', missing);
      expect([first.code, first.stdout]).toEqual([2, '']);
      expect(first.stderr).toContain(`${join(missing, 'manifest.json')}: is missing; expected a folder that ingress`);

      const broken = mkdtempSync(join(tmpdir(), 'ingress-broken-'));
      cpSync(folder, broken, { recursive: true });
      writeFileSync(join(broken, 'stacks', 'main-alb', 'cdk.tf.json'), '{"terraform":{},"resource":[]}');
      const second = ingress(command, '--from', broken);
      rmSync(broken, { recursive: true });
      expect([second.code, second.stdout]).toEqual([2, '']);
      expect(second.stderr).toBe('main-alb: resource: is no object; got a list. Synthesize the stack again.\n');
    },
    60_000,
  );
});

describe('ingress diagram', () => {
  it('draws the picture of the README, which is what the repository holds', () => {
    const drawn = renderSvg(readNetworkView(model));
    const upToDate = readFileSync(join(REPOSITORY, PICTURE), 'utf8') === drawn;
    expect({ upToDate, else: `npx ingress diagram --out ${PICTURE}` }).toEqual({
      upToDate: true,
      else: `npx ingress diagram --out ${PICTURE}`,
    });
  });

  it('draws what a folder holds as Mermaid, and warns like cost when it is not the whole', () => {
    const whole = ingress('diagram', 'payments', '--format', 'mermaid', '--from', folder);
    expect([whole.code, whole.stderr, whole.stdout.slice(0, 12)]).toEqual([0, '', 'flowchart LR']);
    expect(whole.stdout).not.toContain('storefront');

    const part = mkdtempSync(join(tmpdir(), 'ingress-part-'));
    synthesize(loadWorld(REPOSITORY), ['payments'], part);
    const { code, stderr } = ingress('diagram', '--from', part);
    const cost = ingress('cost', '--from', part, '--json');
    rmSync(part, { recursive: true });
    const missingStacks = ['central-roles', 'main-alb', 'main-networking'];
    expect([code, cost.code]).toEqual([0, 0]);
    expect((JSON.parse(cost.stdout) as { missingStacks: string[] }).missingStacks).toEqual(missingStacks);
    expect(cost.stderr).toBe(stderr);
    expect(stderr).toContain(`${part}: is not the whole world; got 7 stack(s) without ${missingStacks.join(', ')}; `);
    expect(stderr).toContain('Not everything in the synthesized stacks could be read, so what follows is not whole;');
    expect(stderr).toContain('no stack writes the parameter /acme/internet-vpc/main/alb of 111111111111');
  }, 30_000);
});

describe('readNetworkView', () => {
  it('follows the links of the reference set from the door to the nodes', () => {
    const { doors, direct, unconnected } = readNetworkView(model);
    const [door] = doors;
    const zones = ['euc1-az1', 'euc1-az2', 'euc1-az3'];
    const ranges = (start: readonly string[]) => zones.map((azId, index) => ({ azId, cidr: start[index] ?? '' }));
    const endpointSubnets = ranges(['10.12.0.0/23', '10.12.2.0/23', '10.12.4.0/23']);
    expect([doors.length, direct.map(({ name }) => name), unconnected]).toEqual([1, ['partner-api'], []]);
    expect(door?.publicSubnets).toEqual({
      byZone: ranges(['10.12.128.0/23', '10.12.130.0/23', '10.12.132.0/23']),
      routes: ['0.0.0.0/0 to internet gateway'],
    });
    expect(door?.endpointSubnets).toEqual({ byZone: endpointSubnets, routes: [] });
    expect(door?.zones).toEqual([{ name: 'apps.example.com', records: 3 }]);
    expect(door?.alb).toEqual({
      label: 'acme-main-alb',
      listeners: [
        {
          port: 'HTTPS 443',
          does: ['policy ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09', 'answers 404 to any other host'],
        },
        { port: 'HTTP 80', does: ['redirects to HTTPS 443'] },
      ],
      certificateNames: ['apps.example.com', '*.apps.example.com'],
      openings: {
        into: ['tcp 80 from 0.0.0.0/0', 'tcp 443 from 0.0.0.0/0'],
        outOf: ['tcp 443 to acme-main-endpoints'],
      },
      enforcesPrivateLinkRules: true,
      logs: ['acme-main-alb-logs-111111111111'],
    });
    expect(door?.connections.map(({ tenant }) => tenant.name)).toEqual(['payments', 'storefront']);
    expect(door?.connections[0]).toEqual({
      rules: [{ priority: 21, hosts: ['payments.apps.example.com', 'pay.apps.example.com'], others: [] }],
      targets: ['acme-payments: HTTPS 443, by ip, health HTTPS / (200-499)'],
      endpoint: {
        label: 'acme-payments',
        subnets: endpointSubnets,
        openings: { into: ['tcp 443 from acme-main-alb'], outOf: [] },
      },
      tenant: {
        name: 'payments',
        account: '222222222222',
        vpc: { label: 'acme-payments-vpc', cidr: '10.11.0.0/16', waysOut: [] },
        subnets: { byZone: ranges(['10.11.0.0/21', '10.11.8.0/21', '10.11.16.0/21']), routes: [] },
        service: {
          label: 'acme-payments-endpoint-service',
          asks: false,
          principals: ['arn:aws:iam::111111111111:role/acme/acme-connection-role'],
        },
        loadBalancer: {
          label: 'acme-payments-nlb',
          listeners: [{ port: 'TLS 443', does: ['policy ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09'] }],
          certificateNames: ['payments.apps.example.com', 'pay.apps.example.com'],
          openings: { into: [], outOf: ['tcp 8080 to 10.11.0.0/16'] },
          enforcesPrivateLinkRules: false,
          logs: [],
        },
        targets: ['acme-payments-pods: TCP 8080, by ip, health TCP'],
        addOns: ['Contour, chart 0.7.0', 'AWS Load Balancer Controller, chart 3.5.0'],
        clusters: [
          { label: 'acme-payments', version: '1.35', api: 'private API only', nodes: ['3 × m6i.large (3 to 6)'] },
        ],
        awsServices: ['ec2', 'ecr.api', 'ecr.dkr', 'elasticloadbalancing', 'logs', 's3\u00a0(gateway)', 'sts'],
        awsOpenings: { into: ['tcp 443 from 10.11.0.0/16'], outOf: [] },
      },
    });
  });

  it('follows the links of a tenant with an NLB of its own from its record to the nodes', () => {
    const zones = ['euc1-az1', 'euc1-az2', 'euc1-az3'];
    const ranges = (start: readonly string[]) => zones.map((azId, index) => ({ azId, cidr: start[index] ?? '' }));
    expect(readNetworkView(model).direct).toEqual([
      {
        name: 'partner-api',
        account: '444444444444',
        vpc: {
          label: 'acme-partner-api-vpc',
          cidr: '10.11.0.0/16',
          waysOut: ['internet gateway acme-partner-api-internet-gateway'],
        },
        subnets: { byZone: ranges(['10.11.0.0/21', '10.11.8.0/21', '10.11.16.0/21']), routes: [] },
        direct: {
          zones: [{ name: 'apps.example.com', hosts: ['partner-api.apps.example.com'] }],
          internetGateway: 'acme-partner-api-internet-gateway',
          publicSubnets: {
            byZone: ranges(['10.11.128.0/23', '10.11.130.0/23', '10.11.132.0/23']),
            routes: ['0.0.0.0/0 to internet gateway'],
          },
        },
        loadBalancer: {
          label: 'acme-partner-api-nlb',
          listeners: [{ port: 'TLS 443', does: ['policy ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09'] }],
          certificateNames: ['partner-api.apps.example.com'],
          openings: {
            into: ['tcp 443 from 0.0.0.0/0'],
            outOf: ['what the load balancer controller opens to the pods'],
          },
          enforcesPrivateLinkRules: true,
          logs: [],
        },
        targets: ['port 443 to port http of the pods, by ip'],
        addOns: ['Contour, chart 0.7.0', 'AWS Load Balancer Controller, chart 3.5.0'],
        clusters: [
          { label: 'acme-partner-api', version: '1.35', api: 'private API only', nodes: ['3 × m6i.large (3 to 6)'] },
        ],
        awsServices: ['ec2', 'ecr.api', 'ecr.dkr', 'elasticloadbalancing', 'logs', 's3\u00a0(gateway)', 'sts'],
        awsOpenings: { into: ['tcp 443 from 10.11.0.0/16'], outOf: [] },
      },
    ]);
  });
});
