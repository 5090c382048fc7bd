import type { Vpc } from '@central-ingress/network-model';
import { finding } from './finding';
import type { Finding } from './finding';
import type { GuardContext, TenantGuard } from './guard';
import { directVpcFindings } from './isolation-direct';
import { registrarFindings } from './registrar-rights';
import { tenantOfStack } from './tenants';
import type { Tenant } from './tenants';
import { all } from './walk';

/** The VPC of a tenant is an island but for a direct tenant's NLB, and its hosts reach no other tenant. */
export const isolationGuard: TenantGuard = {
  name: 'isolation',
  says: 'no way out of the VPC, no host reaches another tenant',
  saysDirect: 'only the NLB has a way out of the VPC, no host reaches another tenant',
  check: (context, tenant) =>
    tenant.exposure === 'none'
      ? []
      : [
          ...vpcsOf(context, tenant).flatMap((vpc) =>
            tenant.exposure === 'direct'
              ? directVpcFindings(context, tenant, vpc)
              : islandFindings(context, tenant, vpc),
          ),
          ...hostFindings(context, tenant),
          ...registrarFindings(context, tenant),
        ],
};

/** The VPCs that a tenant's own stacks create, whichever of them. */
function vpcsOf({ index }: GuardContext, { name }: Tenant): readonly Vpc[] {
  return index.vpcsOf.get(name) ?? [];
}

function islandFindings({ index }: GuardContext, { name: tenant }: Tenant, vpc: Vpc): readonly Finding[] {
  const found: Finding[] = (index.gatewaysOf.get(vpc.key) ?? []).map((gateway) =>
    finding('tenant-gateway', gateway, { label: gateway.label, type: gateway.type, tenant }),
  );
  for (const route of (index.routeTablesIn.get(vpc.key) ?? []).flatMap(({ routes }) => routes)) {
    const { destination, target, targetKind } = route;
    found.push(finding('tenant-route', route, { tenant, destination, target: target ?? targetKind }));
  }
  return [...found, ...addressFindings(index, tenant, vpc)];
}

function addressFindings(index: GuardContext['index'], tenant: string, vpc: Vpc): readonly Finding[] {
  return (index.subnetsIn.get(vpc.key) ?? [])
    .filter(({ publicAddresses }) => publicAddresses)
    .map((subnet) => finding('tenant-public-addresses', subnet, { label: subnet.label, tenant }));
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
      const at =
        tenant.exposure === 'direct'
          ? { stack: `${tenant.name}-dns`, address: 'aws_route53_record' }
          : { stack: `${tenant.name}-connection`, address: 'aws_lb_listener_rule' };
      found.push(finding('host-twice', at, { host, other }));
    }
  }
  return found;
}
