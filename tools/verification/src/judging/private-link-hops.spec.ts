import { found, missing, untried } from '../reading/reading';
import { amend, itJudges } from '../rehearsal/cases';
import type { Path } from '../rehearsal/cases';
import { healthyPath, paymentsExpectation } from '../rehearsal/healthy-path';
import { connectionHop } from './private-link-hops';

const withLink = (change: (link: Path['privateLink']) => Partial<Path['privateLink']>) => (path: Path) => ({
  privateLink: { ...path.privateLink, ...change(path.privateLink) },
});
const connection = (VpcEndpointId: string, state: string, VpcEndpointOwner = '111111111111') => ({
  VpcEndpointId,
  VpcEndpointOwner,
  VpcEndpointState: state as 'Available',
});

describe('endpointHop, connectionHop, parameterHop, endpointServiceHop', () => {
  itJudges([
    [
      'endpoint',
      'fail',
      'VPC endpoint to x does not exist',
      withLink(() => ({ endpoint: missing('VPC endpoint to x') })),
    ],
    [
      'endpoint',
      'fail',
      'state pendingAcceptance; expected available',
      withLink(({ endpoint }) => ({
        endpoint: amend(endpoint, { State: 'pendingAcceptance' as 'PendingAcceptance' }),
      })),
    ],
    [
      'endpoint',
      'fail',
      'AZs euc1-az1; expected euc1-az1, euc1-az2, euc1-az3',
      withLink(() => ({ subnets: found([{ AvailabilityZoneId: 'euc1-az1' }]) })),
    ],
    [
      'SSM parameter',
      'fail',
      'service name com.amazonaws.vpce.eu-central-1.vpce-svc-9; expected com.amazonaws.vpce.eu-central-1.vpce-svc-1',
      () => ({ serviceName: found('com.amazonaws.vpce.eu-central-1.vpce-svc-9') }),
    ],
    [
      'SSM parameter',
      'fail',
      'SSM parameter vpces-service-name-payments does not exist',
      () => ({ serviceName: missing('SSM parameter vpces-service-name-payments') }),
    ],
    [
      'endpoint connection',
      'fail',
      'state rejected; expected available',
      withLink(() => ({ connections: found([connection('vpce-1', 'rejected')]) })),
    ],
    [
      'endpoint connection',
      'fail',
      'the service knows no connection from vpce-1',
      withLink(() => ({ connections: found([]) })),
    ],
    [
      'endpoint connection',
      'fail',
      'vpce-9 of account 999999999999 is connected too (available)',
      withLink(() => ({
        connections: found([connection('vpce-1', 'available'), connection('vpce-9', 'available', '999999999999')]),
      })),
    ],
    [
      'endpoint connection',
      'warn',
      'vpce-9 of account 111111111111 is connected too (available), for payments-bridge: the tenant is being moved',
      withLink(() => ({
        connections: found([connection('vpce-1', 'available'), connection('vpce-9', 'available')]),
        others: found([{ VpcEndpointId: 'vpce-9', Tags: [{ Key: 'stack', Value: 'payments-bridge' }] }]),
      })),
    ],
    [
      'endpoint connection',
      'warn',
      'vpce-9 of account 111111111111 is connected too (available), for payments-connection: the tenant is being moved',
      withLink(() => ({
        endpoint: missing('VPC endpoint to x in vpc-2'),
        connections: found([connection('vpce-9', 'available')]),
        others: found([{ VpcEndpointId: 'vpce-9', Tags: [{ Key: 'stack', Value: 'payments-connection' }] }]),
      })),
    ],
    [
      'endpoint connection',
      'fail',
      'vpce-9 of account 111111111111 is connected too (available)',
      withLink(() => ({
        connections: found([connection('vpce-1', 'available'), connection('vpce-9', 'available')]),
        others: found([{ VpcEndpointId: 'vpce-9', Tags: [{ Key: 'stack', Value: 'storefront-bridge' }] }]),
      })),
    ],
    [
      'endpoint connection',
      'skipped',
      'whose vpce-1 is: the endpoints of account 111111111111 are not known',
      withLink(() => ({ endpoint: untried('no right'), others: untried('no right') })),
    ],
    [
      'endpoint connection',
      'fail',
      'vpce-9 of account 999999999999 is connected too (available)',
      withLink(() => ({
        connections: found([connection('vpce-9', 'available', '999999999999')]),
        endpoint: untried('no right'),
        others: untried('no right'),
      })),
    ],
    [
      'endpoint service',
      'fail',
      'state Pending; expected Available',
      withLink(({ service }) => ({ service: amend(service, { ServiceState: 'Pending' }) })),
    ],
    [
      'endpoint service',
      'fail',
      'acceptance required true; expected false',
      withLink(({ service }) => ({ service: amend(service, { AcceptanceRequired: true }) })),
    ],
    [
      'endpoint service',
      'fail',
      'everybody in AWS is allowed to connect (*)',
      withLink(() => ({ principals: found(['*']) })),
    ],
    [
      'endpoint service',
      'fail',
      'allowed principals arn:aws:iam::111111111111:role/network-role; expected arn:aws:iam::111111111111:role/acme/acme-connection-role',
      withLink(() => ({ principals: found(['arn:aws:iam::111111111111:role/network-role']) })),
    ],
  ]);

  it('advises nobody to reject an endpoint that may be the one that serves', () => {
    const tagged = (VpcEndpointId: string, stack: string) => ({
      VpcEndpointId,
      Tags: [{ Key: 'stack', Value: stack }],
    });
    const path = healthyPath();
    const privateLink = {
      ...path.privateLink,
      connections: found([connection('vpce-1', 'available'), connection('vpce-9', 'available')]),
      others: found([tagged('vpce-9', 'payments-bridge')]),
    };
    const { findings } = connectionHop({ ...path, privateLink }, paymentsExpectation());
    expect(findings.map(({ fix }) => fix)).toEqual([
      undefined,
      'Finish the move, or take it back: npx ingress move payments tells what is done of it.',
    ]);
  });
});
