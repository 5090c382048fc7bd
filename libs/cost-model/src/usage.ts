import type { NetworkModel } from '@central-ingress/network-model';
import type { Price, PriceFile } from './price-file';
import { serviceLoadBalancers } from './service-load-balancers';

/** What is paid by use, so that no monthly amount can be told. */
export interface UsageCost {
  readonly item: string;
  /** None when it is not in the price file. */
  readonly unitPriceUsd?: number;
  readonly per: string;
}

/** Kinds of use, in the order in which they are told. */
const KINDS = ['alb', 'nlb', 'endpoint', 'waf', 'cluster', 'logs', 'bucket', 'images', 'internet'] as const;
type Kind = (typeof KINDS)[number];

const KIND_OF_TYPE: Readonly<Record<string, Kind>> = {
  aws_cloudwatch_log_group: 'logs',
  aws_ecr_repository: 'images',
  aws_eks_cluster: 'cluster',
  aws_s3_bucket: 'bucket',
  aws_wafv2_web_acl: 'waf',
};

/** What each stack pays by use. */
export class Usage {
  private readonly kinds = new Map<string, Set<Kind>>();

  constructor(model: NetworkModel) {
    const { loadBalancers, endpoints, resources } = model;
    for (const { stack, internal } of serviceLoadBalancers(model)) {
      this.note(stack, 'nlb');
      if (!internal) this.note(stack, 'internet');
    }
    for (const { stack, kind, internal } of loadBalancers.values()) {
      if (kind !== 'gateway') this.note(stack, kind === 'network' ? 'nlb' : 'alb');
      if (!internal) this.note(stack, 'internet');
    }
    for (const { stack, kind } of endpoints.values()) if (kind === 'Interface') this.note(stack, 'endpoint');
    for (const { stack, type, existing } of resources.values()) {
      const kind = KIND_OF_TYPE[type];
      if (kind && !existing) this.note(stack, kind);
    }
  }

  /** What some stacks pay together, each kind once. */
  costs(stacks: Iterable<string>, { prices }: PriceFile): readonly UsageCost[] {
    const priced = (item: string, { usd, per }: Price): UsageCost => ({ item, unitPriceUsd: usd, per });
    const costs: Readonly<Record<Kind, UsageCost>> = {
      alb: priced('load balancer capacity of the ALB', prices.lcu),
      nlb: priced('load balancer capacity of the NLB', prices.nlcu),
      endpoint: priced('data through interface endpoints', prices.endpointData),
      waf: priced('requests seen by the WAF', prices.webAclRequests),
      cluster: priced('EKS control plane in extended support, in place of the price above', prices.eksExtendedSupport),
      logs: { item: 'logs taken in by CloudWatch', per: 'GB' },
      bucket: { item: 'logs kept in S3', per: 'GB and month' },
      images: { item: 'images kept in ECR', per: 'GB and month' },
      internet: { item: 'data sent to the internet', per: 'GB' },
    };
    const found = new Set([...stacks].flatMap((stack) => [...(this.kinds.get(stack) ?? [])]));
    return KINDS.flatMap((kind) => (found.has(kind) ? costs[kind] : []));
  }

  private note(stack: string, kind: Kind): void {
    this.kinds.set(stack, (this.kinds.get(stack) ?? new Set()).add(kind));
  }
}
