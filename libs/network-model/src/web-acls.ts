import type { Fields } from './fields';
import type { Identity } from './resource';
import { byKey, groupedBy } from './source';
import type { Entities, Source } from './source';
import { Reference } from './value';
import type { ResourceKey } from './value';

/** One rule of a web ACL. */
export interface WebAclRule {
  readonly name: string;
  readonly priority?: number;
  /** Managed rule group, e.g. `AWSManagedRulesCommonRuleSet`. */
  readonly managedGroup?: string;
  /** Requests per five minutes and client, of a rate rule. */
  readonly rateLimit?: number;
  /** True unless it blocks what it finds, by itself or as the managed group says. */
  readonly onlyCounts: boolean;
  /** Rules of the managed group that only count, by their names. */
  readonly counted: readonly string[];
  /** True when what it finds passes, whatever the rules after it say. */
  readonly allows: boolean;
}

/** A web ACL, what it protects, and where it logs. */
export interface WebAcl extends Identity {
  readonly rules: readonly WebAclRule[];
  readonly protects: readonly ResourceKey[];
  readonly logDestinations: readonly ResourceKey[];
}

/** Reads web ACLs with their associations and logging. */
export function readWebAcls(source: Source): Entities<WebAcl> {
  const associations = groupedBy(
    source.ofType('aws_wafv2_web_acl_association').map((fields) => ({
      acl: fields.link('web_acl_arn', 'aws_wafv2_web_acl', ['arn']),
      resource: fields.link('resource_arn', ['aws_lb', 'aws_alb'], ['arn']),
    })),
    ({ acl }) => acl,
  );
  const logging = groupedBy(
    source.ofType('aws_wafv2_web_acl_logging_configuration').map((fields) => ({
      acl: fields.link('resource_arn', 'aws_wafv2_web_acl', ['arn']),
      destinations: fields
        .items('log_destination_configs')
        .flatMap((destination) => (destination instanceof Reference ? [destination.key] : [])),
    })),
    ({ acl }) => acl,
  );
  return byKey(
    source.ofType('aws_wafv2_web_acl').map((fields) => {
      return {
        ...fields.identity(),
        rules: fields.blocks('rule').map(ruleOf),
        protects: (associations.get(fields.resource.key) ?? []).flatMap(({ resource }) => resource ?? []),
        logDestinations: (logging.get(fields.resource.key) ?? []).flatMap(({ destinations }) => destinations),
      };
    }),
  );
}

function ruleOf(rule: Fields): WebAclRule {
  const statement = rule.block('statement');
  const group = statement?.block('managed_rule_group_statement');
  const rate = statement?.block('rate_based_statement');
  const managedGroup = group?.text('name');
  const rateLimit = rate?.number('limit');
  const priority = rule.number('priority');
  return {
    name: rule.text('name') ?? '',
    ...(priority === undefined ? {} : { priority }),
    ...(managedGroup ? { managedGroup } : {}),
    ...(rateLimit === undefined ? {} : { rateLimit }),
    onlyCounts: !(group ? rule.block('override_action')?.has('none') : rule.block('action')?.has('block')),
    counted: (group?.blocks('rule_action_override') ?? [])
      .filter((override) => !override.block('action_to_use')?.has('block'))
      .map((override) => override.text('name') ?? '?'),
    allows: rule.block('action')?.has('allow') ?? false,
  };
}
