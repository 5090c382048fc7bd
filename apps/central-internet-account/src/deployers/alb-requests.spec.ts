import { examplePlatform } from '@central-ingress/fixtures';
import { isAllowed } from '@central-ingress/iam-policy';
import { albDuty } from './alb-duty';

const { statements } = albDuty(examplePlatform());
const arn = (service: string, resource: string) => `arn:aws:${service}:eu-central-1:111111111111:${resource}`;
const ALB = arn('elasticloadbalancing', 'loadbalancer/app/acme-main-alb/1');
const OTHER_ALB = arn('elasticloadbalancing', 'loadbalancer/app/their-alb/1');
const may = (action: string, resource: string) =>
  isAllowed(statements, { action, resource, context: { 'aws:RequestedRegion': 'eu-central-1' } });

describe('requests of the deployer of the ALBs, for the web ACL', () => {
  it.each(['CreateWebACLAssociation', 'DeleteWebACLAssociation', 'GetLoadBalancerWebACL', 'SetWebACL'])(
    'may %s on an ALB of ours only',
    (action) => {
      expect(may(`elasticloadbalancing:${action}`, ALB)).toBe(true);
      expect(may(`elasticloadbalancing:${action}`, OTHER_ALB)).toBe(false);
    },
  );

  it('may associate a web ACL of ours, and take any off, as AWS asks for it', () => {
    expect(may('wafv2:AssociateWebACL', arn('wafv2', 'regional/webacl/acme-main-alb/1'))).toBe(true);
    expect(may('wafv2:AssociateWebACL', arn('wafv2', 'regional/webacl/theirs/1'))).toBe(false);
    expect(may('wafv2:DisassociateWebACL', '*')).toBe(true);
  });
});
