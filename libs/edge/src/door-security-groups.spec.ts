import { synthesizeConstruct } from '@central-ingress/testing';
import { DoorSecurityGroups } from './door-security-groups';

describe('DoorSecurityGroups', () => {
  const stack = synthesizeConstruct(
    (scope) => new DoorSecurityGroups(scope, 'groups', { vpcId: 'vpc-1', namePrefix: 'acme', owner: 'main' }),
  );
  const alb = `\${${stack.at('groups/internet-ingress-alb-sg').address}.id}`;
  const endpoints = `\${${stack.at('groups/allow_public_ingress').address}.id}`;

  it('opens the ALB to the internet on 443 and 80 only', () => {
    const open = (port: number, name: string) => ({
      security_group_id: alb,
      description: `${name} from the internet`,
      cidr_ipv4: '0.0.0.0/0',
      ip_protocol: 'tcp',
      from_port: port,
      to_port: port,
      tags: { Name: `acme-main-internet-${name.toLowerCase()}` },
    });
    expect(stack.at('groups/internet-https').body).toStrictEqual(open(443, 'HTTPS'));
    expect(stack.at('groups/internet-http').body).toStrictEqual(open(80, 'HTTP'));
  });

  it('lets the ALB reach the endpoints on 443 only', () => {
    expect(stack.ofType('aws_vpc_security_group_egress_rule').map(({ body }) => body)).toStrictEqual([
      {
        security_group_id: alb,
        description: 'HTTPS to the interface endpoints',
        referenced_security_group_id: endpoints,
        ip_protocol: 'tcp',
        from_port: 443,
        to_port: 443,
        tags: { Name: 'acme-main-alb-to-endpoints' },
      },
    ]);
  });

  it('lets nobody but the ALB reach the endpoints', () => {
    const inbound = stack.ofType('aws_vpc_security_group_ingress_rule').map(({ body }) => body);
    expect(inbound.filter(({ security_group_id: group }) => group === endpoints)).toStrictEqual([
      {
        security_group_id: endpoints,
        description: 'HTTPS from the ALB',
        referenced_security_group_id: alb,
        ip_protocol: 'tcp',
        from_port: 443,
        to_port: 443,
        tags: { Name: 'acme-main-endpoints-from-alb' },
      },
    ]);
  });
});
