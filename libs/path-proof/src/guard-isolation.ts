import type { Vpc } from '@central-ingress/network-model';
import { finding } from './finding';
import type { Finding } from './finding';
import type { GuardContext, TenantGuard } from './guard';
import { registrarFindings } from './registrar-rights';
import { tenantOfStack } from './tenants';
import type { Tenant } from './tenants';
import { all } from './walk';

/** The VPC of a central tenant is an island, and its hosts reach no other tenant. */
export const isolationGuard: TenantGuard = {
  name: 'isolation',
  says: 'no way out of the VPC, no host reaches another tenant',
  check: (context, tenant) =>
    tenant.central
      ? [
          ...vpcsOf(context, tenant).flatMap((vpc) => islandFindings(context, tenant, vpc)),
          ...hostFindings(context, tenant),
          ...registrarFindings(context, tenant),
        ]
      : [],
};

/** The VPCs that a tenant's own stacks create. */
function vpcsOf({ index }: GuardContext, { name }: Tenant): readonly Vpc[] {
  return index.vpcsIn.get(`${name}-networking`) ?? [];
}

function islandFindings({ index }: GuardContext, { name: tenant }: Tenant, vpc: Vpc): readonly Finding[] {
  const found: Finding[] = (index.gatewaysOf.get(vpc.key) ?? []).map((gateway) =>
    finding('tenant-gateway', gateway, { label: gateway.label, type: gateway.type, tenant }),
  );
  for (const route of (index.routeTablesIn.get(vpc.key) ?? []).flatMap(({ routes }) => routes)) {
    const { destination, target, targetKind } = route;
    found.push(finding('tenant-route', route, { tenant, destination, target: target ?? targetKind }));
  }
  for (const subnet of index.subnetsIn.get(vpc.key) ?? []) {
    if (!subnet.publicAddresses) continue;
    found.push(finding('tenant-public-addresses', subnet, { label: subnet.label, tenant }));
  }
  return found;
}

function hostFindings({ model, hostOwners, names }: GuardContext, tenant: Tenant): readonly Finding[] {
  const found: Finding[] = [];
  for (const rule of tenant.rules) {
    const groups = rule.actions.flatMap((action) => (action.type === 'forward' ? action.targetGroups : []));
    const hosts = tenant.hosts.join(', ');
    for (const attachment of all(model.targetGroups, groups).flatMap((group) =>
      all(model.attachments, group.attachments),
    )) {
      const { target } = attachment;
      const endpoint = target?.type === 'endpoint-address' ? model.endpoints.get(target.endpoint) : undefined;
      if (endpoint?.leadsTo?.type !== 'endpoint-service') continue;
      const service = model.endpointServices.get(endpoint.leadsTo.service);
      const other = service ? tenantOfStack(service.stack, names) : undefined;
      if (!other || other === tenant.name) continue;
      found.push(finding('foreign-endpoint', attachment, { tenant: tenant.name, hosts, other }));
    }
  }
  for (const host of tenant.hosts) {
    for (const other of hostOwners.get(host) ?? []) {
      if (other === tenant.name) continue;
      const at = { stack: `${tenant.name}-connection`, address: 'aws_lb_listener_rule' };
      found.push(finding('host-twice', at, { host, other }));
    }
  }
  return found;
}
