import { exitCodeOfReport, isComplete, renderReport } from './deployment-report';
import type { DeploymentReport } from './deployment-report';

const FAILED: DeploymentReport = {
  action: 'deploy',
  interrupted: false,
  stacks: [
    { stack: 'payments-roles', status: 'done', seconds: 8.24, log: '.ingress/logs/payments-roles.deploy.log' },
    {
      stack: 'payments-networking',
      status: 'failed',
      seconds: 61,
      reason: 'Error: creating EC2 VPC\nAccessDenied',
      log: '.ingress/logs/payments-networking.deploy.log',
    },
    { stack: 'payments-cluster', status: 'not started', seconds: 0, reason: 'payments-networking failed' },
  ],
  resume: 'npx ingress deploy payments',
};

describe('renderReport', () => {
  it('tells each stack, the failure in its own words with its log, and how to resume', () => {
    expect(renderReport(FAILED)).toBe(
      [
        'deploy:',
        '  ✔ payments-roles       done           8.2 s',
        '  ✖ payments-networking  failed        61.0 s',
        '  · payments-cluster     not started           (payments-networking failed)',
        '',
        'payments-networking failed:',
        '  Error: creating EC2 VPC',
        '  AccessDenied',
        '  whole log: .ingress/logs/payments-networking.deploy.log',
        '',
        'To resume: npx ingress deploy payments',
      ].join('\n'),
    );
  });
});

describe('a stack that cannot be run here', () => {
  const report: DeploymentReport = {
    action: 'deploy',
    interrupted: false,
    stacks: [
      { stack: 'payments-cluster', status: 'done', seconds: 8.24 },
      { stack: 'payments-addons', status: 'not applied', seconds: 0, reason: 'no provider' },
    ],
  };

  it('is told by name and reason, and is no failure', () => {
    expect(renderReport(report)).toBe(
      [
        'deploy:',
        '  ✔ payments-cluster  done           8.2 s',
        '  ○ payments-addons   not applied           (no provider)',
      ].join('\n'),
    );
    expect([isComplete(report), exitCodeOfReport(report)]).toEqual([true, 0]);
  });
});

describe('isComplete', () => {
  it('is true only when every stack is done', () => {
    expect(isComplete(FAILED)).toBe(false);
    expect(isComplete({ ...FAILED, stacks: FAILED.stacks.slice(0, 1) })).toBe(true);
  });
});

describe('exitCodeOfReport', () => {
  const done = { ...FAILED, stacks: FAILED.stacks.slice(0, 1) };
  it.each([
    ['all is done', done, 0],
    ['all is done in spite of a Ctrl-C', { ...done, interrupted: true }, 0],
    ['a stack failed', FAILED, 1],
    ['a stack failed and another was refused', { ...FAILED, refused: ['payments-roles'] }, 1],
    ['only what was refused failed', { ...FAILED, refused: ['payments-networking'] }, 3],
    ['it was interrupted', { ...FAILED, interrupted: true }, 130],
  ])('tells that %s', (_, report, code) => {
    expect(exitCodeOfReport(report)).toBe(code);
  });
});
