import type { Condition, ListenerRule } from '@central-ingress/network-model';
import { finding } from './finding';
import type { Finding } from './finding';
import { actionText } from './hop-listener';
import { hostMatches } from './names';
import { blocked, step } from './report';
import type { Step } from './report';
import { tenantOfStack } from './tenants';
import { all, connectionStack } from './walk';
import type { Walk } from './walk';

/** A rule of the tenant takes the host, the whole of it, before any other rule does. */
export function ruleHop(walk: Walk): Step {
  const { model, trail, host, tenant } = walk;
  const { listener } = trail;
  if (!listener) return blocked('rule', connectionStack(walk), 'there is no listener on 443');
  const rules = all(model.listenerRules, listener.rules);
  const own = rules.filter((rule) => rule.stack === connectionStack(walk));
  const found = own.flatMap(ownFindings);
  const rule = own.find((candidate) => takesHost(candidate, host));
  if (!rule) {
    const at = own[0] ?? { stack: connectionStack(walk), address: 'aws_lb_listener_rule' };
    return step('rule', at, 'no rule', [finding('rule-missing', at, { tenant: tenant.name, host }), ...found]);
  }
  trail.rule = rule;
  found.push(...shadowFindings(walk, rule, rules));
  const [action, ...more] = rule.actions;
  const [group, ...others] = action?.type === 'forward' ? action.targetGroups : [];
  if (!group || others.length || more.length) {
    found.push(
      finding('rule-action', rule, { label: rule.label, action: rule.actions.map(actionText).join(', ') || 'nothing' }),
    );
  } else {
    trail.targetGroup = model.targetGroups.get(group);
  }
  return step(
    'rule',
    rule,
    `priority ${rule.priority ?? '?'}, the first of ${rules.length} that takes the host`,
    found,
  );
}

function ownFindings(rule: ListenerRule): readonly Finding[] {
  const { label } = rule;
  const hosts = hostsOf(rule);
  const wide = hosts?.filter((pattern) => /[*?]/.test(pattern)) ?? [];
  return [
    ...(hosts ? [] : [finding('rule-without-host', rule, { label })]),
    ...wide.map((pattern) => finding('rule-wildcard', rule, { label, pattern })),
    ...(rule.priority === undefined ? [finding('rule-priority-missing', rule, { label })] : []),
  ];
}

/** Other rules that stand before this one or in its place, and conditions that leave requests to them. */
function shadowFindings({ host, tenant, tenants }: Walk, rule: ListenerRule, rules: readonly ListenerRule[]) {
  const found: Finding[] = [];
  for (const condition of rule.conditions.filter(({ field }) => field !== 'host-header')) {
    found.push(finding('rule-partial', rule, { label: rule.label, host, condition: conditionText(condition) }));
  }
  for (const other of rules) {
    if (other.key === rule.key || other.priority === undefined || rule.priority === undefined) continue;
    if (other.priority === rule.priority) {
      found.push(finding('rule-priority-taken', rule, { priority: rule.priority, other: other.key }));
    } else if (other.priority < rule.priority && takesHost(other, host) && !sameTarget(other, rule)) {
      const owner = tenantOfStack(other.stack, tenants) ?? other.stack;
      const { priority } = other;
      found.push(finding('rule-shadowed', other, { other: owner, priority, host, tenant: tenant.name }));
    }
  }
  return found;
}

/** True when a rule takes requests for the host, all or some: a rule without hosts takes those of everybody. */
function takesHost(rule: ListenerRule, host: string): boolean {
  const patterns = hostsOf(rule);
  return !patterns || patterns.some((pattern) => hostMatches(pattern, host));
}

function hostsOf({ conditions }: ListenerRule): readonly string[] | undefined {
  const found = conditions.flatMap((condition) => (condition.field === 'host-header' ? [condition.values] : []));
  return found.length ? found.flat() : undefined;
}

function sameTarget(a: ListenerRule, b: ListenerRule): boolean {
  return a.stack === b.stack && JSON.stringify(a.actions) === JSON.stringify(b.actions);
}

function conditionText(condition: Condition): string {
  return condition.field === 'other' ? condition.name : `${condition.field} ${condition.values.join(', ')}`;
}
