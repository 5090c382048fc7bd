import { ServiceV1 } from '@cdktf/provider-kubernetes/lib/service-v1';
import {
  controllerPlace,
  NLB_SERVICE_CLASS,
  NLB_SERVICE_NAME,
  nlbAnnotations,
  nlbServicePorts,
} from '@central-ingress/addon-values';
import type { DirectTenant, PlatformConfig } from '@central-ingress/config';
import { nlbName } from '@central-ingress/naming';
import { Construct } from 'constructs';
import type { AfterProps } from './addon-context';

/** Whose NLB it is and where it lies. */
export interface InternetServiceProps extends AfterProps {
  readonly platform: PlatformConfig;
  readonly tenant: DirectTenant;
  /** Issued certificates, the default one first, with commas between them. */
  readonly certificateArns: string;
  readonly publicSubnetIds: readonly string[];
}

/**
 * The Service of a direct tenant: from it the AWS Load Balancer Controller makes the internet-facing NLB that ends TLS
 * and sends requests to the ingress controller's pods by their address. Its name, scheme and kind are what the NLB is,
 * so they are never changed on a Service that stands.
 * @source documents "TLS Termination with Network Load Balancer" and "… with Contour"
 */
export class InternetService extends Construct {
  constructor(scope: Construct, id: string, props: InternetServiceProps) {
    super(scope, id);
    const { platform, tenant, certificateArns, publicSubnetIds } = props;
    const { namespace, podLabels } = controllerPlace(tenant);
    new ServiceV1(this, 'service', {
      metadata: {
        name: NLB_SERVICE_NAME,
        namespace,
        annotations: {
          ...nlbAnnotations({
            tenant,
            nlbName: nlbName(platform.namePrefix, tenant.connectionName),
            certificateArns,
            publicSubnetIds,
          }),
        },
      },
      spec: {
        type: 'LoadBalancer',
        loadBalancerClass: NLB_SERVICE_CLASS,
        loadBalancerSourceRanges: [...tenant.exposure.allowedCidrs],
        externalTrafficPolicy: 'Local',
        // The NLB knows the pods by their address; a port on every node would only be one more way in.
        allocateLoadBalancerNodePorts: false,
        selector: { ...podLabels },
        port: nlbServicePorts(tenant).map((port) => ({ ...port, protocol: 'TCP' })),
      },
      waitForLoadBalancer: true,
      dependsOn: [...props.after],
    });
  }
}
