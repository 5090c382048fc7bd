import { synthesizeConstruct } from '@central-ingress/testing';
import { routeToInternet } from './route-to-internet';

describe('routeToInternet', () => {
  const stack = synthesizeConstruct((scope) =>
    routeToInternet(scope, { vpcId: 'vpc-1', namePrefix: 'acme', owner: 'partner-api', routeTableId: 'rtb-1' }),
  );

  it('gives the VPC a gateway and the one route table a way to it', () => {
    const gateway = stack.at('internet-gateway');
    expect(gateway.body).toStrictEqual({ vpc_id: 'vpc-1', tags: { Name: 'acme-partner-api-internet-gateway' } });
    expect(stack.at('public-route').body).toStrictEqual({
      route_table_id: 'rtb-1',
      destination_cidr_block: '0.0.0.0/0',
      gateway_id: `\${${gateway.address}.id}`,
    });
    expect([...stack.blocks().keys()]).toStrictEqual(['internet-gateway', 'public-route']);
  });
});
