import type { LoadBalancerController } from '@central-ingress/network-model';
import { finding } from './finding';
import type { Finding } from './finding';
import type { GuardContext, TenantGuard } from './guard';
import type { Tenant } from './tenants';

/** The load balancer controller works where it should, as whom it should, and makes no load balancer unasked. */
export const addOnsGuard: TenantGuard = {
  name: 'add-ons',
  says: 'the load balancer controller works for this cluster, and nothing else makes load balancers',
  check: (context, tenant) => {
    const { model, index } = context;
    const stack = `${tenant.name}-addons`;
    if (!model.stacks.has(stack)) return [];
    const controllers = index.loadBalancerControllersIn.get(stack) ?? [];
    const at = { stack, address: 'helm_release' };
    return [
      ...(controllers.length ? [] : [finding('controller-missing', at, { tenant: tenant.name })]),
      ...controllers.flatMap((controller) => controllerFindings(context, tenant, controller)),
      ...furtherFindings(context, tenant, stack),
    ];
  },
};

function controllerFindings(
  { model, index }: GuardContext,
  tenant: Tenant,
  controller: LoadBalancerController,
): readonly Finding[] {
  const found: Finding[] = [];
  const [cluster] = index.clustersIn.get(`${tenant.name}-cluster`) ?? [];
  const [vpc] = index.vpcsIn.get(`${tenant.name}-networking`) ?? [];
  const placed: readonly (readonly [string, string | undefined, string | undefined])[] = [
    ['cluster', controller.clusterName, cluster?.name],
    ['region', controller.region, model.stacks.get(controller.stack)?.region],
    ['VPC', controller.vpc, vpc?.key],
  ];
  for (const [what, got = 'nothing', expected] of placed) {
    if (!expected || got === expected) continue;
    found.push(finding('controller-place', controller, { what, got, expected, tenant: tenant.name }));
  }
  const role = controller.role ? model.roles.get(controller.role) : undefined;
  const expected = `${tenant.name}-cluster`;
  if (role?.stack !== expected) {
    found.push(finding('controller-role', controller, { got: role?.key ?? 'no role', expected }));
    return found;
  }
  const account = `system:serviceaccount:${controller.namespace ?? 'default'}:${controller.serviceAccount}`;
  const trusted = (role.trust?.statements ?? []).flatMap(({ conditions }) =>
    conditions.flatMap(({ key, values }) => (key.endsWith(':sub') ? values : [])),
  );
  if (!trusted.includes(account)) {
    const values = { role: role.label, trusted: trusted.join(', ') || 'nobody', account };
    found.push(finding('controller-service-account', controller, values));
  }
  return found;
}

/** The only object with a load balancer is the one that a direct tenant's record leads to. */
function furtherFindings({ index }: GuardContext, tenant: Tenant, stack: string): readonly Finding[] {
  const records = tenant.hosts.flatMap((host) => index.recordsOf.get(host) ?? []);
  const wanted = new Set(records.flatMap(({ alias }) => index.nlbNameOf.get(alias?.loadBalancer ?? '') ?? []));
  return [
    ...(index.ingressControllersIn.get(stack) ?? []).map((controller) => ({
      at: controller,
      kind: 'Service',
      service: controller.service,
      type: controller.serviceType,
      name: '',
    })),
    ...(index.serviceObjectsIn.get(stack) ?? []).map((object) => ({
      at: object,
      kind: object.kind,
      service: object.name,
      type: object.by,
      name: '',
    })),
    ...(index.servicesIn.get(stack) ?? []).map((service) => ({
      at: service,
      kind: 'Service',
      service: service.label,
      type: service.serviceType,
      name: service.balancer['name'] ?? '',
    })),
  ]
    .filter(({ type, name }) => type !== 'ClusterIP' && !(tenant.exposure === 'direct' && wanted.has(name)))
    .map(({ at, kind, service, type }) => finding('further-load-balancer', at, { kind, service, type }));
}
