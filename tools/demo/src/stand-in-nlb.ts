import {
  AuthorizeSecurityGroupIngressCommand,
  CreateSecurityGroupCommand,
  DeleteSecurityGroupCommand,
  DescribeSubnetsCommand,
} from '@aws-sdk/client-ec2';
import {
  CreateListenerCommand,
  CreateLoadBalancerCommand,
  CreateTargetGroupCommand,
  DeleteLoadBalancerCommand,
  DeleteTargetGroupCommand,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { NLB_TLS_POLICY } from '@central-ingress/addon-values';
import type { TenantDirectIngress } from '@central-ingress/contract';
import type { AccountClients } from './account-clients';

/** The NLB of a direct tenant, made through the API where the AWS Load Balancer Controller would make it. */
export interface StandInNlb {
  readonly dnsName: string | undefined;
  readonly remove: () => Promise<void>;
}

/** Makes an internet-facing NLB with a TLS listener on 443 and a target group without a target. */
export async function makeStandInNlb(
  { ec2, elb }: AccountClients,
  name: string,
  { certificateArns, publicSubnetIds }: TenantDirectIngress,
): Promise<StandInNlb> {
  const Subnets = Object.values(publicSubnetIds);
  const described = await ec2.send(new DescribeSubnetsCommand({ SubnetIds: Subnets }));
  const VpcId = described.Subnets?.[0]?.VpcId;
  const { GroupId = '' } = await ec2.send(
    new CreateSecurityGroupCommand({ GroupName: 'k8s-partner-api', Description: 'of the NLB', VpcId }),
  );
  const IpRanges = [{ CidrIp: '0.0.0.0/0' }];
  await ec2.send(
    new AuthorizeSecurityGroupIngressCommand({
      GroupId,
      IpPermissions: [{ IpProtocol: 'tcp', FromPort: 443, ToPort: 443, IpRanges }],
    }),
  );
  const made = await elb.send(
    new CreateLoadBalancerCommand({
      Name: name,
      Type: 'network',
      Scheme: 'internet-facing',
      Subnets,
      SecurityGroups: [GroupId],
    }),
  );
  const LoadBalancerArn = made.LoadBalancers?.[0]?.LoadBalancerArn;
  const grouped = await elb.send(
    new CreateTargetGroupCommand({ Name: 'k8s-partner-api', Protocol: 'TCP', Port: 8080, VpcId, TargetType: 'ip' }),
  );
  const TargetGroupArn = grouped.TargetGroups?.[0]?.TargetGroupArn;
  await elb.send(
    new CreateListenerCommand({
      LoadBalancerArn,
      Protocol: 'TLS',
      Port: 443,
      SslPolicy: NLB_TLS_POLICY,
      Certificates: [{ CertificateArn: certificateArns }],
      DefaultActions: [{ Type: 'forward', TargetGroupArn }],
    }),
  );
  return {
    dnsName: made.LoadBalancers?.[0]?.DNSName,
    remove: async () => {
      await elb.send(new DeleteLoadBalancerCommand({ LoadBalancerArn }));
      await elb.send(new DeleteTargetGroupCommand({ TargetGroupArn }));
      await ec2.send(new DeleteSecurityGroupCommand({ GroupId }));
    },
  };
}
