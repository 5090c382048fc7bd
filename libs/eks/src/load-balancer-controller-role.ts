import { podProtocol } from '@central-ingress/addon-values';
import { isDirect } from '@central-ingress/config';
import { clusterName, eksRoleName, nlbName, podsTargetGroupName } from '@central-ingress/naming';
import { Construct } from 'constructs';
import { BoundedRole } from './bounded-role';
import { loadBalancerControllerPolicy } from './load-balancer-controller-policy-3.5.0';
import type { BoundedTenantProps } from './tenant-props';
import type { WebIdentity } from './web-identity';

/** Namespace and name of the controller's service account; the add-ons stack creates it so. */
export const LOAD_BALANCER_CONTROLLER_ACCOUNT = { namespace: 'kube-system', name: 'aws-load-balancer-controller' };

/** Whose controller it is, and where it works. */
export interface LoadBalancerControllerRoleProps extends BoundedTenantProps {
  readonly webIdentity: WebIdentity;
  readonly vpcId: string;
}

/** The role of the AWS Load Balancer Controller's pods (IRSA). */
export class LoadBalancerControllerRole extends Construct {
  public readonly arn: string;

  constructor(scope: Construct, id: string, props: LoadBalancerControllerRoleProps) {
    super(scope, id);
    const { platform, tenant } = props;
    const { namePrefix, region } = platform;
    const { accountId, connectionName } = tenant;
    const account = LOAD_BALANCER_CONTROLLER_ACCOUNT;
    this.arn = new BoundedRole(this, 'load-balancer-controller', {
      namePrefix,
      roleName: eksRoleName(namePrefix, connectionName, 'load-balancer'),
      description: `The AWS Load Balancer Controller of ${connectionName} registers pods in target groups with it`,
      trust: props.webIdentity.trust(account.namespace, account.name),
      boundaryArn: props.boundaryArn,
      statements: loadBalancerControllerPolicy({
        region,
        accountId,
        vpcId: props.vpcId,
        clusterName: clusterName(namePrefix, connectionName),
        nlb: isDirect(tenant)
          ? { madeBy: 'controller', name: nlbName(namePrefix, connectionName) }
          : {
              madeBy: 'terraform',
              targetGroupName: podsTargetGroupName(namePrefix, connectionName, podProtocol(tenant)),
            },
      }),
    }).arn;
  }
}
