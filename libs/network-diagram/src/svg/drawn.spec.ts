import { exampleConnectionView, exampleDirectView, exampleTenantView, exampleView } from '../example-view';
import { arrows, said, texts } from './drawn';
import { renderSvg } from './render-svg';

/** What every drawing of the example says of its internet VPC, before and after what it says of its zones. */
const DOOR_HEAD = [
  'Central internet account 111111111111, internet VPC main',
  'VPC acme-main-vpc,',
  '10.12.0.0/16',
  'euc1-az1',
  'euc1-az2',
  'Public subnets; routes: 0.0.0.0/0 to internet gateway',
  '10.12.0.0/21',
  '10.12.8.0/21',
];
const doorCards = (records: number) => [
  `Route 53 zone example.com | ${records} alias record${records > 1 ? 's' : ''} to the ALB`,
  'Certificate of the ALB | *.example.com',
  'WAF acme-waf | 1. CommonRuleSet | writes logs',
  'Logs of the ALB | bucket acme-logs',
  'Clients on the internet',
  'tcp 443 from 0.0.0.0/0',
  'Internet gateway',
  'ALB acme-alb | HTTPS 443: answers 404 to any other host | HTTP 80: redirects to HTTPS 443 | ' +
    'certificate *.example.com | in: tcp 443 from 0.0.0.0/0 | out: tcp 443 to acme-endpoints',
  'AWS',
  'PrivateLink',
];
const nlbToAws = (name: string, out: string) => [
  `NLB acme-${name}-nlb | TLS 443: policy strict | certificate ${name}.example.com`,
  `acme-${name}-pods: TCP 8080`,
  out,
  `EKS acme-${name} | Kubernetes 1.35 | private API only | 3 × m6i.large (3 to 6) | Contour, chart 0.7.0`,
  'tcp 443',
  'Endpoints of AWS services | ec2, sts | in: tcp 443 from 10.11.0.0/16',
];
const centralTenant = (name: string) => [
  `Tenant ${name}, account 222222222222`,
  `Endpoint service acme-${name}-service | for arn:aws:iam::111111111111:role/connect`,
  `VPC acme-${name}-vpc, 10.11.0.0/16`,
  'no internet gateway, no NAT, no peering; no route out',
  'euc1-az1',
  'euc1-az2',
  '10.11.0.0/21',
  '10.11.8.0/21',
  ...nlbToAws(name, 'out: tcp 8080 to 10.11.0.0/16'),
  'in: nothing; rules do not apply to PrivateLink',
];
const centralArrows = (name: string) => [
  `NLB acme-${name}-nlb -> EKS acme-${name}`,
  `EKS acme-${name} -> Endpoints of AWS services`,
  `Endpoint service acme-${name}-service -> NLB acme-${name}-nlb`,
];
/** Its arrow joins nothing. */
const LEGEND = [
  'way of a request',
  'belongs to',
  'account boundary, crossed in one direction',
  'availability zone',
  'open to the internet',
  'in and out: what security groups let through',
];

describe('the content of a drawing', () => {
  it('says all of a tenant, card by card, and leads from each hop to the next', () => {
    const svg = renderSvg(exampleView());
    expect(said(svg)).toEqual([
      'Network of internet VPC main and tenant payments',
      'Requests pass the ALB, a listener rule of their host, an interface endpoint, PrivateLink and the NLB to the ' +
        'pods. Drawn from the synthesized Terraform.',
      ...DOOR_HEAD,
      ...doorCards(1),
      'Listener rule 21 | payments.example.com',
      'Target group | acme-payments: HTTPS 443',
      'out: tcp 443 to acme-endpoints',
      'in: tcp 443 from acme-alb',
      'Endpoint subnets; no route out',
      'Interface endpoint acme-payments',
      'ENI in 10.12.0.0/21',
      'ENI in 10.12.8.0/21',
      ...centralTenant('payments'),
      ...LEGEND,
    ]);
    expect(arrows(svg)).toEqual([
      'Clients on the internet -> Internet gateway',
      'Internet gateway -> ALB acme-alb',
      'Listener rule 21 -> Target group',
      'Target group -> Interface endpoint acme-payments',
      ...centralArrows('payments'),
      'Interface endpoint acme-payments -> Endpoint service acme-payments-service',
      'ALB acme-alb -> Listener rule 21',
      'nothing -> nothing',
    ]);
  });

  it('says all of a tenant with an NLB of its own, and of one that is not connected', () => {
    const svg = renderSvg({ doors: [], direct: [exampleDirectView()], unconnected: [exampleTenantView('later')] });
    expect(said(svg)).toEqual([
      'Network of 2 tenants',
      'Reached by an NLB of their own, without WAF: partner-api. Not connected: later. Drawn from the synthesized ' +
        'Terraform.',
      'Reached directly, by an NLB of their own: not through the ALB and its WAF',
      'Tenant partner-api, account 222222222222',
      'Clients on the internet | Route 53 zone example.com: partner-api.example.com to the NLB | ' +
        'through acme-way-in; no WAF',
      'VPC acme-partner-api-vpc, 10.11.0.0/16',
      'connected by internet gateway acme-way-in',
      'euc1-az1',
      'euc1-az2',
      'Public subnets, no node; routes: 0.0.0.0/0 to internet gateway',
      'Private subnets; no route out',
      '10.11.0.0/21',
      '10.11.8.0/21',
      '10.14.0.0/21',
      '10.14.8.0/21',
      ...nlbToAws('partner-api', 'out: pods'),
      'in: tcp 443 from 0.0.0.0/0',
      'Not connected to an internet VPC',
      ...centralTenant('later'),
      ...LEGEND,
    ]);
    expect(arrows(svg)).toEqual([
      'NLB acme-partner-api-nlb -> EKS acme-partner-api',
      'EKS acme-partner-api -> Endpoints of AWS services',
      'Clients on the internet -> NLB acme-partner-api-nlb',
      ...centralArrows('later'),
      'nothing -> nothing',
    ]);
  });

  it('says the essentials of each of many tenants', () => {
    const tenants = ['a-one', 'b-two', 'c-three'];
    const svg = renderSvg(exampleView(tenants.map((name) => exampleConnectionView(name))));
    expect(said(svg)).toEqual([
      'Network of internet VPC main and 3 tenants',
      'Requests pass the ALB, a listener rule of their host, an interface endpoint, PrivateLink and the NLB to the ' +
        'pods. Drawn from the synthesized Terraform.',
      ...DOOR_HEAD,
      'Endpoint subnets; no route out',
      'ALB out: tcp 443 to acme-endpoints',
      'endpoints in: tcp 443 from acme-alb',
      '10.13.0.0/21',
      '10.13.8.0/21',
      ...doorCards(3),
      ...tenants.flatMap((name) => [
        `Listener rule 21 | ${name}.example.com`,
        `acme-${name} | ENIs: euc1-az1, | euc1-az2`,
        `Tenant ${name}, account 222222222222 | endpoint service for arn:aws:iam::111111111111:role/connect | ` +
          `NLB TLS 443 to acme-${name}-pods: TCP 8080 | VPC 10.11.0.0/16, no internet gateway, no NAT, no peering | ` +
          `EKS acme-${name} 1.35, private API only, 3 × m6i.large (3 to 6) | Contour, chart 0.7.0 | ` +
          'AWS endpoints: ec2, sts',
      ]),
      ...LEGEND,
    ]);
    expect(arrows(svg)).toEqual([
      'Clients on the internet -> Internet gateway',
      'Internet gateway -> ALB acme-alb',
      ...tenants.flatMap((name) => [
        `Listener rule 21 -> acme-${name}`,
        `acme-${name} -> Tenant ${name}, account 222222222222`,
        'ALB acme-alb -> Listener rule 21',
      ]),
      'nothing -> nothing',
    ]);
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
    const [head] = renderSvg({ ...exampleView(), unconnected: [exampleTenantView('later')] }).split('<style>');
    expect(head?.replace(/ (width|height|viewBox)="[\d ]+"/g, '')).toBe(
      '<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="title desc">\n' +
        '<title id="title">Network of internet VPC main and 2 tenants</title>\n' +
        '<desc id="desc">Requests pass the ALB, a listener rule of their host, an interface endpoint, PrivateLink and ' +
        'the NLB to the pods. Not connected: later. Drawn from the synthesized Terraform.</desc>\n',
    );
  });

  it('writes the same bytes for the same view, nothing that runs and nothing from elsewhere', () => {
    const svg = renderSvg(exampleView([exampleConnectionView('<script>', ['"&<b>\u0007'])]));
    expect(svg).toBe(renderSvg(exampleView([exampleConnectionView('<script>', ['"&<b>\u0007'])])));
    expect(svg.replace('xmlns="http://www.w3.org/2000/svg"', '')).not.toMatch(/<script|http|href|\u0007/);
    expect(svg).toContain('&quot;&amp;&lt;b&gt;');
  });
});
