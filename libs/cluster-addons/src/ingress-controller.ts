import { NamespaceV1 } from '@cdktf/provider-kubernetes/lib/namespace-v1';
import { CONTROLLER_CHARTS, mirroredImage } from '@central-ingress/addon-lock';
import {
  certificateDelegation,
  contourValues,
  controllerPlace,
  nginxValues,
  standingRoute,
} from '@central-ingress/addon-values';
import type { KubernetesFields } from '@central-ingress/addon-values';
import type { TenantConfig } from '@central-ingress/config';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import type { AddonProps, AfterProps } from './addon-context';
import { ChartRelease } from './chart-release';
import { ObjectsRelease } from './objects-release';

/** Whose ingress controller it is. */
export interface IngressControllerAddonProps extends AddonProps, AfterProps {
  /** CIDR of the internet VPC; a direct tenant has none. */
  readonly internetVpcCidr?: string;
}

/**
 * Contour or ingress-nginx in a namespace of its own. The namespace asks the load balancer controller for readiness
 * gates: a rolling update goes on only once the NLB has found the new pod healthy.
 */
export class IngressControllerAddon extends Construct {
  /** What must run before requests come through. */
  public readonly ready: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, props: IngressControllerAddonProps) {
    super(scope, id);
    const { platform, tenant, lock, after } = props;
    const { namespace, release } = controllerPlace(tenant);
    const place = new NamespaceV1(this, 'namespace', {
      metadata: { name: namespace, labels: { 'elbv2.k8s.aws/pod-readiness-gate-inject': 'enabled' } },
      lifecycle: { createBeforeDestroy: true },
      // What lies in it may have finalizers that only the load balancer controller takes off.
      ...(after.length ? { dependsOn: [...after] } : {}),
    });
    const controller = new ChartRelease(this, 'chart', {
      platform,
      lock,
      chart: CONTROLLER_CHARTS[tenant.ingressController],
      name: release,
      namespace: place.metadata.name,
      values: valuesOf(props),
      after,
    });
    this.ready = [controller.release, ...this.addContourObjects(tenant, place.metadata.name, controller.release)];
  }

  private addContourObjects(
    { ingressController, inClusterTls }: TenantConfig,
    namespace: string,
    controller: ITerraformDependable,
  ): readonly ITerraformDependable[] {
    if (ingressController !== 'contour') return [];
    const delegation = inClusterTls ? [certificateDelegation(inClusterTls)] : [];
    const objects = [...delegation, standingRoute(inClusterTls ? { inClusterTls } : {})];
    return [new ObjectsRelease(this, 'routes', { name: 'routes', namespace, objects, after: [controller] }).release];
  }
}

function valuesOf({ platform, tenant, lock, internetVpcCidr }: IngressControllerAddonProps): KubernetesFields {
  if (tenant.ingressController === 'contour') {
    const contour = mirroredImage('contour', platform, tenant, lock);
    return contourValues({ tenant, contour, envoy: mirroredImage('envoy', platform, tenant, lock) });
  }
  const controller = mirroredImage('ingress-nginx-controller', platform, tenant, lock);
  return nginxValues({ tenant, controller, ...(internetVpcCidr ? { internetVpcCidr } : {}) });
}
