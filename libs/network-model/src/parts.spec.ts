import { buildNetworkModel } from './build-network-model';
import type { JsonObject } from './json';
import type { NetworkModel } from './network-model';

function model(resource: JsonObject, data: JsonObject = {}): NetworkModel {
  const aws = [{ region: 'eu-central-1', allowed_account_ids: ['111111111111'], assume_role: [{ role_arn: 'arn:r' }] }];
  return buildNetworkModel({ a: { terraform: {}, provider: { aws }, resource, data } });
}

describe('NetworkModel.securityGroups', () => {
  const peers = { cidr_blocks: ['10.0.0.0/8'], ipv6_cidr_blocks: ['fd00::/8'] };
  const rule = { protocol: 'tcp', fromPort: 443, toPort: 443 };
  const both = [
    { ...rule, peer: { type: 'cidr', cidr: '10.0.0.0/8' } },
    { ...rule, peer: { type: 'cidr', cidr: 'fd00::/8' } },
  ];
  const ports = { from_port: 443, to_port: 443 };
  const newRule = { security_group_id: '${aws_security_group.g.id}', ip_protocol: 'tcp', ...ports };

  it.each<[string, JsonObject]>([
    [
      'a resource per rule',
      {
        aws_security_group: { g: {} },
        aws_vpc_security_group_ingress_rule: {
          v4: { ...newRule, cidr_ipv4: '10.0.0.0/8' },
          v6: { ...newRule, cidr_ipv6: 'fd00::/8' },
        },
      },
    ],
    [
      'the older resource per rule',
      {
        aws_security_group: { g: {} },
        aws_security_group_rule: {
          r: { type: 'ingress', security_group_id: '${aws_security_group.g.id}', protocol: '6', ...ports, ...peers },
        },
      },
    ],
    ['a block', { aws_security_group: { g: { ingress: [{ protocol: 'tcp', ...ports, ...peers }] } } }],
  ])('reads %s alike', (_, resource) => {
    const group = model(resource).securityGroups.get('a/aws_security_group.g');
    const rules = group?.ingress.map(({ protocol, fromPort, toPort, peer }) => ({ protocol, fromPort, toPort, peer }));
    expect([rules, group?.egress]).toEqual([both, []]);
  });

  it('takes all protocols as all ports, and self as the group', () => {
    const resource = {
      aws_security_group: { g: { egress: { protocol: '-1', from_port: 0, to_port: 0, self: true } } },
    };
    const [rule] = model(resource).securityGroups.get('a/aws_security_group.g')?.egress ?? [];
    expect(rule).toMatchObject({
      fromPort: 0,
      toPort: 65_535,
      peer: { type: 'group', group: 'a/aws_security_group.g' },
    });
  });
});

describe('NetworkModel.policies', () => {
  it('reads one or many of everything, and what is known later as text', () => {
    const policy = JSON.stringify({
      Statement: {
        Effect: 'Allow',
        Principal: { AWS: 'arn:x', Service: ['s.amazonaws.com'] },
        Action: 's3:*',
        NotResource: ['${aws_s3_bucket.b.arn}/*'],
        Condition: { StringEquals: { 'aws:PrincipalAccount': ['1', '2'] } },
      },
    });
    const [found] = model({ aws_s3_bucket: { b: {} }, aws_any: { x: { policy } } }).policies;
    expect(found?.document.statements).toEqual([
      {
        effect: 'Allow',
        principals: [
          { kind: 'AWS', id: 'arn:x' },
          { kind: 'Service', id: 's.amazonaws.com' },
        ],
        notPrincipals: false,
        actions: ['s3:*'],
        notActions: false,
        resources: ['${a/aws_s3_bucket.b.arn}/*'],
        notResources: true,
        conditions: [{ operator: 'StringEquals', key: 'aws:PrincipalAccount', values: ['1', '2'] }],
      },
    ]);
  });
});

describe('NetworkModel.routeTables', () => {
  it('has the routes of its own body and of resources', () => {
    const { routeTables } = model({
      aws_internet_gateway: { i: {} },
      aws_route_table: { t: { route: [{ cidr_block: '10.1.0.0/16', network_interface_id: 'eni-1' }] } },
      aws_route: {
        r: {
          route_table_id: '${aws_route_table.t.id}',
          destination_cidr_block: '0.0.0.0/0',
          gateway_id: '${aws_internet_gateway.i.id}',
        },
      },
    });
    const routes = routeTables.get('a/aws_route_table.t')?.routes;
    expect(routes?.map(({ destination, targetKind, target }) => [destination, targetKind, target])).toEqual([
      ['10.1.0.0/16', 'network_interface_id', undefined],
      ['0.0.0.0/0', 'gateway_id', 'a/aws_internet_gateway.i'],
    ]);
  });
});

describe('NetworkModel.loadBalancers', () => {
  it("takes the provider's defaults where nothing is said", () => {
    expect(model({ aws_lb: { l: {} } }).loadBalancers.get('a/aws_lb.l')).toMatchObject({
      kind: 'application',
      internal: false,
      crossZone: true,
      enforcesPrivateLinkRules: true,
      dropsInvalidHeaders: false,
      forwardedFor: 'append',
    });
  });
});

describe('NetworkModel.clusters', () => {
  it("is open to everybody by AWS's default", () => {
    expect(
      model({ aws_eks_cluster: { c: { name: 'c', vpc_config: {} } } }).clusters.get('a/aws_eks_cluster.c'),
    ).toMatchObject({
      privateApi: false,
      publicApi: true,
      publicCidrs: ['0.0.0.0/0'],
    });
  });
});

describe('NetworkModel.endpoints', () => {
  it.each([
    ['com.amazonaws.eu-central-1.ecr.api', { type: 'aws', service: 'ecr.api' }],
    [
      '${aws_vpc_endpoint_service.s.service_name}',
      { type: 'endpoint-service', service: 'a/aws_vpc_endpoint_service.s', via: [] },
    ],
    ['com.amazonaws.vpce.eu-central-1.vpce-svc-1', undefined],
  ])('reads where %s leads', (service, target) => {
    const resource = { aws_vpc_endpoint_service: { s: {} }, aws_vpc_endpoint: { e: { service_name: service } } };
    const endpoint = model(resource).endpoints.get('a/aws_vpc_endpoint.e');
    expect([endpoint?.leadsTo, endpoint?.createdBy, endpoint?.kind]).toEqual([target, 'arn:r', 'Gateway']);
  });
});

describe('NetworkModel.gateways', () => {
  it('has both ends of a peering', () => {
    const { gateways } = model({
      aws_vpc: { near: {}, far: {} },
      aws_vpc_peering_connection: { p: { vpc_id: '${aws_vpc.near.id}', peer_vpc_id: '${aws_vpc.far.id}' } },
    });
    expect(gateways.get('a/aws_vpc_peering_connection.p')).toMatchObject({
      vpc: 'a/aws_vpc.near',
      peerVpc: 'a/aws_vpc.far',
    });
  });
});

describe('NetworkModel.clusterAccess', () => {
  it('has principals by ARN and by role, also of a policy that names an entry', () => {
    const { clusterAccess } = model({
      aws_iam_role: { r: { name: 'r' } },
      aws_eks_access_entry: {
        known: { cluster_name: 'c', principal_arn: 'arn:aws:iam::111111111111:role/x' },
        own: { cluster_name: 'c', principal_arn: '${aws_iam_role.r.arn}' },
      },
      aws_eks_access_policy_association: {
        again: { cluster_name: 'c', principal_arn: '${aws_eks_access_entry.own.principal_arn}' },
      },
    });
    expect([...clusterAccess.values()].map(({ principal, role }) => [principal, role])).toEqual([
      ['arn:aws:iam::111111111111:role/x', undefined],
      ['${a/aws_iam_role.r.arn}', 'a/aws_iam_role.r'],
      ['${a/aws_iam_role.r.arn}', 'a/aws_iam_role.r'],
    ]);
  });
});

describe('NetworkModel.readTypes', () => {
  it('has the types that a reader asks for, and no other that there is', () => {
    const { readTypes } = model({ aws_instance: { i: {} } });
    const types = ['aws_vpc', 'data.aws_lb', 'data.aws_vpc', 'aws_instance'];
    expect(types.map((type) => readTypes.has(type))).toEqual([true, true, false, false]);
  });
});

describe('NetworkModel.problems', () => {
  it.each([
    ['a look-up where a resource must stand', { aws_internet_gateway: { g: { vpc_id: '${data.aws_vpc.v.id}' } } }],
    ['a block that is not written out', { aws_security_group: { g: { ingress: '${aws_vpc.v.ingress}' } } }],
    ['an argument that is not read', { aws_eks_node_group: { g: { remote_access: {} } } }],
    ['a program', { aws_vpc: { g: { provisioner: [] } } }],
    ['a policy of somebody else', { aws_iam_role: { g: { managed_policy_arns: ['arn:aws:iam::1:policy/x'] } } }],
  ])('has %s', (_, resource) => {
    const { problems } = model({ aws_vpc: { v: {} }, ...resource }, { aws_vpc: { v: {} } });
    expect(problems.map(({ address }) => address.replace(/^.*\./, ''))).toEqual(['g']);
  });
});
