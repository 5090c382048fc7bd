import { ListObjectsV2Command, paginateListObjectsV2 } from '@aws-sdk/client-s3';
import type { PlatformConfig } from '@central-ingress/config';
import type { AccountClients } from './account-clients';
import { found, read } from './reading';
import type { Reading } from './reading';

/** Whether an ALB's access logs are switched on, and what has come. */
export interface AccessLogs {
  readonly enabled: boolean;
  /** Place of the logs, e.g. `s3://acme-main-alb-logs-111111111111/access`. */
  readonly place: string;
  readonly newest: Reading<LogObject>;
}

/** The newest log that ELB has delivered. */
export interface LogObject {
  readonly key: string;
  readonly at: Date;
}

const DAY_MILLISECONDS = 24 * 60 * 60 * 1000;

/**
 * Reads where the attributes of an ALB send its access logs, and the newest log there.
 * @source ELB User Guide, "Access log files": `<prefix>/AWSLogs/<account>/elasticloadbalancing/<region>/yyyy/mm/dd/`
 */
export async function readAccessLogs(
  { s3, accountId }: Pick<AccountClients, 's3' | 'accountId'>,
  { region }: Pick<PlatformConfig, 'region'>,
  attributes: Readonly<Record<string, string>>,
  now: Date,
): Promise<Reading<AccessLogs>> {
  const Bucket = attributes['access_logs.s3.bucket'] ?? '';
  const prefix = attributes['access_logs.s3.prefix'] ?? '';
  const folder = `${prefix ? `${prefix}/` : ''}AWSLogs/${accountId}/elasticloadbalancing/${region}/`;
  const enabled = attributes['access_logs.s3.enabled'] === 'true';
  const newest = await read(`log below ${folder}`, async () => {
    if (!enabled) return undefined;
    for (const day of [now, new Date(now.getTime() - DAY_MILLISECONDS)]) {
      const log = await newestBelow(s3, Bucket, `${folder}${day.toISOString().slice(0, 10).replaceAll('-', '/')}/`);
      if (log) return log;
    }
    const { Contents } = await s3.send(new ListObjectsV2Command({ Bucket, Prefix: folder, MaxKeys: 1 }));
    return logOf(Contents?.[0]);
  });
  return found({ enabled, place: `s3://${Bucket}${prefix ? `/${prefix}` : ''}`, newest });
}

async function newestBelow(client: AccountClients['s3'], Bucket: string, Prefix: string) {
  let newest: LogObject | undefined;
  for await (const { Contents = [] } of paginateListObjectsV2({ client }, { Bucket, Prefix })) {
    for (const object of Contents) {
      const log = logOf(object);
      if (log && (!newest || log.at > newest.at)) newest = log;
    }
  }
  return newest;
}

function logOf(object: { readonly Key?: string; readonly LastModified?: Date } | undefined): LogObject | undefined {
  return object?.Key && object.LastModified ? { key: object.Key, at: object.LastModified } : undefined;
}
