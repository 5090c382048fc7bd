import { found, missing } from '../reading/reading';
import { amend, itJudges } from '../rehearsal/cases';
import type { Path } from '../rehearsal/cases';
import { forwardTo } from '../rehearsal/healthy-path';

const withAlb = (alb: Partial<Path['alb']>) => (path: Path) => ({ alb: { ...path.alb, ...alb } });
const withNlb = (nlb: Partial<Path['nlb']>) => (path: Path) => ({ nlb: { ...path.nlb, ...nlb } });

describe('albHop, httpsListenerHop, httpListenerHop, nlbHop, nlbListenerHop', () => {
  itJudges([
    [
      'ALB',
      'fail',
      'load balancer acme-main-alb does not exist',
      withAlb({ balancer: missing('load balancer acme-main-alb') }),
    ],
    [
      'ALB',
      'fail',
      'state provisioning; expected active',
      (path) => ({ alb: { ...path.alb, balancer: amend(path.alb.balancer, { State: { Code: 'provisioning' } }) } }),
    ],
    [
      'ALB',
      'fail',
      'state failed (no addresses); expected active',
      (path) => ({
        alb: { ...path.alb, balancer: amend(path.alb.balancer, { State: { Code: 'failed', Reason: 'no addresses' } }) },
      }),
    ],
    [
      'ALB',
      'fail',
      'scheme internal; expected internet-facing',
      (path) => ({ alb: { ...path.alb, balancer: amend(path.alb.balancer, { Scheme: 'internal' }) } }),
    ],
    ['HTTP listener', 'fail', 'no listener on port 80', withAlb({ listeners: found([]) })],
    [
      'HTTP listener',
      'fail',
      'default action forward; expected redirect to HTTPS 443',
      withAlb({ listeners: found([{ Port: 80, DefaultActions: [forwardTo('arn:x')] }]) }),
    ],
    [
      'HTTPS listener',
      'fail',
      'listener 443 of acme-main-alb does not exist',
      withAlb({ secure: missing('listener 443 of acme-main-alb') }),
    ],
    [
      'HTTPS listener',
      'fail',
      'protocol HTTP; expected HTTPS',
      (path) => ({ alb: { ...path.alb, secure: amend(path.alb.secure, { Protocol: 'HTTP' }) } }),
    ],
    [
      'HTTPS listener',
      'fail',
      'TLS policy ELBSecurityPolicy-2016-08; expected one that takes TLS 1.2 and 1.3 only',
      (path) => ({ alb: { ...path.alb, secure: amend(path.alb.secure, { SslPolicy: 'ELBSecurityPolicy-2016-08' }) } }),
    ],
    [
      'HTTPS listener',
      'fail',
      'default action forward; expected fixed 404',
      (path) => ({ alb: { ...path.alb, secure: amend(path.alb.secure, { DefaultActions: [forwardTo('arn:x')] }) } }),
    ],
    [
      'NLB',
      'fail',
      'scheme internet-facing; expected internal',
      (path) => ({ nlb: { ...path.nlb, balancer: amend(path.nlb.balancer, { Scheme: 'internet-facing' }) } }),
    ],
    [
      'NLB',
      'fail',
      'inbound rules on PrivateLink traffic on; expected off',
      (path) => ({
        nlb: {
          ...path.nlb,
          balancer: amend(path.nlb.balancer, { EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic: 'on' }),
        },
      }),
    ],
    [
      'TLS listener',
      'fail',
      'protocol TCP; expected TLS',
      withNlb({ secure: found({ Port: 443, Protocol: 'TCP', SslPolicy: 'ELBSecurityPolicy-TLS13-1-2-2021-06' }) }),
    ],
  ]);
});
