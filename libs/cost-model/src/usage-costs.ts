import type { NetworkModel } from '@central-ingress/network-model';
import type { PriceFile, PriceName } from './price-file';

/** What is paid by use, so that no monthly amount can be told. */
export interface UsageCost {
  readonly item: string;
  /** None when it is not in the price file. */
  readonly unitPriceUsd?: number;
  readonly per: string;
}

/** What a set of stacks pays by use. */
export function usageCosts(model: NetworkModel, { prices }: PriceFile, stacks: ReadonlySet<string>) {
  const has = (part: Iterable<{ readonly stack: string }>): boolean => [...part].some(({ stack }) => stacks.has(stack));
  const types = new Set(
    [...model.resources.values()].flatMap(({ stack, type, existing }) => (stacks.has(stack) && !existing ? type : [])),
  );
  const balancers = [...model.loadBalancers.values()].filter(({ stack }) => stacks.has(stack));
  const priced = (item: string, name: PriceName): UsageCost => {
    return { item, unitPriceUsd: prices[name].usd, per: prices[name].per };
  };
  const found: readonly (readonly [boolean, UsageCost])[] = [
    [balancers.some(({ kind }) => kind === 'application'), priced('load balancer capacity of the ALB', 'lcu')],
    [balancers.some(({ kind }) => kind === 'network'), priced('load balancer capacity of the NLB', 'nlcu')],
    [
      has([...model.endpoints.values()].filter(({ kind }) => kind === 'Interface')),
      priced('data through interface endpoints', 'endpointData'),
    ],
    [has(model.webAcls.values()), priced('requests seen by the WAF', 'webAclRequests')],
    [
      has(model.clusters.values()),
      priced('EKS control plane in extended support, in place of the price above', 'eksExtendedSupport'),
    ],
    [types.has('aws_cloudwatch_log_group'), { item: 'logs taken in by CloudWatch', per: 'GB' }],
    [types.has('aws_s3_bucket'), { item: 'logs kept in S3', per: 'GB and month' }],
    [types.has('aws_ecr_repository'), { item: 'images kept in ECR', per: 'GB and month' }],
    [balancers.some(({ internal }) => !internal), { item: 'data sent to the internet', per: 'GB' }],
  ];
  return found.flatMap(([applies, cost]) => (applies ? cost : []));
}
