import { buildNetworkModel } from '@central-ingress/network-model';
import fc from 'fast-check';
import { sumUsd } from './cost-line';
import { costReport, reportOf } from './cost-report';
import { exampleStacks } from './example-stacks';
import type { ExampleTenant } from './example-stacks';
import { PRICE_FILES, pricesFor } from './price-file';

const SEVEN = ['ec2', 'ecr.api', 'ecr.dkr', 'sts', 'elasticloadbalancing', 'logs', 'monitoring'];

function reportFor(tenants: readonly ExampleTenant[]) {
  const model = buildNetworkModel(exampleStacks(tenants));
  return costReport(model, pricesFor(model));
}

const tenants = fc
  .uniqueArray(
    fc.record({
      name: fc.stringMatching(/^[a-z]{3,6}(-[a-z]{3})?$/),
      services: fc.subarray([...SEVEN, 'kms', 'ssm']),
      zones: fc.integer({ min: 1, max: 3 }),
    }),
    { selector: ({ name }) => name, minLength: 1, maxLength: 5 },
  )
  .filter((list) => list.every(({ name }) => !['main', 'central'].includes(name)));

describe('costReport', () => {
  it('comes to the amount that was worked out by hand for seven endpoints over three AZs', () => {
    const [vpc, tenant] = reportFor([{ name: 'payments', services: SEVEN, zones: 3 }]).owners;
    const endpoints = tenant?.lines.filter(({ item }) => item.startsWith('endpoint of'));
    expect(sumUsd(endpoints?.map(({ monthlyUsd }) => monthlyUsd) ?? [])).toBe(183.96);
    expect([tenant?.name, tenant?.monthlyUsd]).toEqual(['payments', 302.95]);
    // 19.71 for the ALB, 10.95 for its addresses, 5 for the web ACL and 1 for each of its two rules.
    expect([vpc?.name, vpc?.monthlyUsd]).toEqual(['main', 37.66]);
  });

  it.each([
    [3, 131.4, 183.96, 236.52],
    [2, 87.6, 122.64, 157.68],
  ])('prices 5, 7 and 9 endpoints over %d AZs', (zones, ...amounts) => {
    const services = [...SEVEN, 'kms', 'ssm'];
    const found = [5, 7, 9].map((count) => {
      const { owners } = reportFor([{ name: 'payments', services: services.slice(0, count), zones }]);
      const lines = owners.at(-1)?.lines.filter(({ item }) => item.startsWith('endpoint of')) ?? [];
      return sumUsd(lines.map(({ monthlyUsd }) => monthlyUsd));
    });
    expect(found).toEqual(amounts);
  });

  it('shows a line as a whole, and no price for a gateway endpoint', () => {
    const lines = reportFor([{ name: 'payments', services: ['ecr.api'], zones: 2 }]).owners.at(-1)?.lines ?? [];
    expect(lines.map(({ item }) => item)).toEqual([
      'PrivateLink endpoint payments',
      'endpoint of ecr.api',
      'NLB payments-nlb',
      'EKS control plane payments',
    ]);
    expect(lines[1]).toEqual({
      item: 'endpoint of ecr.api',
      quantity: 2,
      unitPriceUsd: 0.012,
      per: 'AZ and hour',
      monthlyUsd: 17.52,
      resource: 'payments-networking/aws_vpc_endpoint.ecr-api',
    });
  });

  it('says what leaving out each optional endpoint saves', () => {
    const { owners } = reportFor([{ name: 'payments', services: [...SEVEN, 'kms'], zones: 3 }]);
    expect(owners.map(({ savings }) => savings)).toEqual([
      [],
      [
        { service: 'kms', monthlyUsd: 26.28 },
        { service: 'monitoring', monthlyUsd: 26.28 },
      ],
    ]);
  });

  it('counts nodes and whatever else has no price here', () => {
    const { owners } = reportFor([{ name: 'payments', services: [], zones: 3 }]);
    expect(owners.map(({ notPriced }) => notPriced)).toEqual([
      [{ item: 'hosted zone', count: 1 }],
      [
        { item: 'EC2 instance m6i.large', count: 3, remark: 'node group payments-nodes, 2 to 6' },
        { item: 'EBS volume of 50 GiB', count: 3, remark: 'node group payments-nodes, 2 to 6' },
        { item: 'KMS key', count: 1 },
      ],
    ]);
  });

  it('states what is paid by use per unit', () => {
    const [vpc, tenant] = reportFor([{ name: 'payments', services: [], zones: 3 }]).owners;
    const text = (owner: typeof vpc) => owner?.byUse.map(({ unitPriceUsd, per }) => `${unitPriceUsd} per ${per}`);
    expect(text(vpc)).toEqual(['0.008 per LCU and hour', '0.6 per million requests', 'undefined per GB']);
    expect(text(tenant)).toEqual(['0.006 per NLCU and hour', '0.01 per GB', '0.6 per cluster and hour']);
  });

  it('tells a door that the cluster makes itself', () => {
    const stacks = exampleStacks([]);
    const own = { aws_vpc: { vpc: {} }, aws_internet_gateway: { door: { vpc_id: '${aws_vpc.vpc.id}' } } };
    const model = buildNetworkModel({
      ...stacks,
      'direct-networking': { ...stacks['main-alb'], resource: own },
      'direct-cluster': { ...stacks['main-alb'], resource: { aws_eks_cluster: { cluster: { name: 'direct' } } } },
    });
    expect(costReport(model, pricesFor(model)).owners.at(-1)?.notPriced).toEqual([
      { item: 'internet-facing NLB that the cluster makes, with its public IPv4 addresses', count: 1 },
    ]);
  });

  it('takes an internet VPC without its ALB for no cluster with an NLB of its own', () => {
    const { 'main-networking': networking = {} } = exampleStacks([]);
    const resource = { aws_vpc: { vpc: {} }, aws_internet_gateway: { door: { vpc_id: '${aws_vpc.vpc.id}' } } };
    const model = buildNetworkModel({ 'main-networking': { ...networking, resource } });
    expect(costReport(model, pricesFor(model)).owners).toEqual([]);
  });

  it('tells what guards traffic on its way, which has no price here', () => {
    const stacks = exampleStacks([]);
    const resource = {
      aws_lb: { guard: { name: 'guard', load_balancer_type: 'gateway' } },
      aws_vpc_endpoint: { guard: { service_name: 'x', vpc_endpoint_type: 'GatewayLoadBalancer' } },
    };
    const model = buildNetworkModel({ 'main-networking': { ...stacks['main-networking'], resource } });
    const [owner] = costReport(model, pricesFor(model)).owners;
    expect([owner?.lines, owner?.notPriced]).toEqual([
      [],
      [
        { item: 'Gateway Load Balancer', count: 1 },
        { item: 'endpoint of a Gateway Load Balancer', count: 1 },
      ],
    ]);
  });

  it('keeps the central account apart from an internet VPC of its name', () => {
    const { 'main-alb': alb = {}, 'central-roles': roles = {} } = exampleStacks([]);
    const key = { resource: { aws_kms_key: { key: {} } } };
    const model = buildNetworkModel({ 'central-roles': { ...roles, ...key }, 'central-alb': alb });
    const { owners } = costReport(model, pricesFor(model));
    expect(owners.map(({ type, monthlyUsd, notPriced }) => [type, monthlyUsd, notPriced])).toEqual([
      ['central-account', 0, [{ item: 'KMS key', count: 1 }]],
      ['internet-vpc', 37.66, []],
    ]);
  });

  it('prices the NLB that the cluster makes of a Service, with an address in each subnet', () => {
    const stacks = exampleStacks([]);
    const vpc = '${aws_vpc.vpc.id}';
    const metadata = {
      name: 'internet',
      annotations: Object.fromEntries(
        Object.entries({
          name: 'direct-nlb',
          scheme: 'internet-facing',
          subnets: '${aws_subnet.a.id},${aws_subnet.b.id}',
        }).map(([name, value]) => [`service.beta.kubernetes.io/aws-load-balancer-${name}`, value]),
      ),
    };
    const own = {
      aws_vpc: { vpc: {} },
      aws_internet_gateway: { door: { vpc_id: vpc } },
      aws_subnet: { a: { vpc_id: vpc }, b: { vpc_id: vpc } },
      kubernetes_service_v1: { internet: { metadata, spec: { type: 'LoadBalancer' } } },
    };
    const model = buildNetworkModel({ ...stacks, 'direct-addons': { ...stacks['main-alb'], resource: own } });
    const owner = costReport(model, pricesFor(model)).owners.at(-1);
    expect([owner?.name, owner?.notPriced]).toEqual(['direct', []]);
    expect(owner?.lines.map(({ item, monthlyUsd }) => [item, monthlyUsd])).toEqual([
      ['NLB direct-nlb', 19.71],
      ['public IPv4 addresses of NLB direct-nlb', 7.3],
    ]);
    expect(owner?.byUse.map(({ item }) => item)).toEqual([
      'load balancer capacity of the NLB',
      'data sent to the internet',
    ]);
  });

  it('has totals that are the sums of lines without a negative one', () => {
    fc.assert(
      fc.property(tenants, (given) => {
        const { owners, monthlyUsd } = reportFor(given);
        for (const { lines, monthlyUsd: total } of owners) {
          expect(total).toBe(sumUsd(lines.map((line) => line.monthlyUsd)));
          expect(lines.filter((line) => line.monthlyUsd < 0 || line.quantity < 0)).toEqual([]);
        }
        expect(monthlyUsd).toBe(sumUsd(owners.map((owner) => owner.monthlyUsd)));
      }),
      { numRuns: 30 },
    );
  });

  it('grows by exactly the lines of a tenant that is added', () => {
    fc.assert(
      fc.property(tenants, (given) => {
        const [added, ...others] = given;
        const before = reportFor(others);
        const after = reportFor(given);
        const own = after.owners.find(({ name }) => name === added?.name);
        expect(after.owners.filter((owner) => owner !== own)).toEqual(before.owners);
        expect(after.monthlyUsd).toBe(sumUsd([before.monthlyUsd, own?.monthlyUsd ?? 0]));
      }),
      { numRuns: 30 },
    );
  });
});

describe('reportOf', () => {
  it('keeps the named owners and adds up again', () => {
    const report = reportFor([
      { name: 'payments', services: [], zones: 3 },
      { name: 'storefront', services: SEVEN, zones: 3 },
    ]);
    const part = reportOf(report, new Set(['storefront']));
    expect([part.owners.map(({ name }) => name), part.monthlyUsd]).toEqual([['storefront'], 302.95]);
  });
});

describe('pricesFor', () => {
  it('rejects a region without a price file and names those there are', () => {
    const model = buildNetworkModel(exampleStacks([], 'eu-west-1'));
    expect(() => pricesFor(model)).toThrow(
      expect.objectContaining({
        exitCode: 2,
        message:
          'cost: region: has no price file; got eu-west-1; expected one of eu-central-1. Write ' +
          'libs/cost-model/prices/<region>.json from the price list of AWS and name it in price-file.ts.',
      }),
    );
  });

  it('rejects a model that lies in two regions', () => {
    const model = buildNetworkModel({
      ...exampleStacks([]),
      'far-alb': exampleStacks([], 'us-east-1')['main-alb'] ?? {},
    });
    expect(() => pricesFor(model)).toThrow(
      expect.objectContaining({
        message:
          'cost: region: several regions are priced by no file; got eu-central-1, us-east-1; expected one of ' +
          'eu-central-1. Write libs/cost-model/prices/<region>.json from the price list of AWS and name it in ' +
          'price-file.ts.',
      }),
    );
  });
});

describe('PRICE_FILES', () => {
  it.each(PRICE_FILES.map((file) => [file.region, file] as const))(
    'says date and source of each price in %s',
    (_, file) => {
      const dates = Object.values(file.prices).map(({ date }) => date);
      expect(file.date).toBe(dates.sort().at(-1));
      for (const { usd, date, source, per } of Object.values(file.prices)) {
        expect(usd).toBeGreaterThan(0);
        expect(date).toMatch(/^\d{4}-\d\d-\d\d$/);
        expect([source.length > 20, per.length > 1]).toEqual([true, true]);
      }
    },
  );
});
