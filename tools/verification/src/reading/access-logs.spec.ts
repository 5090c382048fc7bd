import { awsError } from '@central-ingress/testing';
import { scriptedClients } from '../rehearsal/scripted-clients';
import { readAccessLogs } from './access-logs';
import { found } from './reading';

const NOW = new Date('2026-11-01T00:10:00Z');
const ON = {
  'access_logs.s3.enabled': 'true',
  'access_logs.s3.bucket': 'acme-main-alb-logs-111111111111',
  'access_logs.s3.prefix': 'access',
};
const FOLDER = 'access/AWSLogs/111111111111/elasticloadbalancing/eu-central-1/';
const place = 's3://acme-main-alb-logs-111111111111/access';

describe('readAccessLogs', () => {
  const asked: unknown[] = [];
  const readWith = (objects: Readonly<Record<string, readonly string[]>>, attributes: Record<string, string> = ON) => {
    const clients = scriptedClients('111111111111', {
      ListObjectsV2: ({ Bucket, Prefix }) => {
        asked.push(`${Bucket} ${Prefix}`);
        const times = objects[`${Prefix}`] ?? [];
        return { Contents: times.map((time) => ({ Key: `${Prefix}${time}.log.gz`, LastModified: new Date(time) })) };
      },
    });
    return readAccessLogs(clients, { region: 'eu-central-1' }, attributes, NOW);
  };
  beforeEach(() => (asked.length = 0));

  it('finds the newest log of today', async () => {
    const times = ['2026-11-01T00:00:03Z', '2026-11-01T00:05:03Z', '2026-11-01T00:05:01Z'];
    const key = `${FOLDER}2026/11/01/2026-11-01T00:05:03Z.log.gz`;
    expect(await readWith({ [`${FOLDER}2026/11/01/`]: times })).toEqual(
      found({ enabled: true, place, newest: found({ key, at: new Date('2026-11-01T00:05:03Z') }) }),
    );
    expect(asked).toEqual([`acme-main-alb-logs-111111111111 ${FOLDER}2026/11/01/`]);
  });

  it('looks at yesterday shortly after midnight, and at all days last', async () => {
    const yesterday = await readWith({ [`${FOLDER}2026/10/31/`]: ['2026-10-31T23:55:03Z'] });
    expect(yesterday).toMatchObject({ value: { newest: { value: { at: new Date('2026-10-31T23:55:03Z') } } } });
    const once = await readWith({ [FOLDER]: ['2026-01-01T00:00:00Z'] });
    expect(once).toMatchObject({ value: { newest: { value: { at: new Date('2026-01-01T00:00:00Z') } } } });
  });

  it('says that nothing has come yet; the test file that ELB writes first is no log', async () => {
    expect(await readWith({ 'access/AWSLogs/111111111111/': ['ELBAccessLogTestFile'] })).toEqual(
      found({ enabled: true, place, newest: { state: 'missing', what: `log below ${FOLDER}` } }),
    );
  });

  it('does not look into the bucket when logs are off', async () => {
    const off = await readWith({}, { 'access_logs.s3.enabled': 'false' });
    expect([off, asked]).toMatchObject([{ value: { enabled: false } }, []]);
  });

  it('says which right is missing, and keeps what is known', async () => {
    const denied = awsError('AccessDenied', 'x is not authorized to perform: s3:ListBucket on resource: y');
    const clients = scriptedClients('111111111111', { ListObjectsV2: () => denied });
    expect(await readAccessLogs(clients, { region: 'eu-central-1' }, ON, NOW)).toEqual(
      found({ enabled: true, place, newest: { state: 'untried', reason: 'AccessDenied: needs s3:ListBucket' } }),
    );
  });
});
