import type { Listener, LoadBalancer } from '@aws-sdk/client-elastic-load-balancing-v2';
import type { DirectPathReadings, TargetGroupHealth } from '../reading/direct-path';
import { valueOf } from '../reading/reading';
import { hop } from '../verification';
import type { Finding, Hop } from '../verification';
import { judgePolicy, judgeState } from './balancer-hops';
import { judgeNames } from './certificate-hops';
import { clusterHop } from './cluster-hop';
import { directNlbName, listenerProtocol, serviceFix } from './direct-expectation';
import type { DirectExpectation } from './direct-expectation';
import { securityGroupHop, subnetsHop } from './direct-network-hops';
import { hostNames, hostsInShort } from './expectation';
import { fail, judge, matches, ok, skipped, warn } from './findings';
import { judgeHealth, POD_FIXES } from './health-hops';
import { hostedZoneHop, judgeAlias } from './name-hops';

/** Judges what the APIs of both accounts say of a direct tenant, hop by hop as a request travels. */
export function judgeDirectControlPlane(path: DirectPathReadings, expected: DirectExpectation): readonly Hop[] {
  return [
    hostedZoneHop(path.names, expected),
    recordHop(path, expected),
    nlbHop(path, expected),
    wafHop(expected),
    securityGroupHop(path, expected),
    subnetsHop(path, expected),
    listenersHop(path, expected),
    certificateHop(path, expected),
    targetGroupsHop(path, expected),
    podsHop(path, expected),
    clusterHop(path.cluster, expected),
  ];
}

function recordHop({ names, nlb }: DirectPathReadings, expected: DirectExpectation): Hop {
  const findings = hostNames(expected).flatMap((host): readonly Finding[] => {
    const record = names.records.get(host);
    if (!record) return [];
    return judge(record, `${expected.connect}, which makes the record last.`, (set) => [
      judgeAlias(host, set, valueOf(nlb.balancer), expected.connect),
    ]);
  });
  return hop('control', 'DNS record', hostsInShort(expected), findings);
}

function nlbHop({ nlb }: DirectPathReadings, expected: DirectExpectation): Hop {
  const findings = judge(nlb.balancer, serviceFix(expected), ({ State, Scheme, Type }: LoadBalancer) => [
    judgeState(State?.Code, State?.Reason),
    matches('type', Type, 'network', serviceFix(expected)),
    matches(
      'scheme',
      Scheme,
      'internet-facing',
      'Delete the Service, wait for its load balancer to go, and deploy again.',
    ),
  ]);
  return hop('control', 'NLB', directNlbName(expected), findings);
}

function wafHop(expected: DirectExpectation): Hop {
  return hop('control', 'WAF', directNlbName(expected), [
    skipped('not part of a direct tenant: an NLB takes no web ACL'),
  ]);
}

function listenersHop({ nlb }: DirectPathReadings, expected: DirectExpectation): Hop {
  const { tenant } = expected;
  const fix = serviceFix(expected);
  const findings = judge(nlb.listeners, fix, (all): readonly Finding[] => [
    ...tenant.exposure.ports.flatMap((port) => {
      const listener = all.find(({ Port }) => Port === port);
      return listener
        ? judgeListener(listener, listenerProtocol(tenant, port), fix)
        : [fail(`no listener on ${port}`, fix)];
    }),
    ...all
      .filter(({ Port = 0 }) => !tenant.exposure.ports.includes(Port))
      .map(({ Port }) => warn(`also listens on ${Port}, which the tenant's file does not name`, fix)),
  ]);
  return hop('control', 'listeners', `of ${directNlbName(expected)}`, findings);
}

function judgeListener({ Port, Protocol, SslPolicy }: Listener, protocol: string, fix: string): readonly Finding[] {
  return [
    matches(`port ${Port}: protocol`, Protocol, protocol, fix),
    ...(Protocol === 'TLS' ? [judgePolicy(SslPolicy, fix)] : []),
  ];
}

function certificateHop({ certificates }: DirectPathReadings, expected: DirectExpectation): Hop {
  const { tenant, now, deployTenant } = expected;
  const subject = hostsInShort(expected);
  if (!tenant.exposure.sslPorts.length) return hop('control', 'certificate', subject, [ok('the NLB ends no TLS')]);
  const findings = judge(certificates, `${deployTenant}.`, (all) =>
    judgeNames(hostNames(expected), all, now, fail, `${deployTenant}.`),
  );
  return hop('control', 'certificate', subject, findings);
}

function targetGroupsHop({ targetGroups }: DirectPathReadings, expected: DirectExpectation): Hop {
  const { tenant } = expected;
  const fix = serviceFix(expected);
  const findings = judge(targetGroups, fix, (groups): readonly Finding[] => {
    if (!groups.length) return [fail('no target group', fix)];
    return groups.flatMap(({ targetGroup: { TargetType, Protocol } }) => [
      matches('targets by', TargetType, 'ip', fix),
      // Towards the pods TLS is spoken where the NLB has ended the client's and the pods take it again.
      tenant.inClusterTls ? ok(`protocol ${Protocol}`) : matches('protocol', Protocol, 'TCP', fix),
    ]);
  });
  return hop('control', 'target groups', `of ${directNlbName(expected)}`, findings);
}

function podsHop({ targetGroups }: DirectPathReadings, expected: DirectExpectation): Hop {
  const findings = judge(targetGroups, serviceFix(expected), (groups) =>
    groups.flatMap((group) => judgeTargets(group, expected)),
  );
  return hop('control', 'pods', `of ${directNlbName(expected)}`, findings);
}

function judgeTargets({ targets }: TargetGroupHealth, expected: DirectExpectation): readonly Finding[] {
  return targets.length
    ? judgeHealth(targets, POD_FIXES)
    : [fail('no pod is registered', `Are pods of the ingress controller ready? ${serviceFix(expected)}`)];
}
