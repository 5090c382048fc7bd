import type { IpPermission, RouteTable, SecurityGroup, Subnet } from '@aws-sdk/client-ec2';
import type { DirectPathReadings } from '../reading/direct-path';
import { hop } from '../verification';
import type { Finding, Hop } from '../verification';
import { directNlbName, serviceFix } from './direct-expectation';
import type { DirectExpectation } from './direct-expectation';
import { fail, judge, matches, ok } from './findings';

/** Exactly the tenant's networks, on exactly its ports. */
export function securityGroupHop({ securityGroups }: DirectPathReadings, expected: DirectExpectation): Hop {
  const { ports, allowedCidrs } = expected.tenant.exposure;
  const fix = serviceFix(expected);
  const findings = judge(securityGroups, fix, (groups): readonly Finding[] => {
    if (!groups.length) return [fail('no security group: everybody may connect', fix)];
    const got = groups.flatMap(inboundOf);
    const wanted = ports.flatMap((port) => allowedCidrs.map((cidr) => `TCP ${port} from ${cidr}`));
    const absent = wanted.filter((each) => !got.includes(each));
    const extra = [...new Set(got)].filter((each) => !wanted.includes(each));
    return [
      ...(absent.length || extra.length ? [] : [ok(wanted.join(', '))]),
      ...absent.map((each) => fail(`${each} is not let in`, fix)),
      ...extra.map((each) => fail(`${each} is let in, which the tenant's file does not allow`, fix)),
    ];
  });
  return hop('control', 'security group', `of ${directNlbName(expected)}`, findings);
}

function inboundOf({ IpPermissions = [] }: SecurityGroup): readonly string[] {
  return IpPermissions.flatMap((permission) => {
    const sources = [
      ...(permission.IpRanges ?? []).map(({ CidrIp }) => CidrIp),
      ...(permission.Ipv6Ranges ?? []).map(({ CidrIpv6 }) => CidrIpv6),
      ...(permission.UserIdGroupPairs ?? []).map(({ GroupId }) => GroupId),
      ...(permission.PrefixListIds ?? []).map(({ PrefixListId }) => PrefixListId),
    ];
    return sources.map((source) => `${portsOf(permission)} from ${source}`);
  });
}

function portsOf({ IpProtocol, FromPort, ToPort }: IpPermission): string {
  if (IpProtocol === '-1') return 'everything';
  return `${IpProtocol?.toUpperCase()} ${FromPort === ToPort ? FromPort : `${FromPort}-${ToPort}`}`;
}

/** One public subnet per AZ of the tenant, each with a route to an internet gateway. */
export function subnetsHop({ subnets, routeTables }: DirectPathReadings, expected: DirectExpectation): Hop {
  const fix = `${expected.deployTenant}.`;
  const findings = judge(subnets, fix, (all): readonly Finding[] => {
    const zones = all.map(({ AvailabilityZoneId }) => AvailabilityZoneId ?? '?').sort();
    const wanted = [...expected.tenant.availabilityZoneIds].sort();
    return [
      matches('AZs', zones.join(', ') || 'none', wanted.join(', '), serviceFix(expected)),
      ...judge(routeTables, fix, (tables) => judgeRoutes(all, tables, fix)),
    ];
  });
  return hop('control', 'public subnets', `of ${directNlbName(expected)}`, findings);
}

function judgeRoutes(subnets: readonly Subnet[], tables: readonly RouteTable[], fix: string): readonly Finding[] {
  const closed = subnets.filter((subnet) => !tables.some((table) => leadsOut(table, subnet)));
  if (!closed.length) return [ok('routed to the internet gateway')];
  return closed.map(({ SubnetId }) => fail(`${SubnetId} has no route 0.0.0.0/0 to an internet gateway`, fix));
}

function leadsOut({ Associations = [], Routes = [] }: RouteTable, { SubnetId }: Subnet): boolean {
  return (
    Associations.some((association) => association.SubnetId === SubnetId) &&
    Routes.some(
      ({ DestinationCidrBlock, GatewayId, State }) =>
        DestinationCidrBlock === '0.0.0.0/0' && GatewayId?.startsWith('igw-') && State !== 'blackhole',
    )
  );
}
