import { finding } from './finding';
import type { Finding } from './finding';
import type { GuardContext, WorldGuard } from './guard';
import { PUBLIC_PORTS } from './hop-alb';
import { serviceParameter } from './hop-endpoint';
import { SERVICE_PORT } from './hop-target-group';
import { tenantOfStack } from './tenants';

/**
 * Every way in is one that a path uses. The hops walk from the hosts, so a listener rule, an endpoint service, a load
 * balancer or a record that no host leads to would be passed unseen.
 */
export const doorsGuard: WorldGuard = {
  name: 'doors',
  says: 'every way in is one that a path uses',
  check: (context) => [
    ...ruleFindings(context),
    ...serviceFindings(context),
    ...balancerFindings(context),
    ...listenerFindings(context),
    ...recordFindings(context),
    ...accountFindings(context),
    ...routeFindings(context),
  ],
};

/** Requests are forwarded by connections only, and at HTTPS only. */
function ruleFindings({ model, names }: GuardContext): readonly Finding[] {
  return [...model.listenerRules.values()].flatMap((rule) => {
    const tenant = tenantOfStack(rule.stack, names);
    const listener = model.listeners.get(rule.listener ?? '');
    if (tenant && rule.stack === `${tenant}-connection` && listener?.protocol === 'HTTPS') return [];
    const at = `${listener?.protocol ?? 'HTTP'} ${listener?.port ?? '?'}`;
    return [finding('door-rule', rule, { label: rule.label, at })];
  });
}

/** A tenant publishes one endpoint service, whose principals the hops check. */
function serviceFindings({ model, names }: GuardContext): readonly Finding[] {
  const published = new Set(
    [...model.endpoints.values()].flatMap(({ stack, leadsTo }) => {
      const tenant = tenantOfStack(stack, names);
      if (leadsTo?.type !== 'endpoint-service' || !tenant || stack !== `${tenant}-connection`) return [];
      const parameter = model.parameters.get(leadsTo.via.at(-1) ?? '');
      return parameter?.name === serviceParameter(tenant) ? leadsTo.service : [];
    }),
  );
  return [...model.endpointServices.values()]
    .filter(({ key, stack }) => {
      // Without its connection nothing tells which service it is; the hop `record` tells that it is missing.
      const tenant = tenantOfStack(stack, names);
      return !published.has(key) && (!tenant || model.stacks.has(`${tenant}-connection`));
    })
    .map((service) => {
      const principals = service.allowedPrincipals.join(', ') || 'nobody';
      return finding('door-service', service, { label: service.label, principals });
    });
}

/** From the internet one comes in by the ALB of an internet VPC; the NLB of a direct tenant is made by a Service. */
function balancerFindings({ model, names }: GuardContext): readonly Finding[] {
  return [...model.loadBalancers.values()]
    .filter(({ kind, internal, stack }) => !internal && !(kind === 'application' && !tenantOfStack(stack, names)))
    .map((balancer) => finding('door-balancer', balancer, { label: balancer.label, kind: balancer.kind }));
}

/** The ALB listens on its two ports, the NLB of a tenant where the ALB sends. */
function listenerFindings({ model }: GuardContext): readonly Finding[] {
  return [...model.listeners.values()].flatMap((listener) => {
    const { protocol = 'HTTP', port = 0, loadBalancer = '' } = listener;
    const balancer = model.loadBalancers.get(loadBalancer);
    const expected: readonly number[] = balancer?.kind === 'application' ? PUBLIC_PORTS : [SERVICE_PORT];
    if (!balancer || expected.includes(port)) return [];
    return [finding('door-listener', listener, { balancer: balancer.label, at: `${protocol} ${port}` })];
  });
}

/** A provider of another account does not find the zone. */
function accountFindings({ model }: GuardContext): readonly Finding[] {
  return [...model.dnsRecords.values()].flatMap((record) => {
    const zone = record.zone ? model.hostedZones.get(record.zone) : undefined;
    const { label, account: got = '?' } = record;
    if (!zone || zone.account === got) return [];
    return [finding('record-account', record, { label, got, zone: zone.name ?? '?', expected: zone.account ?? '?' })];
  });
}

/** A record is the alias of a host, which its path proves, or proves a certificate: any other leads names elsewhere. */
function recordFindings({ model, hostOwners }: GuardContext): readonly Finding[] {
  return [...model.dnsRecords.values()]
    .filter(({ name, proves }) => !proves && !hostOwners.has(name ?? ''))
    .map((record) =>
      finding('door-record', record, { name: record.name ?? 'a name that is not known', type: record.type ?? '?' }),
    );
}

/** Outside of the tenants' VPCs, which the guard `isolation` tells of, a route leads to the internet gateway only. */
function routeFindings({ model, names }: GuardContext): readonly Finding[] {
  return [...model.routeTables.values()]
    .filter(({ stack, vpc = `${stack}/` }) => !tenantOfStack(vpc.slice(0, vpc.indexOf('/')), names))
    .flatMap(({ label, routes }) =>
      routes
        .filter(({ target = '' }) => model.gateways.get(target)?.type !== 'aws_internet_gateway')
        .map((route) => {
          const { destination, target, targetKind } = route;
          return finding('door-route', route, { label, destination, target: target ?? targetKind });
        }),
    );
}
