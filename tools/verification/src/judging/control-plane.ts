import type { RequestPathReadings } from '../reading/request-path';
import type { Hop } from '../verification';
import { albHop, httpListenerHop, httpsListenerHop, nlbHop, nlbListenerHop } from './balancer-hops';
import { certificateHop, nlbCertificateHop } from './certificate-hops';
import { clusterHop } from './cluster-hop';
import { accessLogHop, wafHop } from './edge-hops';
import type { Expectation } from './expectation';
import { podHop, targetHop } from './health-hops';
import { hostedZoneHop, recordHop } from './name-hops';
import { connectionHop, endpointHop, endpointServiceHop, parameterHop } from './private-link-hops';
import { ruleHop, targetGroupHop } from './route-hops';

/** Judges what the APIs of both accounts say, hop by hop as a request travels. */
export function judgeControlPlane(path: RequestPathReadings, expected: Expectation): readonly Hop[] {
  return [
    hostedZoneHop(path.names, expected),
    recordHop(path.names, path.alb.balancer, expected),
    albHop(path.alb, expected),
    wafHop(path, expected),
    accessLogHop(path.accessLogs, expected),
    httpListenerHop(path.alb, expected),
    httpsListenerHop(path.alb, expected),
    certificateHop(path.alb.certificates, expected),
    ruleHop(path, expected),
    targetGroupHop(path, expected),
    targetHop(path, expected),
    endpointHop(path, expected),
    parameterHop(path, expected),
    connectionHop(path, expected),
    endpointServiceHop(path, expected),
    nlbHop(path.nlb, expected),
    nlbListenerHop(path.nlb, expected),
    nlbCertificateHop(path.nlb.certificates, expected),
    podHop(path, expected),
    clusterHop(path.cluster, expected),
  ];
}
