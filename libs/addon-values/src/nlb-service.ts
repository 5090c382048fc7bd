import type { DirectTenant } from '@central-ingress/config';
import type { PodPortName } from './controller-place';

/**
 * Name of the Service that has the NLB. It stands beside the controller's own Service, so that it is new when the NLB
 * is: adding TLS to a Service that has a load balancer already can leave two of them.
 * @source document "AWS Network Load Balancer TLS Termination with Contour", its note on existing Services
 */
export const NLB_SERVICE_NAME = 'internet';

/**
 * Class of the Service: no other controller of the cluster takes it. The load balancer controller writes it into every
 * new Service that has none, so stating it keeps what is applied equal to what is read back.
 */
export const NLB_SERVICE_CLASS = 'service.k8s.aws/nlb';

/** One port of the Service, which is one listener of the NLB. */
export interface NlbServicePort {
  /** E.g. `port-443`. */
  readonly name: string;
  readonly port: number;
  /** Name of the pods' port. */
  readonly targetPort: PodPortName;
}

/** Port on which nobody expects TLS, whatever else is asked. */
const PLAIN_HTTP_PORT = 80;

/**
 * The ports of a direct tenant's Service, in the order of its file. Pods take plain HTTP behind each of them; with a
 * certificate inside the cluster they take TLS, but for port 80.
 */
export function nlbServicePorts({
  exposure,
  inClusterTls,
}: Pick<DirectTenant, 'exposure' | 'inClusterTls'>): readonly NlbServicePort[] {
  return exposure.ports.map((port) => ({
    name: `port-${port}`,
    port,
    targetPort: inClusterTls && (port !== PLAIN_HTTP_PORT || exposure.sslPorts.includes(port)) ? 'https' : 'http',
  }));
}
