import type { Fields } from './fields';
import type { PolicyDocument } from './policy';
import type { Identity } from './resource';
import { byKey } from './source';
import type { Entities, Source } from './source';
import { Reference } from './value';
import type { ResourceKey } from './value';

/** What an endpoint leads to. */
export type EndpointTarget =
  /** A service of AWS, e.g. `ecr.api`; S3's gateway endpoint is `s3`. */
  | { readonly type: 'aws'; readonly service: string }
  /** An endpoint service of the synthesized stacks, and the SSM parameters through which its name came. */
  | { readonly type: 'endpoint-service'; readonly service: ResourceKey; readonly via: readonly ResourceKey[] };

/** A VPC endpoint. */
export interface Endpoint extends Identity {
  readonly kind: 'Interface' | 'Gateway' | 'GatewayLoadBalancer';
  readonly vpc?: ResourceKey;
  /** None when it is not understood. */
  readonly leadsTo?: EndpointTarget;
  readonly subnets: readonly ResourceKey[];
  readonly securityGroups: readonly ResourceKey[];
  readonly routeTables: readonly ResourceKey[];
  readonly privateDns: boolean;
  /** None: AWS's own, which allows everything that the caller's identity may. */
  readonly policy?: PolicyDocument;
  /** Role whose rights create it: the last one its provider assumes. */
  readonly createdBy?: string;
}

/** A PrivateLink service in front of load balancers. */
export interface EndpointService extends Identity {
  readonly acceptanceRequired: boolean;
  /** ARNs, or `*`. */
  readonly allowedPrincipals: readonly string[];
  readonly loadBalancers: readonly ResourceKey[];
}

const KINDS = ['Interface', 'Gateway', 'GatewayLoadBalancer'] as const;
const AWS_SERVICE = /^com\.amazonaws\.[a-z]{2}(?:-[a-z]+)+-\d\.([a-z0-9.-]+)$/;

/** Reads VPC endpoints. */
export function readEndpoints(source: Source): Entities<Endpoint> {
  return byKey(
    source.ofType('aws_vpc_endpoint').map((fields) => {
      const given = fields.text('vpc_endpoint_type');
      const target = targetOf(fields);
      const createdBy = fields.resource.assumedRoles.at(-1);
      const policy = fields.policy('policy');
      return {
        ...fields.identity(),
        kind: KINDS.find((kind) => kind === given) ?? 'Gateway',
        vpc: fields.link('vpc_id', 'aws_vpc'),
        ...(target ? { leadsTo: target } : {}),
        subnets: fields.links('subnet_ids', 'aws_subnet'),
        securityGroups: fields.links('security_group_ids', 'aws_security_group'),
        routeTables: fields.links('route_table_ids', 'aws_route_table'),
        privateDns: fields.flag('private_dns_enabled', false),
        ...(policy ? { policy } : {}),
        ...(createdBy ? { createdBy } : {}),
      };
    }),
  );
}

function targetOf(fields: Fields): EndpointTarget | undefined {
  const value = fields.raw('service_name');
  const service = typeof value === 'string' ? AWS_SERVICE.exec(value)?.[1] : undefined;
  if (service) return { type: 'aws', service };
  if (value instanceof Reference && value.address.startsWith('aws_vpc_endpoint_service.')) {
    if (value.attribute === 'service_name') return { type: 'endpoint-service', service: value.key, via: value.via };
  }
  return fields.problem('service_name', value, 'expected a service of AWS or the service_name of an endpoint service');
}

/** Reads endpoint services. */
export function readEndpointServices(source: Source): Entities<EndpointService> {
  const separate = source.ofType('aws_vpc_endpoint_service_allowed_principal').map((fields) => ({
    service: fields.link('vpc_endpoint_service_id', 'aws_vpc_endpoint_service'),
    principal: fields.text('principal_arn'),
  }));
  return byKey(
    source.ofType('aws_vpc_endpoint_service').map((fields) => ({
      ...fields.identity(),
      acceptanceRequired: fields.flag('acceptance_required', false),
      allowedPrincipals: [
        ...fields.texts('allowed_principals'),
        ...separate.flatMap(({ service, principal }) =>
          service === fields.resource.key && principal ? [principal] : [],
        ),
      ],
      loadBalancers: [
        ...fields.links('network_load_balancer_arns', ['aws_lb', 'aws_alb']),
        ...fields.links('gateway_load_balancer_arns', ['aws_lb', 'aws_alb']),
      ],
    })),
  );
}
