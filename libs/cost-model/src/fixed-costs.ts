import type { NetworkModel } from '@central-ingress/network-model';
import { costLine } from './cost-line';
import type { CostLine } from './cost-line';
import type { PriceFile } from './price-file';
import { serviceLoadBalancers } from './service-load-balancers';

/** A line and the stack that makes what it pays for. */
export interface StackCost {
  readonly stack: string;
  readonly line: CostLine;
}

/** Everything with a known price that costs the same every month, whoever uses it. */
export function fixedCosts(model: NetworkModel, { prices }: PriceFile): readonly StackCost[] {
  const endpoints = [...model.endpoints.values()].flatMap(({ kind, leadsTo, stack, key, label, subnets }) => {
    if (kind !== 'Interface') return [];
    const item = leadsTo?.type === 'aws' ? `endpoint of ${leadsTo.service}` : `PrivateLink endpoint ${label}`;
    return [{ stack, line: costLine(item, subnets.length, prices.interfaceEndpoint, key) }];
  });
  const loadBalancers = [...model.loadBalancers.values()].flatMap(({ kind, internal, stack, key, label, subnets }) => {
    if (kind === 'gateway') return [];
    const name = `${kind === 'network' ? 'NLB' : 'ALB'} ${label}`;
    const addresses = costLine(`public IPv4 addresses of ${name}`, subnets.length, prices.publicIpv4, key);
    return [
      { stack, line: costLine(name, 1, prices.loadBalancer, key) },
      ...(internal ? [] : [{ stack, line: addresses }]),
    ];
  });
  const serviceBalancers = serviceLoadBalancers(model).flatMap(({ stack, key, name, internal, subnets }) => {
    const addresses = costLine(`public IPv4 addresses of NLB ${name}`, subnets, prices.publicIpv4, key);
    return [
      { stack, line: costLine(`NLB ${name}`, 1, prices.loadBalancer, key) },
      ...(internal || !subnets ? [] : [{ stack, line: addresses }]),
    ];
  });
  const webAcls = [...model.webAcls.values()].flatMap(({ stack, key, label, rules }) => [
    { stack, line: costLine(`WAF ${label}`, 1, prices.webAcl, key) },
    { stack, line: costLine(`WAF rules of ${label}`, rules.length, prices.webAclRule, key) },
  ]);
  const clusters = [...model.clusters.values()].map(({ stack, key, label }) => ({
    stack,
    line: costLine(`EKS control plane ${label}`, 1, prices.eksCluster, key),
  }));
  return [endpoints, [...loadBalancers, ...serviceBalancers], webAcls, clusters].flatMap((kind) =>
    [...kind].sort((a, b) => (a.line.item < b.line.item ? -1 : 1)),
  );
}
