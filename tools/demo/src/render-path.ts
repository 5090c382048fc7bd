import type { RequestPath } from './request-path';

/** Renders a request path hop by hop with the ids that exist, top to bottom as a request travels. */
export function renderPath(path: RequestPath): string {
  const priorities = path.rules.map(({ Priority }) => Priority).join(', ');
  const interfaces = path.interfaces.map((eni) => `${eni.PrivateIpAddress} in ${eni.AvailabilityZone}`).sort();
  const hops: readonly (readonly [string, string])[] = [
    ['client', `https://${path.host}`],
    ['Route 53 alias', `${path.record.Name} → ${path.record.AliasTarget?.DNSName}`],
    ['WAF', `${path.webAcl.Name} (${path.webAcl.Id})`],
    ['ALB', `${path.alb.LoadBalancerName} (${path.alb.DNSName})`],
    ['listener', `HTTPS 443, ${path.listener.SslPolicy}`],
    ['listener rule', `priority ${priorities}, host ${path.host}`],
    ['target group', `${path.targetGroup.TargetGroupName}, ${path.targetGroup.Protocol} ${path.targets.join(' ')}`],
    ['VPC endpoint', `${path.endpoint.VpcEndpointId}: ${interfaces.join(', ')}`],
    ['PrivateLink', `${path.serviceName}, the account boundary`],
    ['endpoint service', `${path.endpointService.ServiceId}`],
    ['NLB', `${path.nlb.LoadBalancerName} (${path.nlb.DNSName})`],
    ['listener', `${path.nlbListener.Protocol} ${path.nlbListener.Port}, ${path.nlbListener.SslPolicy}`],
    ['target group', `${path.pods.TargetGroupName}, ${path.pods.Protocol} ${path.pods.Port} → pods`],
  ];
  return hops.map(([hop, what], index) => `  ${index ? '▼' : ' '} ${hop.padEnd(16)} ${what}`).join('\n');
}
