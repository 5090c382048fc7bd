import { buildNetworkModel } from '@central-ingress/network-model';
import { costReport } from './cost-report';
import { exampleStacks } from './example-stacks';
import { pricesFor } from './price-file';
import { renderText } from './render-text';

describe('renderText', () => {
  it('shows a table per owner, then what has no amount', () => {
    const model = buildNetworkModel(exampleStacks([{ name: 'payments', services: ['sts', 'kms'], zones: 2 }]));
    expect(renderText(costReport(model, pricesFor(model)))).toBe(`\
Fixed cost a month of 730 hours in eu-central-1, USD, prices of 2026-11-21

internet VPC main
  item                              quantity  unit price                  USD a month
  ALB alb                                  1  0.027 per hour                    19.71
  public IPv4 addresses of ALB alb         3  0.005 per address and hour        10.95
  WAF acl                                  1  5 per web ACL and month            5.00
  WAF rules of acl                         2  1 per rule and month               2.00
  total                                                                         37.66
  not priced here:
    1 × hosted zone
  by use:
    load balancer capacity of the ALB: 0.008 per LCU and hour
    requests seen by the WAF: 0.6 per million requests
    data sent to the internet: not priced here, per GB

tenant payments
  item                              quantity  unit price                  USD a month
  PrivateLink endpoint payments            2  0.012 per AZ and hour             17.52
  endpoint of kms                          2  0.012 per AZ and hour             17.52
  endpoint of sts                          2  0.012 per AZ and hour             17.52
  NLB payments-nlb                         1  0.027 per hour                    19.71
  EKS control plane payments               1  0.1 per cluster and hour          73.00
  total                                                                        145.27
  not priced here:
    3 × EC2 instance m6i.large (node group payments-nodes, 2 to 6)
    3 × EBS volume of 50 GiB (node group payments-nodes, 2 to 6)
    1 × KMS key
  by use:
    load balancer capacity of the NLB: 0.006 per NLCU and hour
    data through interface endpoints: 0.01 per GB
    EKS control plane in extended support, in place of the price above: 0.6 per cluster and hour
  optional endpoints:
    kms would save 17.52

  all of these                                                                 182.93

Sources of the prices: libs/cost-model/prices/eu-central-1.json`);
  });

  it('keeps the whole sum below the others where every item is short', () => {
    const { 'main-alb': alb = {} } = exampleStacks([]);
    const resource = { aws_lb: { n: { name: 'n', load_balancer_type: 'network', internal: true } } };
    const model = buildNetworkModel({ 'main-alb': { ...alb, resource } });
    expect(
      renderText(costReport(model, pricesFor(model)))
        .split('\n')
        .slice(2, -2),
    ).toEqual([
      'internet VPC main',
      '  item          quantity  unit price      USD a month',
      '  NLB n                1  0.027 per hour        19.71',
      '  total                                         19.71',
      '  by use:',
      '    load balancer capacity of the NLB: 0.006 per NLCU and hour',
      '',
      '  all of these                                  19.71',
    ]);
  });

  it('has a sum of nothing where nothing costs', () => {
    const { 'central-roles': roles = {} } = exampleStacks([]);
    const model = buildNetworkModel({ 'central-roles': roles });
    expect(renderText(costReport(model, pricesFor(model)))).toBe(`\
Fixed cost a month of 730 hours in eu-central-1, USD, prices of 2026-11-21

  all of these                               0.00

Sources of the prices: libs/cost-model/prices/eu-central-1.json`);
  });
});
