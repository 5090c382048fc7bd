import type { Fields } from './fields';
import type { Identity } from './resource';
import { byKey, groupedBy } from './source';
import type { Entities, Source } from './source';
import type { ResourceKey } from './value';
import { Reference, textOf } from './value';

/** One route; the route to the VPC itself is not among them, every table has it. */
export interface Route {
  /** The resource that says it: an `aws_route`, or the table itself. */
  readonly key: ResourceKey;
  readonly stack: string;
  readonly address: string;
  /** CIDR or prefix list, e.g. `0.0.0.0/0`. */
  readonly destination: string;
  /** Argument that names the target, e.g. `gateway_id`. */
  readonly targetKind: string;
  /** Target in the synthesized stacks. */
  readonly target?: ResourceKey;
}

/** A route table with its routes and the subnets that use it. */
export interface RouteTable extends Identity {
  readonly vpc?: ResourceKey;
  readonly routes: readonly Route[];
  readonly subnets: readonly ResourceKey[];
}

const DESTINATIONS = [
  'destination_cidr_block',
  'destination_ipv6_cidr_block',
  'destination_prefix_list_id',
  'cidr_block',
  'ipv6_cidr_block',
] as const;
const TARGETS = [
  'gateway_id',
  'nat_gateway_id',
  'egress_only_gateway_id',
  'transit_gateway_id',
  'vpc_peering_connection_id',
  'vpc_endpoint_id',
  'network_interface_id',
  'carrier_gateway_id',
  'core_network_arn',
  'local_gateway_id',
] as const;

/** Reads route tables, `aws_route` and the routes within a table alike. */
export function readRouteTables(source: Source): Entities<RouteTable> {
  const single = source
    .ofType('aws_route')
    .map((fields) => ({ table: fields.link('route_table_id', 'aws_route_table'), route: routeOf(fields, fields) }));
  const routes = groupedBy(single, ({ table }) => table);
  const associations = groupedBy(
    source.ofType('aws_route_table_association').map((fields) => {
      return {
        table: fields.link('route_table_id', 'aws_route_table'),
        subnet: fields.link('subnet_id', 'aws_subnet'),
      };
    }),
    ({ table }) => table,
  );
  return byKey(
    source.ofType('aws_route_table').map((fields) => {
      return {
        ...fields.identity(),
        vpc: fields.link('vpc_id', 'aws_vpc'),
        routes: [
          ...fields.blocks('route').map((block) => routeOf(fields, block)),
          ...(routes.get(fields.resource.key) ?? []).map(({ route }) => route),
        ],
        subnets: (associations.get(fields.resource.key) ?? []).flatMap(({ subnet }) => subnet ?? []),
      };
    }),
  );
}

function routeOf({ resource }: Fields, block: Fields): Route {
  const destination = DESTINATIONS.find((name) => block.has(name));
  const targetKind = TARGETS.find((name) => block.has(name)) ?? 'nothing';
  const target = block.raw(targetKind);
  return {
    key: resource.key,
    stack: resource.stack,
    address: resource.address,
    destination: destination ? textOf(block.raw(destination)) : 'nothing',
    targetKind,
    ...(target instanceof Reference ? { target: target.key } : {}),
  };
}
