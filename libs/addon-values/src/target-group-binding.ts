import type { TenantConfig } from '@central-ingress/config';
import { controllerPlace, podPort, podPortName } from './controller-place';
import type { KubernetesFields } from './kubernetes-value';

/** What Terraform made for the pods of one tenant. */
export interface TargetGroupBindingSettings {
  readonly tenant: Pick<TenantConfig, 'ingressController' | 'inClusterTls'>;
  readonly targetGroupArn: string;
  readonly nlbSecurityGroupId: string;
}

/**
 * Has the AWS Load Balancer Controller keep the pods of the ingress controller registered in a target group that it
 * does not own, and the pods' security group open to the NLB on their one port.
 * @source kubernetes-sigs/aws-load-balancer-controller v3.5.0, docs/guide/targetgroupbinding/targetgroupbinding.md
 */
export function targetGroupBinding(settings: TargetGroupBindingSettings): KubernetesFields {
  const { tenant, targetGroupArn, nlbSecurityGroupId } = settings;
  const { namespace, service } = controllerPlace(tenant);
  return {
    apiVersion: 'elbv2.k8s.aws/v1beta1',
    kind: 'TargetGroupBinding',
    metadata: { name: 'pods', namespace },
    spec: {
      targetGroupARN: targetGroupArn,
      targetType: 'ip',
      // Each binding looks after its own pods: while a tenant changes its ingress controller, there are two.
      multiClusterTargetGroup: true,
      serviceRef: { name: service, port: podPortName(tenant) },
      networking: {
        ingress: [
          {
            from: [{ securityGroup: { groupID: nlbSecurityGroupId } }],
            ports: [{ protocol: 'TCP', port: podPort(tenant) }],
          },
        ],
      },
    },
  };
}
