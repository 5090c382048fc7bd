import { found } from '../reading/reading';
import { itJudges } from '../rehearsal/cases';
import type { Path } from '../rehearsal/cases';
import { certificateUntil } from '../rehearsal/healthy-path';

const withAlb = (alb: Partial<Path['alb']>) => (path: Path) => ({ alb: { ...path.alb, ...alb } });
const withNlb = (nlb: Partial<Path['nlb']>) => (path: Path) => ({ nlb: { ...path.nlb, ...nlb } });

describe('certificateHop, nlbCertificateHop', () => {
  itJudges([
    [
      'certificate',
      'fail',
      'no certificate of the listener has the name payments.apps.example.com',
      withAlb({ certificates: found([certificateUntil('2027-10-01', 'apps.example.com')]) }),
    ],
    [
      'certificate',
      'fail',
      '*.apps.example.com (for payments.apps.example.com) expires in 30 days; expected more than 30 days',
      withAlb({ certificates: found([certificateUntil('2026-12-21T12:00:00Z', '*.apps.example.com')]) }),
    ],
    [
      'certificate',
      'ok',
      '*.apps.example.com (for payments.apps.example.com) issued, 31 days left',
      withAlb({ certificates: found([certificateUntil('2026-12-22T12:00:00Z', '*.apps.example.com')]) }),
    ],
    [
      'certificate',
      'fail',
      '*.apps.example.com (for payments.apps.example.com) expired 20 days ago, renewal FAILED; expected more than 30 days',
      withAlb({
        certificates: found([
          {
            ...certificateUntil('2026-11-01T12:00:00Z', '*.apps.example.com'),
            Status: 'EXPIRED',
            RenewalSummary: { RenewalStatus: 'FAILED', DomainValidationOptions: [], UpdatedAt: new Date(0) },
          },
        ]),
      }),
    ],
    [
      'certificate',
      'fail',
      '*.apps.example.com (for payments.apps.example.com) is PENDING_VALIDATION; expected ISSUED',
      withAlb({ certificates: found([{ DomainName: '*.apps.example.com', Status: 'PENDING_VALIDATION' }]) }),
    ],
    [
      'certificate',
      'ok',
      'payments.apps.example.com (for payments.apps.example.com) issued, 313 days left',
      withAlb({
        certificates: found([
          certificateUntil('2026-11-30', '*.apps.example.com'),
          certificateUntil('2027-10-01', 'payments.apps.example.com'),
        ]),
      }),
    ],
    [
      'NLB certificate',
      'warn',
      'payments.apps.example.com (for payments.apps.example.com) expired 20 days ago; expected more than 30 days',
      withNlb({ certificates: found([certificateUntil('2026-11-01T12:00:00Z', 'payments.apps.example.com')]) }),
    ],
  ]);
});
