import type { Route, RouteTable, Subnet, Vpc } from '@central-ingress/network-model';
import { nodeSubnets } from './direct-walk';
import { finding } from './finding';
import type { Finding } from './finding';
import type { GuardContext } from './guard';
import { isEverywhere } from './reach';
import type { Tenant } from './tenants';

/** Only the public subnets of the NLB have a route, and only to the one internet gateway. */
export function directVpcFindings(context: GuardContext, owner: Tenant, vpc: Vpc): readonly Finding[] {
  const { model, index } = context;
  const tenant = owner.name;
  const gateways = index.gatewaysOf.get(vpc.key) ?? [];
  const isDoor = ({ target, destination }: Route): boolean =>
    isEverywhere(destination) && gateways.some(({ key, type }) => key === target && type === 'aws_internet_gateway');
  const subnets = index.subnetsIn.get(vpc.key) ?? [];
  const ofNlb = new Set(nlbSubnets(context, owner, subnets));
  return [
    ...gateways
      .filter(({ type }, place) => type !== 'aws_internet_gateway' || place !== gateways.findIndex(isInternet))
      .map((gateway) => finding('direct-gateway', gateway, { label: gateway.label, type: gateway.type, tenant })),
    ...subnets
      .filter(({ publicAddresses }) => publicAddresses)
      .map((subnet) => finding('tenant-public-addresses', subnet, { label: subnet.label, tenant })),
    ...(index.routeTablesIn.get(vpc.key) ?? []).flatMap((table) => {
      const users = table.subnets.flatMap((key) => model.subnets.get(key) ?? []);
      return routeFindings(tenant, table, users, { ofNlb, isDoor });
    }),
  ];
}

/** Subnets that the NLB is given; where no stack says it, those without nodes. */
function nlbSubnets(context: GuardContext, tenant: Tenant, subnets: readonly Subnet[]): readonly string[] {
  const stack = `${tenant.name}-addons`;
  if (context.model.stacks.has(stack)) {
    return (context.index.servicesIn.get(stack) ?? []).flatMap((service) => service.subnets);
  }
  const ofNodes = nodeSubnets(context, tenant);
  return subnets.filter((subnet) => !ofNodes.includes(subnet)).map(({ key }) => key);
}

function isInternet({ type }: { readonly type: string }): boolean {
  return type === 'aws_internet_gateway';
}

function routeFindings(
  tenant: string,
  { routes }: RouteTable,
  users: readonly Subnet[],
  { ofNlb, isDoor }: { readonly ofNlb: ReadonlySet<string>; readonly isDoor: (route: Route) => boolean },
): readonly Finding[] {
  return routes.flatMap((route) => {
    const { destination, target, targetKind } = route;
    const by = target ?? targetKind;
    const others = users.filter(({ key }) => !ofNlb.has(key));
    if (others.length) {
      return others.map(({ label }) =>
        finding('node-route', route, { subnet: label, tenant, destination, target: by }),
      );
    }
    return isDoor(route) ? [] : [finding('direct-route', route, { tenant, destination, target: by })];
  });
}
