import { buildNetworkModel } from '@central-ingress/network-model';
import { openingsOf } from './openings';

const rule = (group: string, rest: Readonly<Record<string, string | number>>) => ({
  security_group_id: `\${aws_security_group.${group}.id}`,
  ...rest,
});
const model = buildNetworkModel({
  'main-networking': {
    terraform: {},
    provider: { aws: [{ region: 'eu-central-1', allowed_account_ids: ['111111111111'] }] },
    resource: {
      aws_security_group: { door: { name: 'door' }, inner: { name: 'inner' }, closed: { name: 'closed' } },
      aws_vpc_security_group_ingress_rule: {
        https: rule('door', { ip_protocol: 'tcp', from_port: 443, to_port: 443, cidr_ipv4: '0.0.0.0/0' }),
        range: rule('inner', { ip_protocol: 'udp', from_port: 8000, to_port: 8100, cidr_ipv4: '10.0.0.0/8' }),
        all: rule('inner', { ip_protocol: '-1', prefix_list_id: 'pl-1' }),
      },
      aws_vpc_security_group_egress_rule: {
        inner: rule('door', {
          ip_protocol: 'tcp',
          from_port: 0,
          to_port: 65535,
          referenced_security_group_id: '${aws_security_group.inner.id}',
        }),
      },
    },
  },
});

describe('openingsOf', () => {
  it.each([
    [['door'], { into: ['tcp 443 from 0.0.0.0/0'], outOf: ['tcp any port to inner'] }],
    [['inner'], { into: ['udp 8000-8100 from 10.0.0.0/8', 'everything from prefix list pl-1'], outOf: [] }],
    [['closed'], { into: [], outOf: [] }],
    [
      ['door', 'inner'],
      {
        into: ['tcp 443 from 0.0.0.0/0', 'udp 8000-8100 from 10.0.0.0/8', 'everything from prefix list pl-1'],
        outOf: ['tcp any port to inner'],
      },
    ],
  ])('reads the groups %j', (names, openings) => {
    expect(
      openingsOf(
        model,
        names.map((name) => `main-networking/aws_security_group.${name}`),
      ),
    ).toEqual(openings);
  });
});
