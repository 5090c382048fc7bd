import { renderOffboarding } from './offboarding-report';
import type { OffboardingReport } from './offboarding-report';

const report: OffboardingReport = {
  tenant: 'payments',
  dryRun: false,
  interrupted: false,
  kept: ['apps/eks-service-account/tenants/payments: remove this folder'],
  left: [{ kind: 'log group', id: '/aws/x', accountId: '222222222222', says: 'of an agent' }],
  resume: 'npx ingress offboard payments --yes payments',
  steps: [
    { step: 'hold', title: 'keep deployments off', status: 'nothing to do', what: ['hidden'], seconds: 0 },
    {
      step: 'records',
      title: 'remove the records',
      status: 'done',
      what: ['aws_route53_record.a (a)'],
      seconds: 12.34,
    },
    { step: 'rules', title: 'remove the rules', status: 'refused', what: [], seconds: 0, reason: 'first\nsecond' },
    { step: 'roles', title: 'remove the roles', status: 'not started', what: [], seconds: 0 },
  ],
};

describe('renderOffboarding', () => {
  it('has a line per step, what was removed, why it stopped, what is left and how to go on', () => {
    expect(renderOffboarding(report)).toBe(
      `offboard payments, steps:
  ✔ 1 keep deployments off  nothing to do
  ✔ 2 remove the records    done  12.3 s
       aws_route53_record.a (a)
  ✖ 3 remove the rules      refused
  · 4 remove the roles      not started

remove the rules: refused
  first
  second

Left, and not provably of this tenant alone; look at each:
  log group /aws/x in 222222222222 (of an agent)

Kept:
  apps/eks-service-account/tenants/payments: remove this folder

To go on: npx ingress offboard payments --yes payments`,
    );
  });
});
