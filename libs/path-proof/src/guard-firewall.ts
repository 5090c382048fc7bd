import type { NetworkModel, WebAcl } from '@central-ingress/network-model';
import { finding } from './finding';
import type { Finding } from './finding';
import type { WorldGuard } from './guard';
import { mayWrite } from './guard-logs';

/** Managed rules that every door has. */
const MANAGED_GROUPS = [
  'AWSManagedRulesAmazonIpReputationList',
  'AWSManagedRulesKnownBadInputsRuleSet',
  'AWSManagedRulesCommonRuleSet',
  'AWSManagedRulesSQLiRuleSet',
] as const;

/** Rules of managed groups that may only count: uploads have large bodies. */
const MAY_COUNT: ReadonlySet<string> = new Set(['SizeRestrictions_BODY']);

/** Every internet-facing ALB has a web ACL that blocks and logs. */
export const firewallGuard: WorldGuard = {
  name: 'firewall',
  says: 'every internet-facing ALB has a web ACL that blocks and logs',
  check: ({ model, index }) =>
    [...model.loadBalancers.values()]
      .filter(({ kind, internal }) => kind === 'application' && !internal)
      .flatMap((alb) => {
        const acls = index.webAclsOf.get(alb.key) ?? [];
        return acls.length
          ? acls.flatMap((acl) => [...aclFindings(acl), ...logFindings(model, acl)])
          : [finding('firewall-missing', alb, { label: alb.label })];
      }),
};

function aclFindings(acl: WebAcl): readonly Finding[] {
  const { label, rules } = acl;
  const found: Finding[] = [];
  const names = new Map<number, string[]>();
  for (const { priority = 0, name } of rules) names.set(priority, [...(names.get(priority) ?? []), name]);
  for (const [priority, sharing] of names) {
    if (sharing.length < 2) continue;
    found.push(finding('firewall-priority', acl, { label, priority, names: sharing.join(', ') }));
  }
  for (const { name } of rules.filter(({ onlyCounts }) => onlyCounts)) {
    found.push(finding('firewall-counts', acl, { label, name }));
  }
  for (const { name, counted } of rules) {
    for (const part of counted.filter((each) => !MAY_COUNT.has(each))) {
      found.push(finding('firewall-counts', acl, { label, name: `${name}/${part}` }));
    }
  }
  for (const { name } of rules.filter(({ allows }) => allows)) {
    found.push(finding('firewall-allows', acl, { label, name }));
  }
  if (!rules.some(({ rateLimit }) => rateLimit)) found.push(finding('firewall-no-rate', acl, { label }));
  const missing = MANAGED_GROUPS.filter((group) => !rules.some(({ managedGroup }) => managedGroup === group));
  if (missing.length) found.push(finding('firewall-no-groups', acl, { label, groups: missing.join(', ') }));
  return found;
}

/** Whom CloudWatch knows as the writer of the firewall's logs. @source AWS WAF Developer Guide, "CloudWatch Logs" */
const LOG_WRITER = 'delivery.logs.amazonaws.com';

function logFindings({ logGroups, logPolicies }: NetworkModel, acl: WebAcl): readonly Finding[] {
  const { label, logDestinations } = acl;
  if (!logDestinations.length) return [finding('firewall-no-log', acl, { label })];
  return logDestinations.flatMap((destination) => {
    const group = logGroups.get(destination);
    if (!group) return [];
    const { name = '' } = group;
    if (!name.startsWith('aws-waf-logs-')) return [finding('firewall-log-name', group, { name, label })];
    const isOpen = [...logPolicies.values()].some(({ document }) =>
      document?.statements.some(
        (statement) =>
          mayWrite(statement, destination) &&
          statement.principals.some(({ kind, id }) => kind === 'Service' && id === LOG_WRITER),
      ),
    );
    return isOpen ? [] : [finding('firewall-log-delivery', group, { name, label })];
  });
}
