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
import { rectangles, texts } from './drawn';
import type { Rectangle } from './drawn';
import { renderSvg } from './render-svg';
import { RESERVE, textWidth } from './text-width';
import { SIZE } from './theme';

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
});
