import { healthyPath, paymentsExpectation } from '../rehearsal/healthy-path';
import { judgeControlPlane } from './control-plane';

describe('judgeControlPlane', () => {
  it('has nothing to say against a path on which everything is as it must be', () => {
    const hops = judgeControlPlane(healthyPath(), paymentsExpectation());
    expect(hops.filter(({ verdict }) => verdict !== 'ok')).toEqual([]);
    expect(hops.map(({ name, subject }) => `${name} ${subject}`)).toEqual([
      'hosted zone apps.example.com',
      'DNS record payments.apps.example.com',
      'ALB acme-main-alb',
      'WAF acme-main-alb',
      'access logs acme-main-alb',
      'HTTP listener port 80 of acme-main-alb',
      'HTTPS listener port 443 of acme-main-alb',
      'certificate payments.apps.example.com',
      'listener rule for payments',
      'target group acme-payments',
      'targets of acme-payments',
      'endpoint vpce-1',
      'SSM parameter vpces-service-name-payments',
      'endpoint connection vpce-1',
      'endpoint service vpce-svc-1',
      'NLB acme-payments-nlb',
      'TLS listener port 443 of acme-payments-nlb',
      'NLB certificate for payments',
      'pods of acme-payments-pods',
      'EKS cluster acme-payments',
    ]);
  });
});
