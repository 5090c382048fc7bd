import type { Identity } from './resource';
import { byKey } from './source';
import type { Entities, Source } from './source';
import type { ResourceKey } from './value';

/** A VPC. */
export interface Vpc extends Identity {
  readonly cidr?: string;
  /** Whether names resolve inside; private DNS of endpoints needs both. */
  readonly dnsSupport: boolean;
  readonly dnsHostnames: boolean;
}

/** A subnet. */
export interface Subnet extends Identity {
  readonly vpc?: ResourceKey;
  /** AZ id, the same place in every account, e.g. `euc1-az1`. */
  readonly azId?: string;
  readonly cidr?: string;
  readonly publicAddresses: boolean;
}

/** Anything by which a VPC is connected to the outside or to another network, beside interface endpoints. */
export interface Gateway extends Identity {
  /** Terraform type, e.g. `aws_internet_gateway`, `aws_nat_gateway`. */
  readonly type: string;
  readonly vpc?: ResourceKey;
  /** VPC at the other end of a peering. */
  readonly peerVpc?: ResourceKey;
  /** Of a NAT gateway. */
  readonly subnet?: ResourceKey;
}

/** Types of resources that connect a VPC to somewhere. */
const GATEWAY_TYPES = [
  'aws_internet_gateway',
  'aws_internet_gateway_attachment',
  'aws_egress_only_internet_gateway',
  'aws_nat_gateway',
  'aws_vpn_gateway',
  'aws_vpn_gateway_attachment',
  'aws_vpc_peering_connection',
  'aws_ec2_transit_gateway_vpc_attachment',
] as const;

/** Reads VPCs. */
export function readVpcs(source: Source): Entities<Vpc> {
  return byKey(
    source.ofType('aws_vpc').map((fields) => ({
      ...fields.identity(),
      cidr: fields.text('cidr_block'),
      dnsSupport: fields.flag('enable_dns_support', true),
      dnsHostnames: fields.flag('enable_dns_hostnames', false),
    })),
  );
}

/** Reads subnets. */
export function readSubnets(source: Source): Entities<Subnet> {
  return byKey(
    source.ofType('aws_subnet').map((fields) => ({
      ...fields.identity(),
      vpc: fields.link('vpc_id', 'aws_vpc'),
      azId: fields.text('availability_zone_id'),
      cidr: fields.text('cidr_block'),
      publicAddresses: fields.flag('map_public_ip_on_launch', false),
    })),
  );
}

/** Reads what connects VPCs; the VPC of a NAT gateway is that of its subnet. */
export function readGateways(source: Source, subnets: Entities<Subnet>): Entities<Gateway> {
  return byKey(
    GATEWAY_TYPES.flatMap((type) => source.ofType(type)).map((fields) => {
      const subnet = fields.link('subnet_id', 'aws_subnet');
      const peerVpc = fields.link('peer_vpc_id', 'aws_vpc');
      return {
        ...fields.identity(),
        type: fields.resource.type,
        vpc: fields.link('vpc_id', 'aws_vpc') ?? (subnet ? subnets.get(subnet)?.vpc : undefined),
        ...(peerVpc ? { peerVpc } : {}),
        ...(subnet ? { subnet } : {}),
      };
    }),
  );
}
