import { DeleteLogGroupCommand } from '@aws-sdk/client-cloudwatch-logs';
import {
  DeleteNetworkInterfaceCommand,
  DeleteSecurityGroupCommand,
  DescribeSecurityGroupRulesCommand,
  RevokeSecurityGroupEgressCommand,
  RevokeSecurityGroupIngressCommand,
} from '@aws-sdk/client-ec2';
import type { EC2Client } from '@aws-sdk/client-ec2';
import { DeleteLoadBalancerCommand, DeleteTargetGroupCommand } from '@aws-sdk/client-elastic-load-balancing-v2';
import { UserError } from '@central-ingress/user-error';
import type { OffboardingClients } from './offboarding-clients';
import type { Leftover } from './workplace';

/**
 * Removes one thing that is proved to be the tenant's.
 * @throws UserError for one that is not
 */
export async function removeLeftover(
  { ec2, elb, logs }: OffboardingClients['hands'],
  { kind, id, proof }: Leftover,
): Promise<void> {
  if (!proof) throw new UserError(`${kind} ${id}: nothing proves whose it is; it is not removed.`);
  switch (kind) {
    case 'load balancer':
      await elb.send(new DeleteLoadBalancerCommand({ LoadBalancerArn: id }));
      return;
    case 'target group':
      await elb.send(new DeleteTargetGroupCommand({ TargetGroupArn: id }));
      return;
    case 'network interface':
      await ec2.send(new DeleteNetworkInterfaceCommand({ NetworkInterfaceId: id }));
      return;
    case 'security group':
      await removeGroup(ec2, id);
      return;
    case 'log group':
      await logs.send(new DeleteLogGroupCommand({ logGroupName: id }));
      return;
    case 'listener rule':
    case 'interface endpoint':
      throw new UserError(`${kind} ${id}: is removed by the stack that made it.`);
  }
}

/** Two groups that name each other in their rules hold each other, so a group's own rules go first. */
async function removeGroup(ec2: EC2Client, GroupId: string): Promise<void> {
  const Filters = [{ Name: 'group-id', Values: [GroupId] }];
  const { SecurityGroupRules = [] } = await ec2.send(new DescribeSecurityGroupRulesCommand({ Filters }));
  const idsOf = (egress: boolean): string[] =>
    SecurityGroupRules.filter(({ IsEgress }) => IsEgress === egress).map(
      ({ SecurityGroupRuleId = '' }) => SecurityGroupRuleId,
    );
  const [inbound, outbound] = [idsOf(false), idsOf(true)];
  if (inbound.length) {
    await ec2.send(new RevokeSecurityGroupIngressCommand({ GroupId, SecurityGroupRuleIds: inbound }));
  }
  if (outbound.length) {
    await ec2.send(new RevokeSecurityGroupEgressCommand({ GroupId, SecurityGroupRuleIds: outbound }));
  }
  await ec2.send(new DeleteSecurityGroupCommand({ GroupId }));
}
