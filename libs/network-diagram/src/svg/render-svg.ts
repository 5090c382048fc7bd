import { summaryOf } from '../summary';
import type { NetworkView } from '../view';
import { PAGE } from './door-layout';
import { doorSection } from './door-section';
import { element, escapeXml } from './markup';
import { box, line, text } from './shapes';
import { tenantFrame, TENANT_WIDTH } from './tenant-frame';
import { RESERVE, wrap } from './text-width';
import { LINE, SIZE, STYLE } from './theme';

/** More connections than this are drawn in few lines each. */
const FULL_CONNECTIONS = 2;
const WIDTH = PAGE.left + PAGE.right;
const GAP = 30;
/** Nothing stands beside the head but the margin, so its lines are measured without the reserve of a card's. */
const HEAD_WIDTH = (PAGE.right - PAGE.left) * RESERVE;

/** A view as SVG: the same view gives the same bytes, and nothing in it is fetched from elsewhere. */
export function renderSvg(view: NetworkView): string {
  const { title: heading, sentence } = summaryOf(view);
  const connections = view.doors.reduce((sum, door) => sum + door.connections.length, 0);
  const detail = connections > FULL_CONNECTIONS ? 'compact' : 'full';
  const parts: string[] = [];
  const head = drawHead(heading, sentence);
  let y = head.height;
  for (const door of view.doors) {
    const section = doorSection(door, detail);
    parts.push(section.draw(0, y));
    y += section.height + GAP;
  }
  for (const [title, tenants] of [
    ['Reached directly, by an NLB of their own: not through the ALB and its WAF', view.direct],
    ['Not connected to an internet VPC', view.unconnected],
  ] as const) {
    if (!tenants.length) continue;
    parts.push(text(PAGE.left, y + 4, 'title', title));
    y += 18;
    for (let index = 0; index < tenants.length; index += 2) {
      const frames = tenants.slice(index, index + 2).map(tenantFrame);
      frames.forEach((frame, column) => parts.push(frame.draw(column ? PAGE.right - TENANT_WIDTH : PAGE.left, y)));
      y += Math.max(...frames.map(({ height }) => height)) + GAP;
    }
  }
  const height = y + 26;
  const attributes = {
    xmlns: 'http://www.w3.org/2000/svg',
    width: WIDTH,
    height: Math.round(height),
    viewBox: `0 0 ${WIDTH} ${Math.round(height)}`,
    role: 'img',
    'aria-labelledby': 'title desc',
  };
  const content = [
    element('title', { id: 'title' }, escapeXml(heading)),
    element('desc', { id: 'desc' }, escapeXml(sentence)),
    element('style', {}, STYLE),
    element(
      'defs',
      {},
      element(
        'marker',
        { id: 'arrow', viewBox: '0 0 10 10', refX: 9, refY: 5, markerWidth: 7, markerHeight: 7, orient: 'auto' },
        element('path', { d: 'M0 0L10 5L0 10z', fill: '#1b1f24' }),
      ),
    ),
    element('rect', { width: WIDTH, height: Math.round(height), fill: '#fff' }),
    head.drawn,
    ...parts,
    legend(y),
  ];
  return `${element('svg', attributes, `\n${content.join('\n')}\n`)}\n`;
}

/** The title and the sentence below it. */
function drawHead(heading: string, sentence: string): { readonly drawn: string; readonly height: number } {
  const titles = wrap(heading, HEAD_WIDTH, SIZE.heading);
  const sentences = wrap(sentence, HEAD_WIDTH, SIZE.small);
  const first = 34 + titles.length * LINE.heading - 4;
  const drawn = [
    ...titles.map((entry, index) => text(PAGE.left, 34 + index * LINE.heading, 'heading', entry)),
    ...sentences.map((entry, index) => text(PAGE.left, first + index * LINE.small, 'small', entry)),
  ];
  return { drawn: drawn.join('\n'), height: first + sentences.length * LINE.small + 5 };
}

function legend(y: number): string {
  return [
    line(
      [
        [PAGE.left, y],
        [PAGE.left + 34, y],
      ],
      'flow',
    ),
    text(PAGE.left + 42, y + 4, 'small', 'way of a request'),
    line(
      [
        [170, y],
        [204, y],
      ],
      'link',
    ),
    text(212, y + 4, 'small', 'belongs to'),
    line(
      [
        [300, y],
        [334, y],
      ],
      'boundary',
    ),
    text(342, y + 4, 'small', 'account boundary, crossed in one direction'),
    box(610, y - 7, 24, 14, 'zone', 3),
    text(642, y + 4, 'small', 'availability zone'),
    box(760, y - 7, 24, 14, 'card open', 3),
    text(792, y + 4, 'small', 'open to the internet'),
    text(PAGE.right, y + 4, 'small end', 'in and out: what security groups let through'),
  ].join('\n');
}
