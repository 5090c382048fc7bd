import fc from 'fast-check';
import {
  exampleConnectionView,
  exampleDirectView,
  exampleDoorView,
  exampleTenantView,
  exampleView,
  without,
} from '../example-view';
import type { NetworkView } from '../view';
import { ACCOUNT_RIGHT, PAGE } from './door-layout';
import { renderSvg } from './render-svg';
import { RESERVE, textWidth } from './text-width';
import { SIZE } from './theme';

interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly kind: string;
}

const decoded = (text: string): string =>
  text.replace(
    /&(lt|gt|quot|#39|amp);/g,
    (_, name: string) => ({ lt: '<', gt: '>', quot: '"', '#39': "'" })[name] ?? '&',
  );

function rectangles(svg: string): readonly Rectangle[] {
  return [
    ...svg.matchAll(/<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)" rx="[\d.]+" class="([^"]+)"/g),
  ].map(([, x, y, width, height, kind]) => ({
    x: Number(x),
    y: Number(y),
    width: Number(width),
    height: Number(height),
    kind: kind ?? '',
  }));
}

function texts(svg: string) {
  return [...svg.matchAll(/<text x="([\d.]+)" y="([\d.]+)" class="([^"]+)">([^<]*)</g)].map(
    ([, x, y, kind, content]) => ({
      x: Number(x),
      y: Number(y),
      kind: kind ?? '',
      content: decoded(content ?? ''),
    }),
  );
}

/** Cards that share a place and do not lie one in the other, as the addresses of an endpoint do. */
function overlaps(all: readonly Rectangle[]): readonly string[] {
  const cards = all.filter(({ kind }) => kind.startsWith('card') || kind.startsWith('account'));
  const inside = (a: Rectangle, b: Rectangle): boolean =>
    a.x >= b.x && a.y >= b.y && a.x + a.width <= b.x + b.width && a.y + a.height <= b.y + b.height;
  return cards.flatMap((a, index) =>
    cards.slice(index + 1).flatMap((b) => {
      const apart = a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
      return apart || inside(a, b) || inside(b, a) ? [] : [JSON.stringify([a, b])];
    }),
  );
}

/** Lines of cards that go over the edge of the card they begin in. */
function overflows(svg: string): readonly string[] {
  const cards = rectangles(svg).filter(({ kind }) => kind.startsWith('card'));
  return texts(svg).flatMap(({ x, y, kind, content }) => {
    if (kind !== 'body' && kind !== 'title') return [];
    const around = cards.find((one) => x >= one.x && x <= one.x + one.width && y >= one.y && y <= one.y + one.height);
    if (!around || around.height < 20) return [];
    const size = kind === 'title' ? SIZE.title : SIZE.body;
    const fits = x + textWidth(content, size) <= around.x + around.width && y <= around.y + around.height - 4;
    return fits ? [] : [content];
  });
}

/** Texts that go over the page, or beside an arrow over the account that they begin in. */
function strays(svg: string): readonly string[] {
  const frames = rectangles(svg).filter(({ kind }) => kind.startsWith('account'));
  return texts(svg).flatMap(({ x, y, kind, content }) => {
    const [name, place] = kind.split(' ');
    const own = textWidth(content, SIZE[name as keyof typeof SIZE] ?? SIZE.small);
    const isHead = x === PAGE.left && name !== 'title';
    const around = frames.find((one) => x >= one.x && x <= one.x + one.width && y >= one.y && y <= one.y + one.height);
    const account = around ? around.x + around.width : ACCOUNT_RIGHT;
    const end = place === 'end' ? x : x + (place === 'middle' ? own / 2 : own) / (isHead ? RESERVE : 1);
    return end <= (kind === 'label' && x < account ? account : 1200) ? [] : [content];
  });
}

const names = fc.stringMatching(/^[a-z][a-z-]{1,18}[a-z]$/);
const hosts = fc.array(fc.stringMatching(/^[a-z0-9-]{1,50}\.[a-z]{1,8}\.example\.com$/), {
  minLength: 1,
  maxLength: 12,
});
const views: fc.Arbitrary<NetworkView> = fc
  .record({
    connections: fc.uniqueArray(fc.tuple(names, hosts), { selector: ([name]) => name, minLength: 1, maxLength: 5 }),
    direct: fc.array(names, { maxLength: 3 }),
    unconnected: fc.array(names, { maxLength: 12 }),
    openings: fc.array(fc.ipV4(), { maxLength: 40 }).map((list) => list.map((ip) => `tcp 443 from ${ip}/32`)),
  })
  .map(({ connections, direct, unconnected, openings }) => ({
    ...exampleView(
      connections
        .map(([name, list]) => exampleConnectionView(name, list))
        .map(({ endpoint, ...rest }) => ({
          ...rest,
          endpoint: { ...endpoint, openings: { into: openings, outOf: [] } },
        })),
    ),
    direct: direct.map((name) => {
      const { loadBalancer, ...tenant } = exampleDirectView(name);
      if (!loadBalancer) throw new RangeError('the example tenant has an NLB');
      return { ...tenant, loadBalancer: { ...loadBalancer, openings: { into: openings, outOf: openings } } };
    }),
    unconnected: unconnected.map((name) => exampleTenantView(name)),
  }));

const withoutAlb = { ...without(exampleDoorView([exampleConnectionView()]), 'alb'), webAcls: [], zones: [] };
const tenantsInPart = [
  without(exampleTenantView(), 'service', 'vpc', 'loadBalancer'),
  { ...without(exampleTenantView(), 'service', 'loadBalancer'), clusters: [] },
];

describe('renderSvg', () => {
  it('places cards beside each other and keeps all texts inside, whatever the names and openings', () => {
    fc.assert(
      fc.property(views, (view) => {
        const svg = renderSvg(view);
        expect(overlaps(rectangles(svg))).toEqual([]);
        expect(overflows(svg)).toEqual([]);
        expect(strays(svg)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it.each([
    ['a tenant', exampleView()],
    ['an internet VPC without a tenant', exampleView([])],
    ['an internet VPC without its ALB', { ...exampleView(), doors: [withoutAlb] }],
    ['a direct tenant alone', { doors: [], direct: [exampleDirectView()], unconnected: [] }],
    ['tenants in part', { doors: [], direct: [], unconnected: tenantsInPart }],
    ['nothing', { doors: [], direct: [], unconnected: [] }],
  ])('stays on its page with %s', (_, view) => {
    const svg = renderSvg(view);
    const height = Number(/viewBox="0 0 1200 (\d+)"/.exec(svg)?.[1]);
    expect(rectangles(svg).filter(({ x, y, width, height: own }) => x + width > 1200 || y + own > height)).toEqual([]);
    expect(texts(svg).filter(({ y }) => y > height)).toEqual([]);
    expect([
      overlaps(rectangles(svg)),
      overflows(svg),
      strays(svg),
      svg.match(/NaN|Infinity|undefined|-\d+(?= )/),
    ]).toEqual([[], [], [], null]);
  });

  it.each([
    'Clients on the internet',
    'Internet gateway',
    'tcp 443 from 0.0.0.0/0',
    'Central internet account 111111111111, internet VPC main',
    'VPC acme-main-vpc, 10.12.0.0/16',
    'Public subnets; routes: 0.0.0.0/0 to internet gateway',
    '10.12.8.0/21',
    'ALB acme-alb',
    'HTTPS 443: answers 404 to any other host',
    'WAF acme-waf',
    '*.example.com',
    'Route 53 zone example.com',
    'Listener rule 21',
    'payments.example.com',
    'out: tcp 443 to acme-endpoints',
    'in: tcp 443 from acme-alb',
    'Interface endpoint acme-payments',
    'ENI in 10.12.0.0/21',
    'PrivateLink',
    'Tenant payments, account 222222222222',
    'Endpoint service acme-payments-service',
    'for arn:aws:iam::111111111111:role/connect',
    'in: nothing; rules do not apply to PrivateLink',
    'no internet gateway, no NAT, no peering; no route out',
    '10.11.8.0/21',
    'NLB acme-payments-nlb',
    'acme-payments-pods: TCP 8080',
    'out: tcp 8080 to 10.11.0.0/16',
    'EKS acme-payments',
    'private API only',
    'ec2, sts',
  ])('says %j of a tenant', (content) => {
    const shown = texts(renderSvg(exampleView())).map((one) => one.content);
    expect(shown.join(' ').replace(/\s+/g, ' ')).toContain(content);
  });

  it.each([
    'Reached directly, by an NLB of their own: not through the ALB and its WAF',
    'Route 53 zone example.com: partner-api.example.com to the NLB',
    'through acme-way-in; no WAF',
    'in: tcp 443 from 0.0.0.0/0',
    'connected by internet gateway acme-way-in',
    'Public subnets, no node; routes: 0.0.0.0/0 to internet gateway',
    '10.14.8.0/21',
    'Private subnets; no route out',
    '10.11.8.0/21',
    'NLB acme-partner-api-nlb',
    'Contour, chart 0.7.0',
    'Reached by an NLB of their own, without WAF: partner-api.',
  ])('says %j of a tenant with an NLB of its own', (content) => {
    const shown = texts(renderSvg({ ...exampleView(), direct: [exampleDirectView()] })).map((one) => one.content);
    expect(shown.join(' ').replace(/\s+/g, ' ')).toContain(content);
  });

  it('says the essentials of each of many tenants', () => {
    const shown = texts(
      renderSvg(exampleView(['a-one', 'b-two', 'c-three'].map((name) => exampleConnectionView(name)))),
    );
    const all = shown.map(({ content }) => content).join(' ');
    for (const name of ['a-one', 'b-two', 'c-three']) {
      for (const part of [
        `${name}.example.com`,
        `acme-${name}`,
        `Tenant ${name}, account 222222222222`,
        `acme-${name}-pods`,
      ]) {
        expect(all).toContain(part);
      }
    }
    expect(all).toContain('ALB out: tcp 443 to acme-endpoints endpoints in: tcp 443 from acme-alb');
  });

  it('counts the hosts that it leaves out where there are many tenants', () => {
    const hosts = (first: number) => [0, 1, 2].map((index) => `host${first + index}.example.com`);
    const connection = exampleConnectionView('a-one');
    const rules = [1, 4].map((first) => ({ priority: first, hosts: hosts(first), others: [] }));
    const view = exampleView([
      { ...connection, rules },
      exampleConnectionView('b-two'),
      exampleConnectionView('c-three'),
    ]);
    const shown = texts(renderSvg(view)).map(({ content }) => content);
    const first = shown.indexOf('Listener rules 1, 4');
    expect(shown.slice(first + 1, first + 6)).toEqual(
      [1, 2, 3, 4].map((n) => `host${n}.example.com`).concat('and 2 more'),
    );
  });

  it('names itself and what it shows for those who do not see it', () => {
    const svg = renderSvg({ ...exampleView(), unconnected: [exampleTenantView('later')] });
    expect(svg).toContain('role="img" aria-labelledby="title desc"');
    expect(svg).toContain('<title id="title">Network of internet VPC main and 2 tenants</title>');
    expect(svg).toContain('Not connected: later. Drawn from the synthesized Terraform.</desc>');
  });

  it('writes the same bytes for the same view, nothing that runs and nothing from elsewhere', () => {
    const svg = renderSvg(exampleView([exampleConnectionView('<script>', ['"&<b>\u0007'])]));
    expect(svg).toBe(renderSvg(exampleView([exampleConnectionView('<script>', ['"&<b>\u0007'])])));
    expect(svg.replace('xmlns="http://www.w3.org/2000/svg"', '')).not.toMatch(/<script|http|href|\u0007/);
    expect(svg).toContain('&quot;&amp;&lt;b&gt;');
  });
});
