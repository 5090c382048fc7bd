import { judge } from './judge';
import { reportText } from './report-text';

const finding = (check: string, resource: string) => ({ check, resource, wants: `Ensure ${check}` });
const PROTECTION = finding('CKV_AWS_150', 'payments-ingress/nlb');
const LOGS = finding('CKV_AWS_91', 'payments-ingress/nlb');
const suppression = (...resources: readonly string[]) => ({ check: 'CKV_AWS_150', resources, reason: 'It is a demo.' });

describe('judge', () => {
  it('lets a finding pass only by its check and its resource', () => {
    expect(judge([PROTECTION, LOGS], [suppression('*-ingress/nlb')])).toEqual({
      failed: [LOGS],
      suppressed: [PROTECTION],
      unused: [],
    });
    expect(judge([PROTECTION], [suppression('main-alb/alb')]).failed).toEqual([PROTECTION]);
  });

  it('names what suppresses nothing any more', () => {
    expect(judge([PROTECTION], [suppression('*-ingress/nlb', 'main-alb/alb')]).unused).toEqual([
      'CKV_AWS_150 main-alb/alb',
    ]);
  });
});

describe('reportText', () => {
  it('says what to mend, and the figures', () => {
    const report = { failed: [LOGS], suppressed: [PROTECTION], unused: ['CKV_AWS_1 a/b'], passed: 7 };
    expect(reportText(report).split('\n')).toEqual([
      'payments-ingress/nlb: CKV_AWS_91: Ensure CKV_AWS_91. Mend it, or give a reason in tools/policy/suppressions.yaml.',
      'tools/policy/suppressions.yaml: CKV_AWS_1 a/b: suppresses nothing any more. Remove it.',
      'policy: 7 passed, 1 failed, 1 suppressed with a reason',
    ]);
  });
});
