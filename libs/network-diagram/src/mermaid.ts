import {
  directLines,
  openingsLine,
  ruleLines,
  rulesTitle,
  listenerLines,
  principalLines,
  privateLinkOpening,
  waysOutLine,
} from './wording';
import type { ConnectionView, DoorView, NetworkView, Openings, TenantView } from './view';

/** A view as a Mermaid flowchart: the same hops as the SVG, as text that a pull request can show and compare. */
export function renderMermaid(view: NetworkView): string {
  const lines = [
    'flowchart LR',
    ...view.doors.flatMap((door, index) => doorLines(door, `d${index}`)),
    ...view.direct.flatMap((tenant, index) => tenantLines(tenant, `n${index}`)),
    ...view.unconnected.flatMap((tenant, index) => tenantLines(tenant, `u${index}`)),
  ];
  return `${lines.join('\n')}\n`;
}

function doorLines(door: DoorView, id: string): readonly string[] {
  const { alb, webAcls, zones, connections } = door;
  const outside = [
    ...zones.map(({ name }, index) => node(`${id}z${index}`, [`Route 53 zone ${name}`])),
    ...webAcls.map(({ label, rules }, index) => node(`${id}w${index}`, [`WAF ${label}`, ...rules])),
  ];
  const inside = [
    ...(alb ? [node(`${id}alb`, [`ALB ${alb.label}`, ...listenerLines(alb)])] : []),
    ...connections.flatMap(({ rules, targets, endpoint }, index) => [
      node(`${id}r${index}`, [rulesTitle(rules), ...ruleLines(rules), ...targets]),
      node(`${id}e${index}`, [
        `Interface endpoint ${endpoint.label}`,
        ...endpoint.subnets.map(({ azId, cidr }) => `ENI in ${azId}, ${cidr}`),
      ]),
    ]),
  ];
  const vpc = subgraph(`${id}v`, `VPC ${door.vpc.label}, ${door.vpc.cidr}`, inside);
  return [
    node(`${id}c`, ['Clients on the internet']),
    ...subgraph(`${id}a`, `Central internet account ${door.account}, internet VPC ${door.name}`, [...outside, ...vpc]),
    ...connections.flatMap(({ tenant }, index) => tenantLines(tenant, `${id}t${index}`)),
    ...(alb
      ? [edge(`${id}c`, `${id}alb`, [door.internetGateway ? 'internet gateway' : '', ...alb.openings.into])]
      : []),
    ...webAcls.map((_, index) => `  ${id}w${index} -.- ${id}alb`),
    ...zones.map((_, index) => `  ${id}z${index} -.- ${id}alb`),
    ...connections.flatMap((connection, index) => connectionEdges(connection, id, index, alb?.openings)),
  ];
}

function connectionEdges({ endpoint, tenant }: ConnectionView, id: string, index: number, alb: Openings | undefined) {
  return [
    ...(alb ? [edge(`${id}alb`, `${id}r${index}`, [])] : []),
    edge(`${id}r${index}`, `${id}e${index}`, [
      ...(alb ? [openingsLine('out', alb)] : []),
      openingsLine('in', endpoint.openings),
    ]),
    ...(tenant.service ? [edge(`${id}e${index}`, `${id}t${index}s`, ['AWS PrivateLink'], '==>')] : []),
  ];
}

function tenantLines(tenant: TenantView, id: string): readonly string[] {
  const { service, loadBalancer, clusters, awsServices, awsOpenings, vpc, subnets, targets, direct, addOns } = tenant;
  const inside = [
    ...(loadBalancer ? [node(`${id}n`, [`NLB ${loadBalancer.label}`, ...listenerLines(loadBalancer)])] : []),
    ...clusters.map(({ label, version, api, nodes }, index) =>
      node(`${id}k${index}`, [`EKS ${label}`, `Kubernetes ${version}`, api, ...nodes, ...addOns]),
    ),
    ...(awsServices.length ? [node(`${id}x`, ['Endpoints of AWS services', ...awsServices])] : []),
  ];
  const ranges = [
    ...(direct?.publicSubnets.byZone ?? []).map(({ azId, cidr }) => `public ${azId} ${cidr}`),
    ...subnets.byZone.map(({ azId, cidr }) => `${azId} ${cidr}`),
  ];
  const frame = vpc
    ? subgraph(`${id}v`, [`VPC ${vpc.label}, ${vpc.cidr}`, waysOutLine(vpc), ...ranges].join('; '), inside)
    : inside;
  const toNlb = loadBalancer ? [privateLinkOpening(loadBalancer)] : [];
  const fromInternet = loadBalancer && direct ? [edge(`${id}c`, `${id}n`, loadBalancer.openings.into)] : [];
  return [
    ...(direct ? [node(`${id}c`, ['Clients on the internet', ...directLines(direct)])] : []),
    ...subgraph(`${id}a`, `Tenant ${tenant.name}, account ${tenant.account}`, [
      ...(service ? [node(`${id}s`, [`Endpoint service ${service.label}`, ...principalLines(service)])] : []),
      ...frame,
    ]),
    ...(service && loadBalancer ? [edge(`${id}s`, `${id}n`, toNlb)] : []),
    ...fromInternet,
    ...clusters.flatMap((_, index) => [
      ...(loadBalancer
        ? [edge(`${id}n`, `${id}k${index}`, [...targets, openingsLine('out', loadBalancer.openings)])]
        : []),
      ...(awsServices.length ? [edge(`${id}k${index}`, `${id}x`, [openingsLine('in', awsOpenings)])] : []),
    ]),
  ];
}

function subgraph(id: string, title: string, lines: readonly string[]): readonly string[] {
  return [`  subgraph ${id}[${quoted([title])}]`, ...lines.map((line) => `  ${line}`), '  end'];
}

function node(id: string, lines: readonly string[]): string {
  return `  ${id}[${quoted(lines)}]`;
}

function edge(from: string, to: string, labels: readonly string[], arrow = '-->'): string {
  const shown = labels.filter(Boolean);
  return `  ${from} ${arrow}${shown.length ? `|${quoted(shown)}|` : ''} ${to}`;
}

/** Text in quotes; what Mermaid or HTML would read as more than text becomes an entity code. */
function quoted(lines: readonly string[]): string {
  const escaped = lines.map((line) => line.replace(/[#&<>"`\\]/g, (character) => `#${character.charCodeAt(0)};`));
  return `"${escaped.join('<br/>').replace(/\s+/g, ' ')}"`;
}
