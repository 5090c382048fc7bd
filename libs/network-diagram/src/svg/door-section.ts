import type { DoorView } from '../view';
import type { Block } from './block';
import { card } from './card';
import { ACCOUNT_RIGHT, COLUMNS, layOutDoor, PAGE, SIDE, VPC, WAY_IN } from './door-layout';
import type { Detail, DoorLayout } from './door-layout';
import { COMPACT_ENDPOINT } from './lanes';
import { box, line, polygon, text } from './shapes';
import { LINE } from './theme';
import { routesLine } from '../wording';
import { drawRanges, drawZones } from './zones';

/** Where the ALB's line runs down to the rules. */
const TRUNK_X = 52;
/** Where the lines from what belongs to the ALB meet. */
const BUS_X = 556;
const BOUNDARY_X = 590;

/** An internet VPC with all its connections: the central account is an L, the tenants stand in its corner. */
export function doorSection(door: DoorView, detail: Detail): Block {
  const layout = layOutDoor(door, detail);
  return {
    height: layout.height,
    draw: (_x, y) =>
      [
        drawAccount(door, layout, y),
        drawPublicSubnets(door, layout, y),
        ...(detail === 'compact' ? [drawEndpointSubnets(door, layout, y)] : []),
        drawSide(layout, y),
        drawWayIn(door, layout, y),
        ...(layout.lanes.length ? [drawLanes(layout, y)] : []),
      ].join('\n'),
  };
}

function drawAccount({ account, name }: DoorView, layout: DoorLayout, y: number): string {
  const { accountAt, armEnd, height, vpcAt, vpcEnd, titles, zones, zonesAt } = layout;
  const corners = [
    [PAGE.left, y + accountAt],
    [PAGE.right, y + accountAt],
    [PAGE.right, y + armEnd],
    [ACCOUNT_RIGHT, y + armEnd],
    [ACCOUNT_RIGHT, y + height],
    [PAGE.left, y + height],
  ] as const;
  return [
    polygon(corners, 'account central'),
    text(SIDE.left, y + accountAt + 24, 'title', `Central internet account ${account}, internet VPC ${name}`),
    box(VPC.left, y + vpcAt, VPC.right - VPC.left, vpcEnd - vpcAt, 'vpc'),
    ...titles.map((title, index) => text(VPC.left + 10, y + vpcAt + 20 + index * LINE.title, 'title', title)),
    drawZones(zones, y + zonesAt, vpcEnd - zonesAt - 6),
  ].join('\n');
}

function drawPublicSubnets({ publicSubnets }: DoorView, { zones, publicAt, publicEnd }: DoorLayout, y: number): string {
  return [
    box(COLUMNS.left - 8, y + publicAt, COLUMNS.right - COLUMNS.left + 16, publicEnd - publicAt, 'band open'),
    text(COLUMNS.left, y + publicAt + 15, 'small', `Public subnets; ${routesLine(publicSubnets)}`),
    drawRanges(zones, y + publicAt + 20, publicSubnets.byZone),
  ].join('\n');
}

function drawEndpointSubnets({ endpointSubnets }: DoorView, layout: DoorLayout, y: number): string {
  const { zones, privateAt, privateHead, lanes, lanesEnd } = layout;
  const start = (lanes[0]?.at ?? 0) - 8;
  const left = COLUMNS.right - COMPACT_ENDPOINT - 8;
  const rangesAt = y + privateAt + privateHead.length * LINE.small + 2;
  return [
    ...privateHead.map((entry, index) => text(COLUMNS.left, y + privateAt + 11 + index * LINE.small, 'small', entry)),
    drawRanges(zones, rangesAt, endpointSubnets.byZone),
    box(left, y + start, COMPACT_ENDPOINT + 16, lanesEnd + 8 - start, 'band'),
  ].join('\n');
}

function drawWayIn(
  { alb, internetGateway }: DoorView,
  { wayInX, vpcAt, albAt, ...layout }: DoorLayout,
  y: number,
): string {
  const gatewayY = y + vpcAt - WAY_IN.height / 2;
  const open = alb?.openings.into ?? [];
  return [
    card('open', 200, 'Clients on the internet', []).draw(wayInX - 100, y, WAY_IN.clients),
    arrowDown(wayInX, y + WAY_IN.clients, gatewayY),
    ...open.map((label, index) => text(wayInX + 110, y + 11 + index * LINE.small, 'label danger', label)),
    ...(internetGateway
      ? [
          box(wayInX - WAY_IN.width / 2, gatewayY, WAY_IN.width, WAY_IN.height, 'card open', WAY_IN.height / 2),
          text(wayInX, gatewayY + 17, 'body middle', 'Internet gateway'),
        ]
      : []),
    arrowDown(wayInX, gatewayY + WAY_IN.height, y + albAt),
    layout.alb.draw(COLUMNS.left, y + albAt),
  ].join('\n');
}

function drawSide({ side, alb, albAt }: DoorLayout, y: number): string {
  const toAlb = y + albAt + alb.height / 2;
  const middles = side.map(({ card: { height }, at }) => y + at + height / 2);
  const ends = [...middles, toAlb];
  const across = (from: number, to: number, at: number): string =>
    line(
      [
        [from, at],
        [to, at],
      ],
      'link',
    );
  const bus = line(
    [
      [BUS_X, Math.min(...ends)],
      [BUS_X, Math.max(...ends)],
    ],
    'link',
  );
  return [
    ...side.map(({ card: one, at }) => one.draw(SIDE.left, y + at)),
    ...middles.map((middle) => across(SIDE.left, BUS_X, middle)),
    ...(side.length ? [bus, across(BUS_X, COLUMNS.right, toAlb)] : []),
  ].join('\n');
}

function drawLanes({ lanes, alb, albAt, armEnd, height }: DoorLayout, y: number): string {
  const from = y + albAt + alb.height / 2;
  const labelAt = y + armEnd + 16;
  const boundary = [
    [BOUNDARY_X, labelAt + LINE.body + 8],
    [BOUNDARY_X, y + height],
  ] as const;
  return [
    line(boundary, 'boundary'),
    text(BOUNDARY_X, labelAt, 'title middle privatelink', 'AWS'),
    text(BOUNDARY_X, labelAt + LINE.body, 'title middle privatelink', 'PrivateLink'),
    ...lanes.map(({ lane, at }) => {
      const end = y + at + lane.ruleAt;
      const branch = [
        [COLUMNS.left, from],
        [TRUNK_X, from],
        [TRUNK_X, end],
        [COLUMNS.left - 1, end],
      ] as const;
      return `${lane.draw(y + at)}\n${line(branch, 'flow')}`;
    }),
  ].join('\n');
}

function arrowDown(x: number, from: number, to: number): string {
  return line(
    [
      [x, from],
      [x, to - 1],
    ],
    'flow',
  );
}
