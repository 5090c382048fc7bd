import { found, missing } from '../reading/reading';
import type { Reading } from '../reading/reading';
import { itJudges } from '../rehearsal/cases';
import type { Path } from '../rehearsal/cases';

const named = (names: Partial<Path['names']>) => (path: Path) => ({ names: { ...path.names, ...names } });
const zone = (namesakes: number) => found({ name: 'apps.example.com', id: 'Z1', nameServers: [], namesakes });
const record = (reading: Reading<object>) =>
  named({ records: new Map([['payments.apps.example.com', reading as Reading<never>]]) });

describe('hostedZoneHop, recordHop', () => {
  itJudges([
    [
      'hosted zone',
      'fail',
      'hosted zone apps.example.com does not exist',
      named({ zones: new Map([['apps.example.com', missing('hosted zone apps.example.com')]]) }),
    ],
    [
      'hosted zone',
      'warn',
      'apps.example.com: 2 public zones of this name in the account',
      named({ zones: new Map([['apps.example.com', zone(2)]]) }),
    ],
    [
      'DNS record',
      'fail',
      'record payments.apps.example.com does not exist',
      record(missing('record payments.apps.example.com')),
    ],
    [
      'DNS record',
      'fail',
      'payments.apps.example.com is no alias',
      record(found({ ResourceRecords: [{ Value: '203.0.113.9' }] })),
    ],
    [
      'DNS record',
      'fail',
      'payments.apps.example.com leads to other.elb.amazonaws.com; expected acme-main-alb-1.elb.amazonaws.com',
      record(found({ AliasTarget: { DNSName: 'other.elb.amazonaws.com.' } })),
    ],
  ]);
});
