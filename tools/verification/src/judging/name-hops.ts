import type { LoadBalancer } from '@aws-sdk/client-elastic-load-balancing-v2';
import type { ResourceRecordSet } from '@aws-sdk/client-route-53';
import { plainName, zoneNameOf } from '../reading/names';
import type { NameReadings } from '../reading/names';
import { valueOf } from '../reading/reading';
import type { Reading } from '../reading/reading';
import { hop } from '../verification';
import type { Finding, Hop } from '../verification';
import type { Expectation } from './expectation';
import { hostsInShort } from './expectation';
import { fail, judge, ok, warn } from './findings';

/** The zones that hold the tenant's records. */
export function hostedZoneHop({ zones }: NameReadings, expected: Pick<Expectation, 'deployVpc'>): Hop {
  const findings = [...zones].flatMap(([name, zone]): readonly Finding[] =>
    judge(zone, `Create the public hosted zone in the central account, or ${expected.deployVpc}.`, (facts) => [
      facts.namesakes > 1
        ? warn(
            `${name}: ${facts.namesakes} public zones of this name in the account`,
            `Make sure that the parent zone delegates to the one that is used, ${facts.id}, and delete the others.`,
          )
        : ok(`${facts.id} holds ${name}`),
    ]),
  );
  const none = ok('every record is kept by somebody else');
  return hop('control', 'hosted zone', [...zones.keys()].join(', '), findings.length ? findings : [none]);
}

/** The record of each host, and whether it leads to the ALB. */
export function recordHop(names: NameReadings, balancer: Reading<LoadBalancer>, expected: Expectation): Hop {
  const { vpc, tenant, connect } = expected;
  const findings = tenant.exposure.hosts.flatMap((host): readonly Finding[] => {
    const record = names.records.get(host.name);
    if (!record || !zoneNameOf(host, vpc)) return [ok(`${host.name} is in somebody else's zone`)];
    return judge(record, `${connect}, which makes the record last.`, (set) => [
      judgeAlias(host.name, set, valueOf(balancer), connect),
    ]);
  });
  return hop('control', 'DNS record', hostsInShort(expected), findings);
}

/** Judges whether a host's record is an alias of a load balancer. */
export function judgeAlias(
  host: string,
  set: ResourceRecordSet,
  balancer: LoadBalancer | undefined,
  connect: string,
): Finding {
  const target = plainName(set.AliasTarget?.DNSName);
  if (!target) return fail(`${host} is no alias`, `Remove the record that was made by hand, then ${connect}.`);
  if (!balancer) return ok(`${host} → ${target}`);
  return target === plainName(balancer.DNSName)
    ? ok(`${host} → ${balancer.LoadBalancerName}`)
    : fail(`${host} leads to ${target}; expected ${plainName(balancer.DNSName)}`, `${connect}.`);
}
