import type { PolicyDocument } from './policy';
import type { Identity } from './resource';
import { byKey } from './source';
import type { Entities, Source } from './source';
import type { ResourceKey } from './value';

/** A flow log: who spoke with whom in a VPC, a subnet or at an interface. */
export interface FlowLog extends Identity {
  /** None for one of a subnet or an interface alone. */
  readonly vpc?: ResourceKey;
  /** `ALL`, `ACCEPT` or `REJECT`. */
  readonly traffic: string;
  /** Log group or bucket that it is written to. */
  readonly destination?: ResourceKey;
  /** Role that writes it; a bucket needs none. */
  readonly role?: ResourceKey;
}

/** A log group of CloudWatch. */
export interface LogGroup extends Identity {
  readonly name?: string;
}

/** A policy of CloudWatch by which services of AWS write logs. */
export interface LogPolicy extends Identity {
  readonly document?: PolicyDocument;
}

/** Reads flow logs. */
export function readFlowLogs(source: Source): Entities<FlowLog> {
  return byKey(
    source.ofType('aws_flow_log').map((fields) => ({
      ...fields.identity(),
      vpc: fields.link('vpc_id', 'aws_vpc'),
      traffic: fields.text('traffic_type') ?? 'ALL',
      destination: fields.link('log_destination', ['aws_cloudwatch_log_group', 'aws_s3_bucket'], ['arn']),
      role: fields.link('iam_role_arn', 'aws_iam_role', ['arn']),
    })),
  );
}

/** Reads log groups. */
export function readLogGroups(source: Source): Entities<LogGroup> {
  return byKey(
    source.ofType('aws_cloudwatch_log_group').map((fields) => ({ ...fields.identity(), name: fields.text('name') })),
  );
}

/** Reads policies of CloudWatch. */
export function readLogPolicies(source: Source): Entities<LogPolicy> {
  return byKey(
    source.ofType('aws_cloudwatch_log_resource_policy').map((fields) => {
      const document = fields.policy('policy_document');
      return { ...fields.identity(), ...(document ? { document } : {}) };
    }),
  );
}
