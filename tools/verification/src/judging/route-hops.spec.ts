import type { Rule } from '@aws-sdk/client-elastic-load-balancing-v2';
import { found, missing } from '../reading/reading';
import { amend, itJudges } from '../rehearsal/cases';
import type { Path } from '../rehearsal/cases';
import { forwardTo, TARGET_GROUP_ARN } from '../rehearsal/healthy-path';

const rule = (Priority: string, hosts: readonly string[], arn: string, paths: readonly string[] = []): Rule => ({
  Priority,
  IsDefault: false,
  Conditions: [
    { Field: 'host-header', HostHeaderConfig: { Values: [...hosts] } },
    ...(paths.length ? [{ Field: 'path-pattern', PathPatternConfig: { Values: [...paths] } }] : []),
  ],
  Actions: [forwardTo(arn)],
});
const own = rule('21', ['payments.apps.example.com'], TARGET_GROUP_ARN);
const OTHER = 'arn:aws:elasticloadbalancing:eu-central-1:111111111111:targetgroup/acme-storefront/3';
const withRoute = (change: (route: Path['route']) => Partial<Path['route']>) => (path: Path) => ({
  route: { ...path.route, ...change(path.route) },
});

describe('ruleHop, targetGroupHop', () => {
  itJudges([
    ['listener rule', 'fail', 'no rule of priority 21 for payments.apps.example.com', () => ({ rules: found([]) })],
    [
      'listener rule',
      'fail',
      'priority 21 does not have payments.apps.example.com',
      () => ({ rules: found([rule('21', ['pay.apps.example.com'], TARGET_GROUP_ARN)]) }),
    ],
    [
      'listener rule',
      'fail',
      'priority 21 has storefront.apps.example.com too',
      () => ({
        rules: found([rule('21', ['payments.apps.example.com', 'storefront.apps.example.com'], TARGET_GROUP_ARN)]),
      }),
    ],
    [
      'listener rule',
      'fail',
      'priority 21 asks for path-pattern too',
      () => ({ rules: found([rule('21', ['payments.apps.example.com'], TARGET_GROUP_ARN, ['/internet'])]) }),
    ],
    [
      'listener rule',
      'fail',
      'priority 21 leads to acme-storefront',
      () => ({ rules: found([rule('21', ['payments.apps.example.com'], OTHER)]) }),
    ],
    [
      'listener rule',
      'fail',
      'priority 21 leads to acme-storefront',
      () => ({ rules: found([{ ...own, Actions: [forwardTo(TARGET_GROUP_ARN, OTHER)] }]) }),
    ],
    [
      'listener rule',
      'fail',
      'payments.apps.example.com meets the rule of priority 5 before',
      () => ({ rules: found([rule('5', ['*.apps.example.com'], OTHER), own]) }),
    ],
    [
      'listener rule',
      'warn',
      'payments.apps.example.com meets the rule of priority 5 before, for some of its requests',
      () => ({ rules: found([rule('5', ['PAYMENTS.apps.example.com'], OTHER, ['/admin*']), own]) }),
    ],
    [
      'listener rule',
      'fail',
      'the rule of priority 900 leads shop.apps.example.com to this tenant too',
      () => ({ rules: found([own, rule('900', ['shop.apps.example.com'], TARGET_GROUP_ARN)]) }),
    ],
    [
      'target group',
      'fail',
      'target group acme-payments does not exist',
      withRoute(() => ({ targetGroup: missing('target group acme-payments') })),
    ],
    [
      'target group',
      'fail',
      'protocol and port HTTPS 80; expected HTTPS 443',
      withRoute((route) => ({ targetGroup: amend(route.targetGroup, { Port: 80 }) })),
    ],
    [
      'target group',
      'fail',
      'target type instance; expected ip',
      withRoute((route) => ({ targetGroup: amend(route.targetGroup, { TargetType: 'instance' }) })),
    ],
    [
      'target group',
      'fail',
      'health check path /internet; expected /',
      withRoute((route) => ({ targetGroup: amend(route.targetGroup, { HealthCheckPath: '/internet' }) })),
    ],
    [
      'target group',
      'fail',
      'no rule of the ALB uses it',
      withRoute((route) => ({ targetGroup: amend(route.targetGroup, { LoadBalancerArns: [] }) })),
    ],
  ]);
});
