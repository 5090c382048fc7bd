import type { Bucket, LoadBalancer, LogDelivery, NetworkModel } from '@central-ingress/network-model';
import { finding } from './finding';
import type { Finding } from './finding';
import { globMatches } from './names';

/** Who writes the logs of load balancers. @source ELB User Guide, "Enable access logs for your ALB" */
const WRITER = 'logdelivery.elasticloadbalancing.amazonaws.com';

/** The ALB writes its logs, and their bucket takes them. */
export function logDeliveryFindings(model: NetworkModel, alb: LoadBalancer): readonly Finding[] {
  const { accessLogs, connectionLogs, label } = alb;
  if (!accessLogs?.enabled) return [finding('alb-not-logging', alb, { label })];
  if (!connectionLogs?.enabled) return [finding('alb-connections-not-logged', alb, { label })];
  return [accessLogs, connectionLogs].flatMap((delivery) => {
    const bucket = delivery.bucket ? model.buckets.get(delivery.bucket) : undefined;
    if (bucket && !isOfS3(bucket)) return [finding('alb-log-key', bucket, { bucket: bucket.label })];
    if (bucket && takesLogs(bucket, delivery, alb.account)) return [];
    const prefix = delivery.prefix ?? 'its root';
    return [finding('alb-log-delivery', bucket ?? alb, { bucket: bucket?.label ?? 'of the ALB', prefix })];
  });
}

/** Load balancers write to buckets that S3 encrypts with keys of its own. @source ELB User Guide, "Step 1" */
function isOfS3({ encryption }: Bucket): boolean {
  return encryption === undefined || encryption === 'AES256';
}

function takesLogs(bucket: Bucket, { prefix }: LogDelivery, account: string | undefined): boolean {
  const path = [...(prefix ? [prefix] : []), 'AWSLogs', account ?? ''].join('/');
  const object = `arn:aws:s3:::${bucket.name ?? ''}/${path}/x`;
  return bucket.policies.some(({ statements }) =>
    statements.some(
      (statement) =>
        statement.effect === 'Allow' &&
        !statement.notPrincipals &&
        !statement.notActions &&
        !statement.notResources &&
        statement.principals.some(({ kind, id }) => kind === 'Service' && id === WRITER) &&
        statement.actions.includes('s3:PutObject') &&
        statement.resources.some((pattern) => globMatches(pattern, object)),
    ),
  );
}
