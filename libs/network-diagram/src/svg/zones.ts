import type { SubnetView } from '../view';
import { box, text } from './shapes';
import { LINE } from './theme';

const GAP = 8;

/** Columns of AZs over a width. */
export interface Zones {
  readonly ids: readonly string[];
  /** Left edge and width of an AZ's column. */
  column(azId: string): { readonly x: number; readonly width: number };
}

/** Divides a width into a column for each AZ of the subnets. */
export function zoneColumns(x: number, width: number, subnets: readonly SubnetView[]): Zones {
  const ids = [...new Set(subnets.map(({ azId }) => azId))].sort();
  const each = (width - GAP * Math.max(0, ids.length - 1)) / Math.max(1, ids.length);
  return {
    ids,
    column: (azId) => ({ x: x + Math.max(0, ids.indexOf(azId)) * (each + GAP), width: each }),
  };
}

/** The columns themselves with the names of the AZs on top, as a background. */
export function drawZones(zones: Zones, y: number, height: number): string {
  return zones.ids
    .map((azId) => {
      const { x, width } = zones.column(azId);
      return `${box(x, y, width, height, 'zone', 4)}\n${text(x + width / 2, y + 15, 'small middle', azId)}`;
    })
    .join('\n');
}

/** Ranges of subnets in the columns of their AZs, one below the other where an AZ has several. */
export function drawRanges(zones: Zones, y: number, subnets: readonly SubnetView[]): string {
  return zones.ids
    .flatMap((azId) => {
      const { x, width } = zones.column(azId);
      return rangesIn(azId, subnets).map((cidr, index) =>
        text(x + width / 2, y + 12 + index * LINE.body, 'body middle', cidr),
      );
    })
    .join('\n');
}

/** Height of {@link drawRanges}. */
export function rangesHeight({ ids }: Zones, subnets: readonly SubnetView[]): number {
  return Math.max(0, ...ids.map((azId) => rangesIn(azId, subnets).length)) * LINE.body;
}

function rangesIn(azId: string, subnets: readonly SubnetView[]): readonly string[] {
  return subnets.filter((subnet) => subnet.azId === azId).map(({ cidr }) => cidr);
}
