import type { VpcEndpoint, VpcEndpointConnection } from '@aws-sdk/client-ec2';
import { serviceNameParameter } from '@central-ingress/contract';
import { centralRoleName, roleArn } from '@central-ingress/naming';
import { stackOf } from '../reading/private-link';
import { valueOf } from '../reading/reading';
import type { Reading } from '../reading/reading';
import type { RequestPathReadings } from '../reading/request-path';
import { hop } from '../verification';
import type { Finding, Hop } from '../verification';
import type { Expectation } from './expectation';
import { fail, judge, matches, ok, skipped, warn } from './findings';

/** The interface endpoint in the internet VPC: up, and in every AZ. */
export function endpointHop({ privateLink, serviceName }: RequestPathReadings, expected: Expectation): Hop {
  const { connect, vpc } = expected;
  const { endpoint, subnets, interfaces } = privateLink;
  const findings = judge(endpoint, `${connect}.`, ({ State }) => [
    judgeEndpointState(`${State}`),
    ...judge(subnets, `${connect}.`, (all) => {
      const azIds = all.map(({ AvailabilityZoneId }) => AvailabilityZoneId).sort();
      const wanted = [...vpc.availabilityZoneIds].sort();
      return [matches('AZs', azIds.join(', '), wanted.join(', '), `${connect}.`)];
    }),
    ...judge(interfaces, `${connect}.`, (all) => [
      ok(`addresses ${all.map(({ PrivateIpAddress }) => PrivateIpAddress).join(', ')}`),
    ]),
  ]);
  const subject = valueOf(endpoint)?.VpcEndpointId ?? `to ${valueOf(serviceName) ?? 'an unknown service'}`;
  return hop('control', 'endpoint', subject, findings);
}

function judgeEndpointState(state: string): Finding {
  if (state.toLowerCase() === 'available') return ok('state available');
  const fix = /pending-?acceptance/i.test(state)
    ? 'Accept the connection in the account of the service, or switch its acceptance off.'
    : 'Is the connection role an allowed principal of the service? If it is rejected, disconnect and connect again.';
  return fail(`state ${state}; expected available`, fix);
}

/** The connection as the tenant sees it, and that there is no other. */
export function connectionHop({ privateLink }: RequestPathReadings, expected: Expectation): Hop {
  const endpointId = valueOf(privateLink.endpoint)?.VpcEndpointId;
  const findings = judge(privateLink.connections, `${expected.connect}.`, (all): readonly Finding[] => {
    const ours = all.find((connection) => connection.VpcEndpointId === endpointId);
    const others = all.filter((connection) => connection !== ours && isLive(connection));
    return [
      judgeConnection(ours, endpointId, expected),
      ...others.map((connection) => judgeOther(connection, privateLink.others, expected)),
    ];
  });
  return hop('control', 'endpoint connection', endpointId ?? 'none', findings);
}

/** While a tenant is moved, either of its two endpoints may be the one that serves: neither is to be rejected. */
function judgeOther(
  { VpcEndpointId: id, VpcEndpointOwner: owner, VpcEndpointState: state }: VpcEndpointConnection,
  endpoints: Reading<readonly VpcEndpoint[]>,
  { platform, tenant: { connectionName, accountId } }: Expectation,
): Finding {
  const what = `${id} of account ${owner} is connected too (${state})`;
  const endpoint = valueOf(endpoints)?.find(({ VpcEndpointId }) => VpcEndpointId === id);
  const stack = endpoint && stackOf(endpoint);
  if (stack === `${connectionName}-connection` || stack === `${connectionName}-bridge`) {
    const fix = `Finish the move, or take it back: npx ingress move ${connectionName} tells what is done of it.`;
    return warn(`${what}, for ${stack}: the tenant is being moved`, fix);
  }
  if (owner === platform.centralAccountId && endpoints.state !== 'found') {
    return skipped(`whose ${id} is: the endpoints of account ${owner} are not known`);
  }
  return fail(what, `Reject it: aws ec2 reject-vpc-endpoint-connections, in account ${accountId}.`);
}

function isLive({ VpcEndpointState }: VpcEndpointConnection): boolean {
  return /^(available|pending|pending-?acceptance)$/i.test(`${VpcEndpointState}`);
}

function judgeConnection(
  connection: VpcEndpointConnection | undefined,
  endpointId: string | undefined,
  { connect }: Expectation,
): Finding {
  if (!endpointId) return skipped('which connection is ours: the endpoint is not known');
  if (!connection) return fail(`the service knows no connection from ${endpointId}`, `${connect}.`);
  return judgeEndpointState(`${connection.VpcEndpointState}`);
}

/** The hand-over of the service's name to the central account. */
export function parameterHop({ privateLink, serviceName }: RequestPathReadings, expected: Expectation): Hop {
  const { deployTenant, connect, tenant } = expected;
  const service = valueOf(privateLink.service)?.ServiceName;
  const findings = judge(serviceName, `${deployTenant}.`, (value): readonly Finding[] => {
    if (service) return [matches('service name', value, service, `${deployTenant}, then ${connect}.`)];
    return [ok(`service name ${value}`), skipped('whether it is the name of the service: that is not known')];
  });
  return hop('control', 'SSM parameter', serviceNameParameter(tenant.connectionName), findings);
}

/** The tenant's endpoint service: who may connect, and to what. */
export function endpointServiceHop({ privateLink }: RequestPathReadings, expected: Expectation): Hop {
  const { deployTenant, platform } = expected;
  const { centralAccountId, namePrefix } = platform;
  const principal = roleArn(centralAccountId, namePrefix, centralRoleName(namePrefix, 'connection'));
  const findings = judge(privateLink.service, `${deployTenant}.`, ({ ServiceState, AcceptanceRequired }) => [
    matches('state', ServiceState, 'Available', 'Wait until AWS has made it.'),
    matches('acceptance required', AcceptanceRequired, false, `${deployTenant}.`),
    ...judge(privateLink.principals, `${deployTenant}.`, (all) => [
      all.includes('*')
        ? fail('everybody in AWS is allowed to connect (*)', `${deployTenant}, at once.`)
        : matches('allowed principals', [...all].sort().join(', '), principal, `${deployTenant}.`),
    ]),
  ]);
  const name = valueOf(privateLink.service)?.ServiceId ?? expected.tenant.connectionName;
  return hop('control', 'endpoint service', name, findings);
}
