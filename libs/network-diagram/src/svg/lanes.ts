import type { ConnectionView, DoorView } from '../view';
import { arrowDown, arrowHeight } from './block';
import { card } from './card';
import { box, line, text } from './shapes';
import { tenantFrame, TENANT_WIDTH } from './tenant-frame';
import { wrap } from './text-width';
import { SIZE } from './theme';
import { openingsLine, principalLines, rulesTitle, ruleLines, routesLine, waysOutLine, zonesOf } from '../wording';
import type { Zones } from './zones';

/** Where the two sides of a connection stand. */
export interface LanePlaces {
  /** Left edge and width of what lies in the internet VPC. */
  readonly x: number;
  readonly width: number;
  /** Where the arrow into the tenant's account turns up or down. */
  readonly turnX: number;
  readonly tenantX: number;
}

/** The drawing of one connection, from the listener rule to the tenant. */
export interface Lane {
  readonly height: number;
  /** Distance from the top to where the ALB's line ends. */
  readonly ruleAt: number;
  draw(y: number): string;
}

const CHIP = 22;
/** What the frame of the endpoint's subnets has above and below the endpoint. */
const BAND = { above: 8, below: 24 } as const;
/** Width of an endpoint that is drawn in few lines. */
export const COMPACT_ENDPOINT = 150;
const MAX_HOSTS = 4;

/** A connection with everything that is known of it. */
export function fullLane(
  connection: ConnectionView,
  { alb, endpointSubnets: subnets }: DoorView,
  places: LanePlaces,
  zones: Zones,
): Lane {
  const { rules, targets, endpoint, tenant } = connection;
  const { x, width, turnX, tenantX } = places;
  const rule = card('central', width, rulesTitle(rules), ruleLines(rules));
  const group = targets.length ? card('central', width, 'Target group', targets) : undefined;
  const groupAt = rule.height + (group ? arrowHeight([]) : 0);
  const labels = [...(alb ? [openingsLine('out', alb.openings)] : []), openingsLine('in', endpoint.openings)].flatMap(
    (label) => wrap(label, width - 50, SIZE.small),
  );
  const head = card('aws', width, `Interface endpoint ${endpoint.label}`, []);
  const labelsAt = groupAt + (group?.height ?? 0);
  const endpointAt = labelsAt + arrowHeight(labels) + BAND.above;
  const endpointHeight = head.height + CHIP + 12;
  const bandHeight = endpointHeight + BAND.above + BAND.below;
  const frame = tenantFrame(tenant);
  const own = endpointAt + endpointHeight + BAND.below;
  const height = Math.max(own, frame.height);
  const down = (height - own) / 2;
  return {
    height,
    ruleAt: down + rule.height / 2,
    draw: (top) => {
      const y = top + down;
      const middle = y + endpointAt + endpointHeight / 2;
      const door = top + frame.doorAt;
      return [
        rule.draw(x, y),
        ...(group ? [arrowDown(x + 40, y + rule.height, []), group.draw(x, y + groupAt)] : []),
        arrowDown(x + 40, y + labelsAt, labels, BAND.above),
        box(x - 8, y + endpointAt - BAND.above, width + 16, bandHeight, 'band'),
        text(x, y + endpointAt + endpointHeight + 16, 'small', `Endpoint subnets; ${routesLine(subnets)}`),
        head.draw(x, y + endpointAt, endpointHeight),
        ...endpoint.subnets.map(({ azId, cidr }) => {
          const column = zones.column(azId);
          const chipY = y + endpointAt + head.height;
          const chip = box(column.x + 6, chipY, column.width - 12, CHIP, 'card aws', CHIP / 2);
          return `${chip}\n${text(column.x + column.width / 2, chipY + 15, 'small middle', `ENI in ${cidr}`)}`;
        }),
        frame.draw(tenantX, top),
        line(
          [
            [x + width, middle],
            [turnX, middle],
            [turnX, door],
            [tenantX + 13, door],
          ],
          'flow',
        ),
      ].join('\n');
    },
  };
}

/** A connection in few lines, for a world of many. */
export function compactLane(connection: ConnectionView, places: LanePlaces): Lane {
  const { rules, endpoint, tenant } = connection;
  const { x, width, tenantX } = places;
  const hosts = rules.flatMap((one) => [...one.hosts, ...one.others]);
  const more = hosts.length > MAX_HOSTS ? [`and ${hosts.length - MAX_HOSTS} more`] : [];
  const gap = 28;
  const rule = card('central', width - COMPACT_ENDPOINT - gap, rulesTitle(rules), [
    ...hosts.slice(0, MAX_HOSTS),
    ...more,
  ]);
  const point = card('aws', COMPACT_ENDPOINT, endpoint.label, [`ENIs: ${zonesOf(connection)}`]);
  const { service, loadBalancer, clusters, vpc, awsServices, targets, addOns } = tenant;
  const account = card('tenant', TENANT_WIDTH, `Tenant ${tenant.name}, account ${tenant.account}`, [
    ...(service ? [`endpoint service ${principalLines(service).join(', ')}`] : []),
    ...(loadBalancer
      ? [`NLB ${loadBalancer.listeners.map(({ port }) => port).join(', ')} to ${targets.join(', ')}`]
      : []),
    ...(vpc ? [`VPC ${vpc.cidr}, ${waysOutLine(vpc)}`] : []),
    ...clusters.map(({ label, version, api, nodes }) => `EKS ${label} ${version}, ${api}, ${nodes.join(', ')}`),
    ...(addOns.length ? [addOns.join('; ')] : []),
    ...(awsServices.length ? [`AWS endpoints: ${awsServices.join(', ')}`] : []),
  ]);
  const height = Math.max(rule.height, point.height, account.height);
  return {
    height,
    ruleAt: height / 2,
    draw: (y) => {
      const middle = y + height / 2;
      const endpointX = x + width - COMPACT_ENDPOINT;
      return [
        rule.draw(x, y, height),
        line(
          [
            [x + rule.width, middle],
            [endpointX - 1, middle],
          ],
          'flow',
        ),
        point.draw(endpointX, y, height),
        line(
          [
            [x + width, middle],
            [tenantX - 1, middle],
          ],
          'flow',
        ),
        account.draw(tenantX, y, height),
      ].join('\n');
    },
  };
}
