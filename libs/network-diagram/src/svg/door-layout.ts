import type { DoorView } from '../view';
import { card } from './card';
import type { Card } from './card';
import { compactLane, fullLane } from './lanes';
import type { Lane, LanePlaces } from './lanes';
import { TENANT_WIDTH } from './tenant-frame';
import { wrap } from './text-width';
import { LINE, SIZE } from './theme';
import { listenerLines, openingsLine, routesLine, vpcTitle } from '../wording';
import { rangesHeight, zoneColumns } from './zones';
import type { Zones } from './zones';

/** How much a drawing says of each connection. */
export type Detail = 'full' | 'compact';

/** Left and right edge of everything. */
export const PAGE = { left: 20, right: 1180 } as const;
/** Right edge of the part of the central account that stands beside the tenants. */
export const ACCOUNT_RIGHT = 540;
/** The frame of the internet VPC. */
export const VPC = { left: 34, right: 526 } as const;
/** The columns of its AZs. */
export const COLUMNS = { left: 74, right: 512 } as const;
/** What belongs to the ALB and lies outside the VPC. */
export const SIDE = { left: 574, right: 1166, gap: 8 } as const;
/** The pill of the internet gateway, on the upper edge of the VPC, and the height of the clients above it. */
export const WAY_IN = { width: 170, height: 26, clients: 30 } as const;
const LANE_GAP = 18;
const PLACES: LanePlaces = {
  x: COLUMNS.left,
  width: COLUMNS.right - COLUMNS.left,
  turnX: 618,
  tenantX: PAGE.right - TENANT_WIDTH,
};

/** Parts of the drawing of an internet VPC and where they stand; what ends with `At` or `End` is a distance from its top. */
export interface DoorLayout {
  readonly zones: Zones;
  readonly alb: Card;
  readonly side: readonly { readonly card: Card; readonly at: number }[];
  readonly lanes: readonly { readonly lane: Lane; readonly at: number }[];
  /** Lines of the VPC's title. */
  readonly titles: readonly string[];
  /** Where requests come down. */
  readonly wayInX: number;
  readonly accountAt: number;
  /** End of the account's part that reaches over the whole width. */
  readonly armEnd: number;
  readonly vpcAt: number;
  readonly vpcEnd: number;
  readonly zonesAt: number;
  readonly publicAt: number;
  readonly publicEnd: number;
  readonly albAt: number;
  /** Head of the endpoint subnets in a compact drawing, and its lines. */
  readonly privateAt: number;
  readonly privateHead: readonly string[];
  readonly lanesEnd: number;
  readonly height: number;
}

/** Lays out an internet VPC from top to bottom. */
export function layOutDoor(door: DoorView, detail: Detail): DoorLayout {
  const zones = zoneColumns(COLUMNS.left, PLACES.width, [...door.publicSubnets.byZone, ...door.endpointSubnets.byZone]);
  const lastZone = zones.ids.at(-1);
  const wayInX = lastZone && zones.ids.length > 1 ? zones.column(lastZone).x - 4 : COLUMNS.right - 90;
  const titles = wrap(vpcTitle(door.vpc), wayInX - WAY_IN.width / 2 - VPC.left - 20, SIZE.title);
  const alb = albCard(door);

  const accountAt = WAY_IN.clients + 16;
  const vpcAt = accountAt + 34;
  const zonesAt = vpcAt + Math.max(WAY_IN.height / 2 + 8, 10 + titles.length * LINE.title);
  const publicAt = zonesAt + 24;
  const albAt = publicAt + 32 + rangesHeight(zones, door.publicSubnets.byZone);
  const publicEnd = albAt + alb.height + 10;
  const side = inColumn(sideCards(door), accountAt + 36, SIDE.gap, (card) => card.height);
  const armEnd = Math.max(publicEnd, side.end) + 12;
  const privateAt = publicEnd + 14;
  const privateHead = endpointSubnetsHead(door);
  const ranges = rangesHeight(zones, door.endpointSubnets.byZone);
  const privateEnd = privateAt + privateHead.length * LINE.small + ranges + 16;
  const lanesAt = Math.max(detail === 'full' ? publicEnd + 18 : privateEnd, armEnd + 22);
  const drawn = door.connections.map((connection) =>
    detail === 'full' ? fullLane(connection, door, PLACES, zones) : compactLane(connection, PLACES),
  );
  const lanes = inColumn(drawn, lanesAt, LANE_GAP, ({ height }) => height);
  const vpcEnd = lanes.end + 22;
  return {
    zones,
    alb,
    side: side.items.map(({ item, at }) => ({ card: item, at })),
    lanes: lanes.items.map(({ item, at }) => ({ lane: item, at })),
    titles,
    wayInX,
    accountAt,
    armEnd,
    vpcAt,
    vpcEnd,
    zonesAt,
    publicAt,
    publicEnd,
    albAt,
    privateAt,
    privateHead,
    lanesEnd: lanes.end,
    height: vpcEnd + 14,
  };
}

/** Puts things one below the other. */
function inColumn<T>(items: readonly T[], start: number, gap: number, heightOf: (item: T) => number) {
  let at = start;
  const placed = items.map((item) => {
    const own = { item, at };
    at += heightOf(item) + gap;
    return own;
  });
  return { items: placed, end: placed.length ? at - gap : start };
}

/** What every lane of a compact drawing would repeat. */
function endpointSubnetsHead({ endpointSubnets, alb, connections }: DoorView): readonly string[] {
  const openings = connections[0]?.endpoint.openings;
  return [
    `Endpoint subnets; ${routesLine(endpointSubnets)}`,
    ...(alb ? [`ALB ${openingsLine('out', alb.openings)}`] : []),
    ...(openings ? [`endpoints ${openingsLine('in', openings)}`] : []),
  ].flatMap((entry) => wrap(entry, PLACES.width, SIZE.small));
}

function albCard({ alb }: DoorView): Card {
  if (!alb) return card('plain', PLACES.width, 'No ALB is synthesized', []);
  const { label, openings } = alb;
  const lines = [...listenerLines(alb), openingsLine('in', openings), openingsLine('out', openings)];
  return card('central', PLACES.width, `ALB ${label}`, lines);
}

function sideCards({ zones, alb, webAcls }: DoorView): readonly Card[] {
  const width = SIDE.right - SIDE.left;
  return [
    ...zones.map(({ name, records }) =>
      card('plain', width, `Route 53 zone ${name}`, [`${records} alias record${records > 1 ? 's' : ''} to the ALB`]),
    ),
    ...(alb?.certificateNames.length
      ? [card('plain', width, 'Certificate of the ALB', [alb.certificateNames.join(', ')])]
      : []),
    ...webAcls.map(({ label, rules, logs }) =>
      card('guard', width, `WAF ${label}`, [
        ...rules.map((rule, index) => `${index + 1}. ${rule}`),
        logs ? 'writes logs' : 'writes no logs',
      ]),
    ),
    ...(alb?.logs.length ? [card('plain', width, 'Logs of the ALB', [`bucket ${alb.logs.join(', ')}`])] : []),
  ];
}
