import type { CentralTenant, World } from '@central-ingress/config';
import { found, readRequestPath as readPath } from '@central-ingress/verification';
import type { Reading } from '@central-ingress/verification';
import type { AccountClients } from './account-clients';

/** One tenant's request path as the APIs of both accounts tell it. */
export type RequestPath = Awaited<ReturnType<typeof readRequestPath>>;

/**
 * Reads a tenant's request path from DNS to the NLB's target group; every hop must exist.
 * @throws Error naming the first hop, as a request travels, that does not exist
 */
export async function readRequestPath(
  world: World,
  tenant: CentralTenant,
  central: AccountClients,
  service: AccountClients,
) {
  const path = await readPath(world, tenant, { central, service: found(service) });
  const host = tenant.exposure.hosts[0]?.name ?? '';
  const record = must(path.names.records.get(host) ?? { state: 'missing', what: `record ${host}` });
  const alb = must(path.alb.balancer);
  const targetGroup = must(path.route.targetGroup);
  const ours = must(path.rules).filter(({ Actions }) => Actions?.[0]?.TargetGroupArn === targetGroup.TargetGroupArn);
  const { endpoint, interfaces, service: endpointService } = path.privateLink;
  return {
    host,
    record,
    alb,
    webAcl: must(path.webAcl),
    listener: must(path.alb.secure),
    rules: ours.sort((a, b) => Number(a.Priority) - Number(b.Priority)),
    targetGroup,
    targets: must(path.route.health)
      .map(({ Target }) => `${Target?.Id}:${Target?.Port}`)
      .sort(),
    serviceName: must(path.serviceName),
    endpoint: must(endpoint),
    interfaces: must(interfaces),
    endpointService: must(endpointService),
    nlb: must(path.nlb.balancer),
    nlbListener: must(path.nlb.secure),
    pods: must(path.pods.targetGroup),
  };
}

function must<T>(reading: Reading<T>): T {
  if (reading.state === 'found') return reading.value;
  throw new Error(reading.state === 'missing' ? `${reading.what} does not exist` : reading.reason);
}
