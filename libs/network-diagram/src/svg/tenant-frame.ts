import type { TenantView } from '../view';
import { arrowDown, arrowHeight } from './block';
import type { Block } from './block';
import { card } from './card';
import type { Card } from './card';
import { box, line, text } from './shapes';
import { wrap } from './text-width';
import { LINE, SIZE } from './theme';
import {
  directLines,
  listenerLines,
  openingsLine,
  principalLines,
  privateLinkOpening,
  routesLine,
  trafficOf,
  vpcTitle,
  waysOutLine,
} from '../wording';
import { drawRanges, drawZones, rangesHeight, zoneColumns } from './zones';

/** Width of a tenant's frame. */
export const TENANT_WIDTH = 540;
const PAD = 14;
const VPC_WIDTH = TENANT_WIDTH - 2 * PAD;
const INNER = VPC_WIDTH - 2 * PAD;
/** What is left beside the arrow that stands furthest to the right. */
const LABEL_WIDTH = INNER - 50;
const AWS_WIDTH = 222;
const AWS_GAP = 60;
const HEAD = 34;
/** Room for the line that says what subnets below it are. */
const BAND_HEAD = 18;

/** The account of a tenant: its endpoint service, and the VPC with NLB, cluster and endpoints of AWS services. */
export interface TenantFrame extends Block {
  /** Distance from the top to where the PrivateLink arrow ends. */
  readonly doorAt: number;
}

/** Lays out the frame of a tenant. */
export function tenantFrame(tenant: TenantView): TenantFrame {
  const { loadBalancer, direct } = tenant;
  const serviceCard = doorCard(tenant);
  const toNlb = direct ? openingsLine('in', loadBalancer?.openings ?? { into: [], outOf: [] }) : undefined;
  const intoVpc = loadBalancer && serviceCard ? labelLines([toNlb ?? privateLinkOpening(loadBalancer)]) : [];
  const vpc = vpcBlock(tenant);
  const vpcAt = HEAD + (serviceCard ? serviceCard.height + (vpc ? arrowHeight(intoVpc) : 0) : 0);
  const height = vpcAt + (vpc ? vpc.height : 0) + PAD;
  return {
    height,
    doorAt: HEAD + (serviceCard ? serviceCard.height / 2 : 0),
    draw: (x, y) =>
      [
        box(x, y, TENANT_WIDTH, height, 'account tenant', 8),
        text(x + PAD, y + 22, 'title', `Tenant ${tenant.name}, account ${tenant.account}`),
        ...(serviceCard ? [serviceCard.draw(x + PAD, y + HEAD)] : []),
        ...(vpc ? [vpc.draw(x + PAD, y + vpcAt)] : []),
        ...(serviceCard && vpc ? [arrowInto(x, y + HEAD + serviceCard.height, intoVpc, vpc.nlbAt)] : []),
      ].join('\n'),
  };
}

/** Where requests come in: the endpoint service, or the internet itself. */
function doorCard({ service, direct }: TenantView): Card | undefined {
  if (service) return card('aws', VPC_WIDTH, `Endpoint service ${service.label}`, principalLines(service));
  return direct && card('open', VPC_WIDTH, 'Clients on the internet', directLines(direct));
}

/** The arrow from the endpoint service to the NLB inside the VPC; its text stands where it leaves the service. */
function arrowInto(x: number, y: number, labels: readonly string[], nlbAt: number): string {
  const gap = arrowHeight(labels);
  const at = x + 2 * PAD - 6;
  const first = y + (gap + 8 - (labels.length - 1) * LINE.small) / 2;
  return [
    line(
      [
        [at, y],
        [at, y + gap + nlbAt + 14],
        [x + 2 * PAD, y + gap + nlbAt + 14],
      ],
      'flow',
    ),
    ...labels.map((label, index) => text(at + 10, first + index * LINE.small, 'label', label)),
  ].join('\n');
}

/** Text beside the arrows of a frame; none of it is cut. */
function labelLines(labels: readonly string[]): readonly string[] {
  return labels.flatMap((label) => wrap(label, LABEL_WIDTH, SIZE.small));
}

function vpcBlock(tenant: TenantView): (Block & { readonly nlbAt: number }) | undefined {
  const { vpc, subnets, loadBalancer, targets, direct } = tenant;
  const open = direct?.publicSubnets;
  if (!vpc) return undefined;
  const titles = wrap(vpcTitle(vpc), INNER, SIZE.title);
  const remark = open ? waysOutLine(vpc) : `${waysOutLine(vpc)}; ${routesLine(subnets)}`;
  const remarks = wrap(remark, INNER, SIZE.small);
  const zonesAt = 8 + titles.length * LINE.title + remarks.length * LINE.small + 4;
  const nlb = loadBalancer && card('tenant', INNER, `NLB ${loadBalancer.label}`, listenerLines(loadBalancer));
  const toPods = labelLines([...targets, ...(loadBalancer ? [openingsLine('out', loadBalancer.openings)] : [])]);
  const row = lastRow(tenant);
  // Public subnets hold the NLB alone and stand above; all others stand where it sends to.
  const upper = open ?? subnets;
  const rangesAt = zonesAt + 20 + (open ? BAND_HEAD : 0);
  const nlbAt = rangesAt + rangesHeight(zoneColumns(0, INNER, upper.byZone), upper.byZone) + 8;
  const lowerAt = nlbAt + (nlb ? nlb.height + (row ? arrowHeight(toPods) + (open ? 8 : 0) : 0) : 0);
  const lower = open ? rangesHeight(zoneColumns(0, INNER, subnets.byZone), subnets.byZone) + BAND_HEAD + 8 : 0;
  const rowAt = lowerAt + lower;
  const height = rowAt + (row?.height ?? 0) + 12;
  return {
    height,
    nlbAt,
    draw: (x, y) => {
      const zones = zoneColumns(x + PAD, INNER, [...upper.byZone, ...subnets.byZone]);
      return [
        box(x, y, VPC_WIDTH, height, 'vpc'),
        ...titles.map((title, index) => text(x + PAD, y + 20 + index * LINE.title, 'title', title)),
        ...remarks.map((remark, index) =>
          text(x + PAD, y + 19 + titles.length * LINE.title + index * LINE.small, 'small', remark),
        ),
        drawZones(zones, y + zonesAt, height - zonesAt - 6),
        ...(open && nlb
          ? [
              box(
                x + 3,
                y + rangesAt - BAND_HEAD,
                VPC_WIDTH - 6,
                nlbAt + nlb.height + 6 - rangesAt + BAND_HEAD,
                'band open',
              ),
              text(x + PAD, y + rangesAt - 6, 'small', `Public subnets, no node; ${routesLine(open)}`),
              text(x + PAD + 24, y + lowerAt + 12, 'small', `Private subnets; ${routesLine(subnets)}`),
              drawRanges(zones, y + lowerAt + BAND_HEAD, subnets.byZone),
            ]
          : []),
        drawRanges(zones, y + rangesAt, upper.byZone),
        ...(nlb ? [nlb.draw(x + PAD, y + nlbAt)] : []),
        ...(nlb && row
          ? [arrowDown(x + PAD + (open ? 12 : 40), y + nlbAt + nlb.height, toPods, open ? 8 + lower : 0)]
          : []),
        ...(row ? [row.draw(x + PAD, y + rowAt)] : []),
      ].join('\n');
    },
  };
}

/** Clusters at the left, the endpoints through which they reach AWS at the right. */
function lastRow({ clusters, awsServices, awsOpenings, addOns }: TenantView): Block | undefined {
  const [cluster] = clusters;
  const both = clusters.length > 0 && awsServices.length > 0;
  const left: Card | undefined =
    cluster &&
    card('tenant', both ? INNER - AWS_WIDTH - AWS_GAP : INNER, `EKS ${clusters.map(({ label }) => label).join(', ')}`, [
      ...clusters.flatMap(({ version, api, nodes }) => [`Kubernetes ${version}`, api, ...nodes]),
      ...addOns,
    ]);
  const right: Card | undefined = awsServices.length
    ? card('aws', both ? AWS_WIDTH : INNER, 'Endpoints of AWS services', [
        awsServices.join(', '),
        openingsLine('in', awsOpenings),
      ])
    : undefined;
  const height = Math.max(left?.height ?? 0, right?.height ?? 0);
  if (!left && !right) return undefined;
  return {
    height,
    draw: (x, y) => {
      const middle = y + height / 2;
      const from = x + (left?.width ?? 0);
      const arrow = line(
        [
          [from, middle],
          [from + AWS_GAP - 1, middle],
        ],
        'flow',
      );
      const label = text(from + AWS_GAP / 2, middle - 7, 'label middle', trafficOf(awsOpenings.into));
      return [
        ...(left ? [left.draw(x, y, height)] : []),
        ...(both ? [arrow, label] : []),
        ...(right ? [right.draw(both ? from + AWS_GAP : x, y, height)] : []),
      ].join('\n');
    },
  };
}
