import { mirroredImage } from '@central-ingress/addon-lock';
import { LOAD_BALANCER_CONTROLLER_RELEASE, loadBalancerControllerValues } from '@central-ingress/addon-values';
import { LOAD_BALANCER_CONTROLLER_ACCOUNT } from '@central-ingress/eks';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import type { AddonProps } from './addon-context';
import { ChartRelease } from './chart-release';

/** Whose controller it is, and where it works. */
export interface LoadBalancerControllerProps extends AddonProps {
  readonly clusterName: string;
  readonly vpcId: string;
  /** IRSA role. */
  readonly roleArn: string;
}

/**
 * The AWS Load Balancer Controller. Everything that it looks after must be gone before it is: it takes the finalizers
 * off, and takes down what it has made in AWS.
 */
export class LoadBalancerController extends Construct {
  public readonly release: ITerraformDependable;

  constructor(scope: Construct, id: string, props: LoadBalancerControllerProps) {
    super(scope, id);
    const { platform, tenant, lock, clusterName, vpcId, roleArn } = props;
    const { namespace, name: serviceAccount } = LOAD_BALANCER_CONTROLLER_ACCOUNT;
    this.release = new ChartRelease(this, 'chart', {
      platform,
      lock,
      chart: 'aws-load-balancer-controller',
      name: LOAD_BALANCER_CONTROLLER_RELEASE,
      namespace,
      values: loadBalancerControllerValues({
        image: mirroredImage('aws-load-balancer-controller', platform, tenant, lock),
        clusterName,
        region: platform.region,
        vpcId,
        serviceAccount,
        roleArn,
      }),
    }).release;
  }
}
