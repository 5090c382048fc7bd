import { AccountStack, ReceivedHandover } from '@central-ingress/account-stack';
import type { AddonLock } from '@central-ingress/addon-lock';
import {
  IngressControllerAddon,
  InternetService,
  KubernetesAccess,
  LoadBalancerController,
  PodRegistration,
  SampleWorkload,
} from '@central-ingress/cluster-addons';
import { isDirect } from '@central-ingress/config';
import type { DirectTenant } from '@central-ingress/config';
import { roleArn, serviceRoleName } from '@central-ingress/naming';
import type { App, ITerraformDependable } from 'cdktf';
import type { TenantStackProps } from './tenant-stack-props';

/** What the add-ons are built from. */
export interface AddonsStackProps extends TenantStackProps {
  readonly lock: AddonLock;
  /** CIDR of the internet VPC; a direct tenant has none. */
  readonly internetVpcCidr?: string;
  /** Kubeconfig file to reach the cluster by, in the place of the deployer's role. @default none */
  readonly kubeconfig?: string;
}

/**
 * Everything of one tenant that talks to its Kubernetes API: load balancer controller, ingress controller, and what
 * brings the ingress controller's pods behind the NLB. Only this stack has to reach the private API.
 * @source eks-service-account/eks-cluster-setup/ingress-plugin-module/terraform/nginx.tf, where kubectl did it
 */
export class AddonsStack extends AccountStack {
  private readonly props: AddonsStackProps;

  constructor(app: App, props: AddonsStackProps) {
    super(app, { platform: props.platform, stack: props.stacks.addons });
    this.props = props;
    const { platform, tenant, lock } = props;
    const addon = { platform, tenant, lock };

    const controller = this.addLoadBalancerController();
    const ingress = new IngressControllerAddon(this, 'ingress-controller', {
      ...addon,
      // The controller's webhook looks at every new Service.
      after: [controller],
      ...(props.internetVpcCidr ? { internetVpcCidr: props.internetVpcCidr } : {}),
    });
    const after = [controller, ...ingress.ready];
    if (isDirect(tenant)) this.addInternetService(tenant, after);
    else this.addPodRegistration(after);
    if (tenant.sampleWorkload) new SampleWorkload(this, 'sample-workload', { ...addon, after: ingress.ready });
  }

  private addLoadBalancerController(): ITerraformDependable {
    const { platform, tenant, lock, kubeconfig } = this.props;
    const { namePrefix, region } = platform;
    const { connectionName: owner, accountId } = tenant;
    const cluster = new ReceivedHandover(this, 'cluster', { key: 'tenant/cluster', owner, namePrefix });
    const networking = new ReceivedHandover(this, 'networking', { key: 'tenant/networking', owner, namePrefix });
    const clusterName = cluster.text('clusterName');
    new KubernetesAccess(this, 'kubernetes-access', {
      clusterName,
      endpoint: cluster.text('clusterEndpoint'),
      certificateAuthority: cluster.text('clusterCertificateAuthority'),
      region,
      roleArn: roleArn(accountId, namePrefix, serviceRoleName(namePrefix, owner, 'addons')),
      ...(kubeconfig ? { kubeconfig } : {}),
    });
    return new LoadBalancerController(this, 'load-balancer-controller', {
      platform,
      tenant,
      lock,
      clusterName,
      vpcId: networking.text('vpcId'),
      roleArn: cluster.text('loadBalancerControllerRoleArn'),
    }).release;
  }

  private addPodRegistration(after: readonly ITerraformDependable[]): void {
    const { platform, tenant } = this.props;
    const ingress = new ReceivedHandover(this, 'ingress', {
      key: 'tenant/ingress',
      owner: tenant.connectionName,
      namePrefix: platform.namePrefix,
    });
    new PodRegistration(this, 'pods', {
      tenant,
      targetGroupArn: ingress.text('targetGroupArn'),
      nlbSecurityGroupId: ingress.text('nlbSecurityGroupId'),
      after,
    });
  }

  private addInternetService(tenant: DirectTenant, after: readonly ITerraformDependable[]): void {
    const { platform } = this.props;
    const ingress = new ReceivedHandover(this, 'ingress', {
      key: 'tenant/direct-ingress',
      owner: tenant.connectionName,
      namePrefix: platform.namePrefix,
    });
    new InternetService(this, 'internet', {
      platform,
      tenant,
      certificateArns: ingress.text('certificateArns'),
      publicSubnetIds: tenant.availabilityZoneIds.map((azId) => ingress.entry('publicSubnetIds', azId)),
      after,
    });
  }
}
