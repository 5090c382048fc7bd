import type { ConnectionView, DoorView, NetworkView, SubnetsView, TenantView } from './view';

function subnets(second: number, routes: readonly string[] = []): SubnetsView {
  const byZone = ['euc1-az1', 'euc1-az2'].map((azId, index) => ({ azId, cidr: `10.${second}.${index * 8}.0/21` }));
  return { byZone, routes };
}

/** A tenant for specs, with all its parts. */
export function exampleTenantView(name = 'payments'): TenantView {
  return {
    name,
    account: '222222222222',
    vpc: { label: `acme-${name}-vpc`, cidr: '10.11.0.0/16', waysOut: [] },
    subnets: subnets(11),
    service: { label: `acme-${name}-service`, asks: false, principals: ['arn:aws:iam::111111111111:role/connect'] },
    loadBalancer: {
      label: `acme-${name}-nlb`,
      listeners: [{ port: 'TLS 443', does: ['policy strict'] }],
      certificateNames: [`${name}.example.com`],
      openings: { into: [], outOf: ['tcp 8080 to 10.11.0.0/16'] },
      enforcesPrivateLinkRules: false,
      logs: [],
    },
    targets: [`acme-${name}-pods: TCP 8080`],
    addOns: ['Contour, chart 0.7.0'],
    clusters: [{ label: `acme-${name}`, version: '1.35', api: 'private API only', nodes: ['3 × m6i.large (3 to 6)'] }],
    awsServices: ['ec2', 'sts'],
    awsOpenings: { into: ['tcp 443 from 10.11.0.0/16'], outOf: [] },
  };
}

/** A tenant with an NLB of its own for specs. */
export function exampleDirectView(name = 'partner-api'): TenantView {
  const { service, loadBalancer, ...tenant } = exampleTenantView(name);
  if (!service || !loadBalancer) throw new RangeError('the example tenant has a service and an NLB');
  return {
    ...tenant,
    vpc: { label: `acme-${name}-vpc`, cidr: '10.11.0.0/16', waysOut: ['internet gateway acme-way-in'] },
    loadBalancer: { ...loadBalancer, openings: { into: ['tcp 443 from 0.0.0.0/0'], outOf: ['pods'] } },
    direct: {
      zones: [{ name: 'example.com', hosts: [`${name}.example.com`] }],
      internetGateway: 'acme-way-in',
      publicSubnets: subnets(14, ['0.0.0.0/0 to internet gateway']),
    },
  };
}

/** A connection for specs. */
export function exampleConnectionView(
  name = 'payments',
  hosts: readonly string[] = [`${name}.example.com`],
): ConnectionView {
  return {
    rules: [{ priority: 21, hosts, others: [] }],
    targets: [`acme-${name}: HTTPS 443`],
    endpoint: {
      label: `acme-${name}`,
      subnets: subnets(12).byZone,
      openings: { into: ['tcp 443 from acme-alb'], outOf: [] },
    },
    tenant: exampleTenantView(name),
  };
}

/** An internet VPC for specs. */
export function exampleDoorView(connections: readonly ConnectionView[]): DoorView {
  return {
    name: 'main',
    account: '111111111111',
    vpc: { label: 'acme-main-vpc', cidr: '10.12.0.0/16', waysOut: ['internet gateway acme-door'] },
    internetGateway: 'acme-door',
    alb: {
      label: 'acme-alb',
      listeners: [
        { port: 'HTTPS 443', does: ['answers 404 to any other host'] },
        { port: 'HTTP 80', does: ['redirects to HTTPS 443'] },
      ],
      certificateNames: ['*.example.com'],
      openings: { into: ['tcp 443 from 0.0.0.0/0'], outOf: ['tcp 443 to acme-endpoints'] },
      enforcesPrivateLinkRules: true,
      logs: ['acme-logs'],
    },
    webAcls: [{ label: 'acme-waf', rules: ['CommonRuleSet'], logs: true }],
    zones: [{ name: 'example.com', records: connections.length }],
    publicSubnets: subnets(12, ['0.0.0.0/0 to internet gateway']),
    endpointSubnets: subnets(13),
    connections,
  };
}

/** A world for specs: tenant `payments` behind internet VPC `main`. */
export function exampleView(connections: readonly ConnectionView[] = [exampleConnectionView()]): NetworkView {
  return { doors: [exampleDoorView(connections)], direct: [], unconnected: [] };
}

/** A view of which a part is not synthesized, for specs. */
export function without<T extends object, K extends keyof T>(view: T, ...parts: readonly K[]): Omit<T, K> {
  return Object.fromEntries(Object.entries(view).filter(([name]) => !parts.includes(name as K))) as Omit<T, K>;
}
