import { SecurityGroup } from '@cdktf/provider-aws/lib/security-group';
import { VpcSecurityGroupEgressRule } from '@cdktf/provider-aws/lib/vpc-security-group-egress-rule';
import { VpcSecurityGroupIngressRule } from '@cdktf/provider-aws/lib/vpc-security-group-ingress-rule';
import { physicalName } from '@central-ingress/naming';
import { Construct } from 'constructs';

/** Where the two groups belong. */
export interface DoorSecurityGroupsProps {
  readonly vpcId: string;
  readonly namePrefix: string;
  /** Internet VPC. */
  readonly owner: string;
}

/** The ports of the ALB that the internet reaches: HTTPS, and HTTP for its redirect. */
const PUBLIC_PORTS = { https: 443, http: 80 } as const;

/**
 * The way of a request: internet to ALB on two ports, ALB to interface endpoints on 443, and nothing else in or out.
 * @source central-internet-acc-setup/networking-setup/terraform/modules/load-balancer/application-load-balancer.tf
 */
export class DoorSecurityGroups extends Construct {
  public readonly albSecurityGroupId: string;
  public readonly endpointSecurityGroupId: string;

  constructor(scope: Construct, id: string, { vpcId, namePrefix, owner }: DoorSecurityGroupsProps) {
    super(scope, id);
    const named = (word: string) => physicalName('security group', namePrefix, owner, word);

    const alb = new SecurityGroup(this, 'internet-ingress-alb-sg', {
      name: named('alb'),
      description: 'Internet to the ALB, ALB to the interface endpoints',
      vpcId,
      tags: { Name: named('alb') },
    });
    const endpoint = new SecurityGroup(this, 'allow_public_ingress', {
      name: named('endpoints'),
      description: 'ALB to the interface endpoints of the tenants',
      vpcId,
      tags: { Name: named('endpoints') },
    });

    for (const [word, port] of Object.entries(PUBLIC_PORTS)) {
      new VpcSecurityGroupIngressRule(this, `internet-${word}`, {
        securityGroupId: alb.id,
        description: `${word.toUpperCase()} from the internet`,
        cidrIpv4: '0.0.0.0/0',
        ipProtocol: 'tcp',
        fromPort: port,
        toPort: port,
        tags: { Name: named(`internet-${word}`) },
      });
    }
    const https = { ipProtocol: 'tcp', fromPort: 443, toPort: 443 };
    new VpcSecurityGroupEgressRule(this, 'alb-to-endpoints', {
      ...https,
      securityGroupId: alb.id,
      description: 'HTTPS to the interface endpoints',
      referencedSecurityGroupId: endpoint.id,
      tags: { Name: named('alb-to-endpoints') },
    });
    new VpcSecurityGroupIngressRule(this, 'public_ingress', {
      ...https,
      securityGroupId: endpoint.id,
      description: 'HTTPS from the ALB',
      referencedSecurityGroupId: alb.id,
      tags: { Name: named('endpoints-from-alb') },
    });

    this.albSecurityGroupId = alb.id;
    this.endpointSecurityGroupId = endpoint.id;
  }
}
