import type { BreakableWorld } from './breakable-world';
import { mutant } from './mutant';
import type { Mutant } from './mutant';

const NETWORK = 'payments-networking';
const DOOR = 'main-networking';
const ALB = 'main-alb';
const FLOW_LOG = 'aws_flow_log';
const LABEL = 'acme-payments-vpc';

const unwritten = `the role of the flow log of ${LABEL} may not write to its log group, so nothing arrives`;

/** The VPC of the tenant, of which only a part of the traffic is told. */
function partly(traffic: string): Mutant {
  return mutant(
    `only ${traffic.toLowerCase()}ed traffic is logged`,
    (world) => (world.body(NETWORK, FLOW_LOG).traffic_type = traffic),
    'flow-log-part',
    'logs',
    `${NETWORK}: ${FLOW_LOG}.`,
    `the flow log of the VPC ${LABEL} tells of ${traffic} only`,
  );
}

function changeFlowPolicy(world: BreakableWorld, from: string, to: string): void {
  const body = world.body(NETWORK, 'aws_iam_role_policy');
  body.policy = body.policy.replace(from, to);
}

/** Breaks of what tells who came. */
export const LOGS_MUTANTS: readonly Mutant[] = [
  mutant(
    'nobody logs what flows in the VPC of a tenant',
    (world) => world.remove(NETWORK, FLOW_LOG),
    'flow-log-missing',
    'logs',
    `${NETWORK}: aws_vpc.`,
    `nothing logs the flows of the VPC ${LABEL}`,
  ),
  mutant(
    'nobody logs what flows in the internet VPC',
    (world) => world.remove(DOOR, FLOW_LOG),
    'flow-log-missing',
    'logs',
    `${DOOR}: aws_vpc.`,
    'nothing logs the flows of the VPC acme-main-vpc',
  ),
  mutant(
    'the flow log is of one subnet only',
    (world) => {
      const log = world.body(NETWORK, FLOW_LOG);
      delete log.vpc_id;
      log.subnet_id = world.reference(NETWORK, 'aws_subnet', 'az1', 'id');
    },
    'flow-log-missing',
    'logs',
    `${NETWORK}: aws_vpc.`,
    `nothing logs the flows of the VPC ${LABEL}`,
  ),
  partly('ACCEPT'),
  partly('REJECT'),
  mutant(
    'the flow log writes nowhere',
    (world) => delete world.body(NETWORK, FLOW_LOG).log_destination,
    'flow-log-unwritten',
    'logs',
    `${NETWORK}: ${FLOW_LOG}.`,
    unwritten,
  ),
  mutant(
    'the flow log has no role',
    (world) => delete world.body(NETWORK, FLOW_LOG).iam_role_arn,
    'flow-log-unwritten',
    'logs',
    `${NETWORK}: ${FLOW_LOG}.`,
    unwritten,
  ),
  mutant(
    'the role of the flow log has no policy',
    (world) => world.remove(NETWORK, 'aws_iam_role_policy'),
    'flow-log-unwritten',
    'logs',
    `${NETWORK}: ${FLOW_LOG}.`,
    unwritten,
  ),
  mutant(
    'the role of the flow log may write no entries',
    (world) => changeFlowPolicy(world, '"logs:PutLogEvents"', '"logs:GetLogEvents"'),
    'flow-log-unwritten',
    'logs',
    `${NETWORK}: ${FLOW_LOG}.`,
    unwritten,
  ),
  mutant(
    'the role of the flow log may write to another log group',
    (world) => changeFlowPolicy(world, world.reference(NETWORK, 'aws_cloudwatch_log_group', '', 'arn'), 'arn:x'),
    'flow-log-unwritten',
    'logs',
    `${NETWORK}: ${FLOW_LOG}.`,
    unwritten,
  ),
  mutant(
    'the log group of the control plane has another name',
    (world) => (world.body('payments-cluster', 'aws_cloudwatch_log_group').name = '/aws/eks/payments/cluster'),
    'cluster-log-group',
    'logs',
    'payments-cluster: aws_eks_cluster.',
    'no stack makes the log group /aws/eks/acme-payments/cluster of acme-payments; EKS would make one that keeps everything for ever',
  ),
  mutant(
    'the default security group of the VPC of a tenant stays open',
    (world) => world.remove(NETWORK, 'aws_default_security_group'),
    'default-group-open',
    'open-to-world',
    `${NETWORK}: aws_vpc.`,
    `the default security group of the VPC ${LABEL} is not closed; what names no group has it`,
  ),
  mutant(
    'the default security group of the internet VPC takes what comes from itself',
    (world) =>
      (world.body(DOOR, 'aws_default_security_group').ingress = [
        { protocol: '-1', from_port: 0, to_port: 0, self: true },
      ]),
    'default-group-open',
    'open-to-world',
    `${DOOR}: aws_vpc.`,
    'the default security group of the VPC acme-main-vpc is not closed; what names no group has it',
  ),
  mutant(
    'the log group of the firewall has a name that AWS WAF does not take',
    (world) => (world.body(ALB, 'aws_cloudwatch_log_group').name = 'acme-main-waf'),
    'firewall-log-name',
    'firewall',
    `${ALB}: aws_cloudwatch_log_group.`,
    'acme-main-alb logs to acme-main-waf; AWS WAF takes names that start with aws-waf-logs-',
  ),
  mutant(
    'nothing lets the logs of the firewall into their group',
    (world) => world.remove(ALB, 'aws_cloudwatch_log_resource_policy'),
    'firewall-log-delivery',
    'firewall',
    `${ALB}: aws_cloudwatch_log_group.`,
    'no policy of CloudWatch lets the logs of acme-main-alb into aws-waf-logs-acme-main',
  ),
  mutant(
    'another service of AWS may write the logs of the firewall',
    (world) =>
      world.policy(
        world.body(ALB, 'aws_cloudwatch_log_resource_policy'),
        'policy_document',
        (document) => (document.Statement[0].Principal.Service = ['es.amazonaws.com']),
      ),
    'firewall-log-delivery',
    'firewall',
    `${ALB}: aws_cloudwatch_log_group.`,
    'no policy of CloudWatch lets the logs of acme-main-alb into aws-waf-logs-acme-main',
  ),
  mutant(
    'the ALB does not log who connects',
    (world) => delete world.body(ALB, 'aws_lb').connection_logs,
    'alb-connections-not-logged',
    'alb',
    `${ALB}: aws_lb.`,
    'acme-main-alb does not log who connects; a client that fails at TLS leaves no trace',
  ),
  mutant(
    'a key of KMS encrypts the logs of the ALB',
    (world) =>
      (world.body(ALB, 'aws_s3_bucket_server_side_encryption_configuration').rule = [
        { apply_server_side_encryption_by_default: { sse_algorithm: 'aws:kms' } },
      ]),
    'alb-log-key',
    'alb',
    `${ALB}: aws_s3_bucket.`,
    'the bucket acme-main-alb-logs-111111111111 of the logs is encrypted by a key of KMS; load balancers cannot write to it',
  ),
  mutant(
    'the encryption of the log bucket has no rule',
    (world) => (world.body(ALB, 'aws_s3_bucket_server_side_encryption_configuration').rule = []),
    'bucket-plain',
    'buckets',
    `${ALB}: aws_s3_bucket.`,
    'acme-main-alb-logs-111111111111 is not encrypted',
  ),
];
