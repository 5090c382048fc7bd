import type { Fields } from './fields';
import type { Identity } from './resource';
import { byKey } from './source';
import type { Entities, Source } from './source';
import type { ResourceKey } from './value';

/** Where a load balancer writes logs. */
export interface LogDelivery {
  readonly enabled: boolean;
  readonly bucket?: ResourceKey;
  readonly prefix?: string;
}

/** An ALB or NLB. */
export interface LoadBalancer extends Identity {
  readonly kind: 'application' | 'network' | 'gateway';
  readonly internal: boolean;
  readonly subnets: readonly ResourceKey[];
  readonly securityGroups: readonly ResourceKey[];
  readonly crossZone: boolean;
  /** Whether inbound rules apply to what comes through PrivateLink; AWS's default is yes. */
  readonly enforcesPrivateLinkRules: boolean;
  readonly dropsInvalidHeaders: boolean;
  readonly deletionProtection: boolean;
  /** How `X-Forwarded-For` is handled. */
  readonly forwardedFor: string;
  readonly accessLogs?: LogDelivery;
  readonly connectionLogs?: LogDelivery;
}

/** A load balancer that exists and is looked up by its name. */
export interface FoundLoadBalancer extends Identity {
  readonly name?: string;
}

/** Reads load balancers that stacks look up. */
export function readFoundLoadBalancers(source: Source): Entities<FoundLoadBalancer> {
  return byKey(source.ofType('data.aws_lb').map((fields) => ({ ...fields.identity(), name: fields.text('name') })));
}

const KINDS = ['application', 'network', 'gateway'] as const;

/** Reads load balancers. */
export function readLoadBalancers(source: Source): Entities<LoadBalancer> {
  return byKey(
    ['aws_lb', 'aws_alb']
      .flatMap((type) => source.ofType(type))
      .map((fields) => {
        const given = fields.text('load_balancer_type');
        const kind = KINDS.find((word) => word === given) ?? 'application';
        const enforced = fields.text('enforce_security_group_inbound_rules_on_private_link_traffic') ?? 'on';
        return {
          ...fields.identity(),
          kind,
          internal: fields.flag('internal', false),
          subnets: [
            ...fields.links('subnets', 'aws_subnet'),
            ...fields.blocks('subnet_mapping').flatMap((mapping) => mapping.link('subnet_id', 'aws_subnet') ?? []),
          ],
          securityGroups: fields.links('security_groups', 'aws_security_group'),
          crossZone: fields.flag('enable_cross_zone_load_balancing', kind === 'application'),
          enforcesPrivateLinkRules: enforced !== 'off',
          dropsInvalidHeaders: fields.flag('drop_invalid_header_fields', false),
          deletionProtection: fields.flag('enable_deletion_protection', false),
          forwardedFor: fields.text('xff_header_processing_mode') ?? 'append',
          ...logs(fields, 'access_logs', 'accessLogs'),
          ...logs(fields, 'connection_logs', 'connectionLogs'),
        };
      }),
  );
}

function logs<N extends string>(fields: Fields, block: string, name: N): { readonly [K in N]?: LogDelivery } {
  const found = fields.block(block);
  if (!found) return {};
  const delivery: LogDelivery = {
    enabled: found.flag('enabled', false),
    bucket: found.link('bucket', 'aws_s3_bucket', ['id', 'bucket', 'arn']),
    prefix: found.text('prefix'),
  };
  return { [name]: delivery } as { readonly [K in N]?: LogDelivery };
}
