import { webAclRules } from './web-acl-rules';

describe('webAclRules', () => {
  const rules = webAclRules(2000);

  it('evaluates cheap and certain rules first', () => {
    expect(rules.map(({ name, priority }) => [priority, name])).toStrictEqual([
      [10, 'AWSManagedRulesAmazonIpReputationList'],
      [20, 'RateLimitPerIp'],
      [30, 'AWSManagedRulesKnownBadInputsRuleSet'],
      [40, 'AWSManagedRulesCommonRuleSet'],
      [50, 'AWSManagedRulesSQLiRuleSet'],
    ]);
  });

  it('blocks a client that asks too often', () => {
    expect(rules[1]).toStrictEqual({
      name: 'RateLimitPerIp',
      priority: 20,
      action: { block: {} },
      statement: { rate_based_statement: { limit: 2000, aggregate_key_type: 'IP', evaluation_window_sec: 300 } },
      visibilityConfig: {
        cloudwatchMetricsEnabled: true,
        metricName: 'RateLimitPerIp',
        sampledRequestsEnabled: true,
      },
    });
  });

  it('counts large bodies instead of blocking every upload', () => {
    expect(rules[3]?.statement).toStrictEqual({
      managed_rule_group_statement: {
        name: 'AWSManagedRulesCommonRuleSet',
        vendor_name: 'AWS',
        rule_action_override: [{ name: 'SizeRestrictions_BODY', action_to_use: { count: {} } }],
      },
    });
  });

  it('lets every managed group block', () => {
    const groups = rules.filter(({ overrideAction }) => overrideAction);
    expect(groups.map(({ overrideAction }) => overrideAction)).toStrictEqual(Array(4).fill({ none: {} }));
  });
});
