import type { DnsRecord, IngressController, KubernetesService } from '@central-ingress/network-model';
import type { Tenant } from './tenants';
import type { HostWalk } from './walk';

/** One host of a direct tenant on its way from DNS to the pods; each hop adds to the trail for the next. */
export interface DirectWalk extends HostWalk {
  readonly trail: DirectTrail;
}

/** What the hops of one host have found so far. */
export interface DirectTrail {
  record?: DnsRecord;
  /** Name of the NLB that the record leads to. */
  nlbName?: string;
  /** Service that makes that NLB. */
  service?: KubernetesService;
  controller?: IngressController;
}

/** Stack whose Service makes the NLB. */
export function addonsStack({ tenant }: DirectWalk): string {
  return `${tenant.name}-addons`;
}

/** Subnets in which nodes of the tenant run. */
export function nodeSubnets({ model, index }: Pick<DirectWalk, 'model' | 'index'>, tenant: Tenant) {
  const clusters = index.clustersIn.get(`${tenant.name}-cluster`) ?? [];
  const keys = clusters
    .flatMap(({ nodeGroups }) => nodeGroups)
    .flatMap((key) => model.nodeGroups.get(key)?.subnets ?? []);
  return [...new Set(keys)].flatMap((key) => model.subnets.get(key) ?? []);
}

/** Ports of a Service on which its NLB ends TLS: all of them when there is a certificate and no list. */
export function tlsPorts({ balancer, certificates, ports }: KubernetesService): readonly number[] {
  const list = balancer['ssl-ports'];
  if (list === undefined) return certificates.length ? ports.map(({ port }) => port) : [];
  return list
    .split(',')
    .map((item) => item.trim())
    .filter(Boolean)
    .flatMap((item) => {
      if (item === '*') return ports.map(({ port }) => port);
      return ports.find(({ name }) => name === item)?.port ?? Number(item);
    });
}
