import type { Fields } from './fields';
import type { Identity } from './resource';
import { byKey, groupedBy } from './source';
import type { Entities, Source } from './source';
import { Reference } from './value';
import type { ResourceKey } from './value';

/** Terraform's two names of a target group. */
export const TARGET_GROUP_TYPES = ['aws_lb_target_group', 'aws_alb_target_group'] as const;

/** A target group. */
export interface TargetGroup extends Identity {
  readonly vpc?: ResourceKey;
  readonly protocol?: string;
  readonly port?: number;
  /** `ip`, `instance`, `alb` or `lambda`. */
  readonly targetType: string;
  readonly proxyProtocolV2: boolean;
  readonly healthCheck: HealthCheck;
  readonly attachments: readonly ResourceKey[];
}

/** How a target group finds out which targets work. */
export interface HealthCheck {
  readonly enabled: boolean;
  readonly protocol?: string;
  /** A number or `traffic-port`. */
  readonly port: string;
  readonly path?: string;
  /** Status codes that count as healthy, e.g. `200-499`. */
  readonly matcher?: string;
  /** Seconds between checks, and until one counts as failed, where they are said. */
  readonly interval?: number;
  readonly timeout?: number;
}

/** Reads target groups. */
export function readTargetGroups(source: Source, attachments: Entities<Attachment>): Entities<TargetGroup> {
  const attached = groupedBy([...attachments.values()], ({ targetGroup }) => targetGroup);
  return byKey(
    TARGET_GROUP_TYPES.flatMap((type) => source.ofType(type)).map((fields) => {
      const check = fields.block('health_check');
      return {
        ...fields.identity(),
        vpc: fields.link('vpc_id', 'aws_vpc'),
        protocol: fields.text('protocol'),
        port: fields.number('port'),
        targetType: fields.text('target_type') ?? 'instance',
        proxyProtocolV2: fields.flag('proxy_protocol_v2', false),
        healthCheck: {
          enabled: check?.flag('enabled', true) ?? true,
          protocol: check?.text('protocol'),
          port: check?.text('port') ?? 'traffic-port',
          path: check?.text('path'),
          matcher: check?.text('matcher'),
          interval: check?.number('interval'),
          timeout: check?.number('timeout'),
        },
        attachments: (attached.get(fields.resource.key) ?? []).map(({ key }) => key),
      };
    }),
  );
}

/** What is registered in a target group. */
export type Target =
  /** The address that an interface endpoint has in a subnet. */
  | { readonly type: 'endpoint-address'; readonly endpoint: ResourceKey; readonly subnet: ResourceKey }
  /** An address or id that is written down. */
  | { readonly type: 'fixed'; readonly id: string };

/** One target of a target group. */
export interface Attachment extends Identity {
  readonly targetGroup?: ResourceKey;
  /** None when it is not understood. */
  readonly target?: Target;
  readonly port?: number;
}

/** Reads the targets that Terraform registers. */
export function readAttachments(source: Source): Entities<Attachment> {
  return byKey(
    ['aws_lb_target_group_attachment', 'aws_alb_target_group_attachment']
      .flatMap((type) => source.ofType(type))
      .map((fields) => {
        const target = targetOf(fields);
        return {
          ...fields.identity(),
          targetGroup: fields.link('target_group_arn', TARGET_GROUP_TYPES),
          ...(target ? { target } : {}),
          port: fields.number('port'),
        };
      }),
  );
}

/** Reads `subnet_configuration[subnet_id = <subnet>].ipv4` of an endpoint. */
function targetOf(fields: Fields): Target | undefined {
  const value = fields.raw('target_id');
  if (typeof value === 'string') return { type: 'fixed', id: value };
  if (value instanceof Reference && value.address.startsWith('aws_vpc_endpoint.')) {
    const [list, element, field, ...rest] = value.path;
    const subnet = typeof element === 'object' && element.where === 'subnet_id' ? element.equals : undefined;
    if (list === 'subnet_configuration' && field === 'ipv4' && !rest.length && subnet instanceof Reference) {
      if (subnet.address.startsWith('aws_subnet.') && subnet.attribute === 'id') {
        return { type: 'endpoint-address', endpoint: value.key, subnet: subnet.key };
      }
    }
  }
  return fields.problem('target_id', value, 'expected the ipv4 of an endpoint in a subnet');
}
