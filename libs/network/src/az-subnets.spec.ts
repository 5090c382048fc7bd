import { parseCidr } from '@central-ingress/addressing';
import { synthesizeConstruct } from '@central-ingress/testing';
import { AzSubnets } from './az-subnets';

describe('AzSubnets', () => {
  let ids: Readonly<Record<string, string>> = {};
  const stack = synthesizeConstruct((scope) => {
    ({ ids } = new AzSubnets(scope, 'private', {
      vpcId: 'vpc-1',
      namePrefix: 'acme',
      owner: 'payments',
      purpose: 'private',
      cidrs: { 'euc1-az1': parseCidr('10.11.0.0/21'), 'euc1-az2': parseCidr('10.11.8.0/21') },
      tags: { 'kubernetes.io/role/internal-elb': '1' },
    }));
  });

  it('places a subnet in its AZ by the id of the AZ', () => {
    expect(stack.at('private/euc1-az2').body).toStrictEqual({
      vpc_id: 'vpc-1',
      cidr_block: '10.11.8.0/21',
      availability_zone_id: 'euc1-az2',
      map_public_ip_on_launch: false,
      tags: { Name: 'acme-payments-private-euc1-az2', 'kubernetes.io/role/internal-elb': '1' },
    });
  });

  it('routes every subnet by one table, which has no route out', () => {
    const table = stack.at('private/route-table');
    expect(table.body).toStrictEqual({ vpc_id: 'vpc-1', tags: { Name: 'acme-payments-private' } });
    expect(stack.ofType('aws_route_table_association').map(({ body }) => body)).toStrictEqual(
      ['euc1-az1', 'euc1-az2'].map((azId) => ({
        subnet_id: `\${${stack.at(`private/${azId}`).address}.id}`,
        route_table_id: `\${${table.address}.id}`,
      })),
    );
    expect(stack.ofType('aws_route')).toStrictEqual([]);
  });

  it('tells the subnet of each AZ id', () => {
    expect(Object.keys(ids)).toStrictEqual(['euc1-az1', 'euc1-az2']);
  });
});
