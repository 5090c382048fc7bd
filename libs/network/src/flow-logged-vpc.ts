import { DefaultSecurityGroup } from '@cdktf/provider-aws/lib/default-security-group';
import { Vpc } from '@cdktf/provider-aws/lib/vpc';
import type { Cidr } from '@central-ingress/addressing';
import type { PlatformConfig } from '@central-ingress/config';
import { physicalName } from '@central-ingress/naming';
import { Construct } from 'constructs';
import { FlowLogs } from './flow-logs';

/** What a VPC of ours is made from. */
export interface FlowLoggedVpcProps {
  readonly platform: PlatformConfig;
  readonly accountId: string;
  /** Internet VPC or connection name; the middle word of every name. */
  readonly owner: string;
  readonly cidr: Cidr;
  readonly logRetentionDays: number;
  /** Permissions boundary of the role that writes the flow logs. */
  readonly boundaryArn: string;
  /** Tags of the VPC beside its name. */
  readonly tags?: Readonly<Record<string, string>>;
}

/**
 * A VPC whose traffic is logged and whose default security group lets nothing through; it has no gateway of its own.
 * @source networking-setup/terraform/modules/vpc/vpc.tf of both accounts
 */
export class FlowLoggedVpc extends Construct {
  public readonly vpcId: string;

  constructor(scope: Construct, id: string, props: FlowLoggedVpcProps) {
    super(scope, id);
    const { platform, owner } = props;

    const vpc = new Vpc(this, 'main', {
      cidrBlock: props.cidr,
      // Private DNS names of interface endpoints and of the EKS API need both.
      enableDnsHostnames: true,
      enableDnsSupport: true,
      tags: { ...props.tags, Name: physicalName('Name tag', platform.namePrefix, owner, 'vpc') },
    });
    new DefaultSecurityGroup(this, 'default', {
      vpcId: vpc.id,
      tags: { Name: physicalName('Name tag', platform.namePrefix, owner, 'default-closed') },
    });
    new FlowLogs(this, 'flow-logs', {
      platform,
      accountId: props.accountId,
      owner,
      vpcId: vpc.id,
      logRetentionDays: props.logRetentionDays,
      boundaryArn: props.boundaryArn,
    });
    this.vpcId = vpc.id;
  }
}
