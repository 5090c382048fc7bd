import { exampleInternetVpc, examplePlatform } from '@central-ingress/fixtures';
import { synthesizeConstruct } from '@central-ingress/testing';
import { InternetVpc } from './internet-vpc';

describe('InternetVpc', () => {
  let built: InternetVpc['built'] | undefined;
  const stack = synthesizeConstruct((scope) => {
    ({ built } = new InternetVpc(scope, 'network', { platform: examplePlatform(), internetVpc: exampleInternetVpc() }));
  });
  const ref = (path: string, attribute = 'id') => `\${${stack.at(path).address}.${attribute}}`;

  it("keeps the original's address plan", () => {
    const cidrs = stack
      .ofType('aws_subnet')
      .map(({ body }) => [(body['tags'] as { Name: string }).Name, body['cidr_block']]);
    expect(Object.fromEntries(cidrs)).toStrictEqual({
      'acme-main-private-endpoint-euc1-az1': '10.12.0.0/23',
      'acme-main-private-endpoint-euc1-az2': '10.12.2.0/23',
      'acme-main-private-endpoint-euc1-az3': '10.12.4.0/23',
      'acme-main-public-ingress-euc1-az1': '10.12.128.0/23',
      'acme-main-public-ingress-euc1-az2': '10.12.130.0/23',
      'acme-main-public-ingress-euc1-az3': '10.12.132.0/23',
    });
  });

  it('has the only internet gateway', () => {
    expect(stack.at('network/internet-gateway').body).toStrictEqual({
      vpc_id: ref('network/vpc/main'),
      tags: { Name: 'acme-main-internet-gateway' },
    });
  });

  it('routes to the internet from the public subnets and from nowhere else', () => {
    expect(stack.ofType('aws_route').map(({ body }) => body)).toStrictEqual([
      {
        route_table_id: ref('network/public-ingress/route-table'),
        destination_cidr_block: '0.0.0.0/0',
        gateway_id: ref('network/internet-gateway'),
      },
    ]);
  });

  it('bounds the flow-log role', () => {
    expect(stack.at('network/vpc/flow-logs/role').body['permissions_boundary']).toBe(
      'arn:aws:iam::111111111111:policy/acme/acme-central-boundary',
    );
  });

  it('tells both kinds of subnets by AZ id', () => {
    expect(Object.keys(built?.endpointSubnetIds ?? {})).toStrictEqual(['euc1-az1', 'euc1-az2', 'euc1-az3']);
    expect(Object.keys(built?.publicSubnetIds ?? {})).toStrictEqual(['euc1-az1', 'euc1-az2', 'euc1-az3']);
  });
});
