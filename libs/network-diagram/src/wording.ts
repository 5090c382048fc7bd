import type {
  ConnectionView,
  DirectView,
  LoadBalancerView,
  Openings,
  RuleView,
  SubnetsView,
  TenantView,
  VpcView,
} from './view';

/** Openings of one direction as one line, e.g. `in: tcp 443 from acme-main-alb`. */
export function openingsLine(word: 'in' | 'out', openings: Openings): string {
  const found = word === 'in' ? openings.into : openings.outOf;
  return `${word}: ${found.length ? found.join(', ') : 'nothing'}`;
}

/** Traffic of openings without whom they are for, e.g. `tcp 443`. */
export function trafficOf(openings: readonly string[]): string {
  return [...new Set(openings.map((text) => text.replace(/ (from|to) .*/, '')))].join(', ');
}

/** Title of a VPC's frame. */
export function vpcTitle({ label, cidr }: VpcView): string {
  return `VPC ${label}, ${cidr}`;
}

/** What a VPC has to the outside, e.g. `no internet gateway, NAT or peering`. */
export function waysOutLine({ waysOut }: VpcView): string {
  return waysOut.length ? `connected by ${waysOut.join(', ')}` : 'no internet gateway, no NAT, no peering';
}

/** Where route tables lead beside the VPC itself. */
export function routesLine({ routes }: SubnetsView): string {
  return routes.length ? `routes: ${routes.join(', ')}` : 'no route out';
}

/** Listeners of a load balancer, a line each. */
export function listenerLines({ listeners, certificateNames }: LoadBalancerView): readonly string[] {
  return [
    ...listeners.map(({ port, does }) => [port, does.join('; ')].filter(Boolean).join(': ')),
    ...(certificateNames.length ? [`certificate ${certificateNames.join(', ')}`] : []),
  ];
}

/** Title of the rules of a connection, e.g. `Listener rules 21, 22`. */
export function rulesTitle(rules: readonly RuleView[]): string {
  const priorities = rules.map(({ priority }) => priority ?? 'of any place').join(', ');
  return rules.length ? `Listener rule${rules.length > 1 ? 's' : ''} ${priorities}` : 'No listener rule';
}

/** Hosts and other conditions of rules, under the rule's priority where there are several. */
export function ruleLines(rules: readonly RuleView[]): readonly string[] {
  return rules.flatMap(({ priority, hosts, others }) => [
    ...(rules.length > 1 ? [`rule ${priority ?? 'of any place'}:`] : []),
    ...hosts,
    ...others,
  ]);
}

/** Whom an endpoint service lets in, and how. */
export function principalLines({ asks, principals }: NonNullable<TenantView['service']>): readonly string[] {
  const who = principals.length ? principals : ['nobody'];
  return [...who.map((principal) => `for ${principal}`), ...(asks ? ['each connection waits for acceptance'] : [])];
}

/** How clients of a direct tenant come in. */
export function directLines({ zones, internetGateway }: DirectView): readonly string[] {
  return [
    ...zones.map(({ name, hosts }) => `Route 53 zone ${name}: ${hosts.join(', ')} to the NLB`),
    internetGateway ? `through ${internetGateway}; no WAF` : 'no internet gateway leads there; no WAF',
  ];
}

/** The NLB's inbound rules as far as they matter to what comes through PrivateLink. */
export function privateLinkOpening({ openings, enforcesPrivateLinkRules }: LoadBalancerView): string {
  const line = openingsLine('in', openings);
  return enforcesPrivateLinkRules ? line : `${line}; rules do not apply to PrivateLink`;
}

/** A connection's AZs, e.g. `euc1-az1, euc1-az2`. */
export function zonesOf({ endpoint }: ConnectionView): string {
  return endpoint.subnets.map(({ azId }) => azId).join(', ');
}
