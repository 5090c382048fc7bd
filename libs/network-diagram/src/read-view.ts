import { stackOwners } from '@central-ingress/network-model';
import type { Endpoint, ListenerRule, NetworkModel, ResourceKey, Vpc } from '@central-ingress/network-model';
import { indexModel } from './indexed-model';
import type { IndexedModel } from './indexed-model';
import { openingsOf } from './openings';
import {
  accountOf,
  gatewaysIn,
  readLoadBalancer,
  readSubnets,
  readSubnetsWithRoutes,
  readVpc,
  targetGroupText,
} from './read-parts';
import { readTenant, vpcBehind } from './read-tenant';
import type { ConnectionView, DoorView, NetworkView, RuleView, WebAclView } from './view';

/** Reads what a diagram shows of a model: links decide what belongs together, names of stacks only whose a VPC is. */
export function readNetworkView(network: NetworkModel): NetworkView {
  const model = indexModel(network);
  const owners = stackOwners(model.stacks);
  const ownerOf = (stack: string): string => owners.get(stack)?.name ?? stack;
  const vpcs = [...model.vpcs.values()];
  const doors = vpcs.filter(({ stack }) => owners.get(stack)?.type !== 'tenant');
  const doorKeys = new Set(doors.map(({ key }) => key));
  const links = [...model.endpoints.values()].filter(
    ({ leadsTo, vpc = '' }) => leadsTo?.type === 'endpoint-service' && doorKeys.has(vpc),
  );
  const connected = new Set(links.map(({ stack }) => ownerOf(stack)));
  const tenants = new Set([...owners.values()].flatMap(({ type, name }) => (type === 'tenant' ? name : [])));
  const vpcOf = new Map([...vpcs].reverse().map(({ stack, key }) => [ownerOf(stack), key]));
  const services = new Map([...model.endpointServices.values()].map((service) => [ownerOf(service.stack), service]));
  const others = [...tenants]
    .filter((name) => !connected.has(name))
    .sort()
    .map((name) => {
      const [vpc, service] = [vpcOf.get(name), services.get(name)];
      return readTenant(model, { name, ...(vpc ? { vpc } : {}), ...(service ? { service } : {}) });
    });
  return {
    doors: doors.map((vpc) => {
      const connections = links
        .filter((endpoint) => endpoint.vpc === vpc.key)
        .map((endpoint) => readConnection(model, endpoint, ownerOf));
      return readDoor(model, vpc, ownerOf(vpc.stack), connections.sort(byRule));
    }),
    direct: others.filter(({ direct }) => direct),
    unconnected: others.filter(({ direct }) => !direct),
  };
}

function readDoor(model: IndexedModel, vpc: Vpc, name: string, connections: readonly ConnectionView[]): DoorView {
  const alb = (model.balancersIn.get(vpc.key) ?? []).find(({ internal }) => !internal);
  const loadBalancer = alb && readLoadBalancer(model, alb.key);
  const inside = model.subnetKeysIn.get(vpc.key) ?? [];
  const publicOnes = new Set(alb?.subnets ?? []);
  const gateway = gatewaysIn(model, vpc.key, 'aws_internet_gateway')[0]?.label;
  return {
    name,
    account: accountOf(vpc),
    vpc: readVpc(model, vpc.key) ?? { label: vpc.label, cidr: '', waysOut: [] },
    ...(gateway ? { internetGateway: gateway } : {}),
    ...(loadBalancer ? { alb: loadBalancer } : {}),
    webAcls: alb ? webAclsOf(model, alb.key) : [],
    zones: alb ? zonesOf(model, alb.key) : [],
    publicSubnets: readSubnetsWithRoutes(model, [...publicOnes]),
    endpointSubnets: readSubnetsWithRoutes(
      model,
      inside.filter((key) => !publicOnes.has(key)),
    ),
    connections,
  };
}

function webAclsOf(model: NetworkModel, alb: ResourceKey): readonly WebAclView[] {
  return [...model.webAcls.values()]
    .filter(({ protects }) => protects.includes(alb))
    .map(({ label, rules, logDestinations }) => ({
      label,
      rules: [...rules]
        .sort((a, b) => (a.priority ?? 0) - (b.priority ?? 0))
        .map(({ name, managedGroup, rateLimit, onlyCounts }) => {
          const rate = rateLimit === undefined ? undefined : `${rateLimit} requests per client and 5 minutes`;
          return `${rate ?? managedGroup?.replace('AWSManagedRules', '') ?? name}${onlyCounts ? ' (counts only)' : ''}`;
        }),
      logs: logDestinations.length > 0,
    }));
}

function zonesOf(model: IndexedModel, alb: ResourceKey): DoorView['zones'] {
  const counts = new Map<string, number>();
  for (const { zone } of model.recordsOf.get(alb) ?? []) {
    const name = (zone && model.hostedZones.get(zone)?.name) ?? 'a zone that exists';
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].map(([name, records]) => ({ name, records }));
}

function readConnection(model: IndexedModel, endpoint: Endpoint, ownerOf: (stack: string) => string): ConnectionView {
  const groups = [...new Set(model.groupsOf.get(endpoint.key) ?? [])];
  const rules = [...new Set(groups.flatMap((group) => model.rulesOf.get(group) ?? []))];
  const key = endpoint.leadsTo?.type === 'endpoint-service' ? endpoint.leadsTo.service : '';
  const service = model.endpointServices.get(key);
  const vpc = service && vpcBehind(model, service);
  const name = ownerOf(service?.stack ?? endpoint.stack);
  return {
    rules: rules.sort((a, b) => (a.priority ?? 0) - (b.priority ?? 0)).map(ruleView),
    targets: groups.flatMap((group) => {
      const found = model.targetGroups.get(group);
      return found ? targetGroupText(found) : [];
    }),
    endpoint: {
      label: endpoint.label,
      subnets: readSubnets(model, endpoint.subnets),
      openings: openingsOf(model, endpoint.securityGroups),
    },
    tenant: readTenant(model, { name, ...(service ? { service } : {}), ...(vpc ? { vpc } : {}) }),
  };
}

function ruleView({ priority, conditions }: ListenerRule): RuleView {
  return {
    ...(priority === undefined ? {} : { priority }),
    hosts: conditions.flatMap((condition) => (condition.field === 'host-header' ? condition.values : [])),
    others: conditions.flatMap((condition) => {
      if (condition.field === 'host-header') return [];
      return condition.field === 'path-pattern' ? `path ${condition.values.join(' or ')}` : condition.name;
    }),
  };
}

function byRule(a: ConnectionView, b: ConnectionView): number {
  const order = (a.rules[0]?.priority ?? Infinity) - (b.rules[0]?.priority ?? Infinity);
  if (order && !Number.isNaN(order)) return order;
  return a.tenant.name < b.tenant.name ? -1 : 1;
}
