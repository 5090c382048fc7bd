import { REGISTRAR_ROOM, registrarCharacters } from '@central-ingress/config';
import { policyDocument } from '@central-ingress/iam-policy';
import { registrarRights } from './registrar-rights';

const parameter = 'arn:aws:ssm:eu-central-1:111111111111:parameter/vpces-service-name-payments';
const registration = 'arn:aws:ssm:eu-central-1:111111111111:parameter/acme/tenant/payments/registration';
const zone = 'arn:aws:route53:::hostedzone/Z1';

describe('registrarRights', () => {
  it('is, for a central tenant, exactly one parameter, the validation records of its own hosts, and what reading them needs', () => {
    expect(
      registrarRights({
        serviceNameParameterArn: parameter,
        registrationParameterArn: registration,
        hostedZoneId: 'Z1',
        certificateNames: ['payments.apps.example.com', 'pay.apps.example.com'],
        aliasNames: [],
      }),
    ).toStrictEqual([
      {
        Sid: 'WriteServiceName',
        Effect: 'Allow',
        Action: [
          'ssm:AddTagsToResource',
          'ssm:DeleteParameter',
          'ssm:GetParameter',
          'ssm:GetParameters',
          'ssm:ListTagsForResource',
          'ssm:PutParameter',
          'ssm:RemoveTagsFromResource',
        ],
        Resource: [parameter],
      },
      {
        Sid: 'ReadRegistration',
        Effect: 'Allow',
        Action: ['ssm:GetParameter', 'ssm:GetParameters'],
        Resource: [registration],
      },
      { Sid: 'FindParameters', Effect: 'Allow', Action: ['ssm:DescribeParameters'], Resource: ['*'] },
      {
        Sid: 'ProveOwnHosts',
        Effect: 'Allow',
        Action: ['route53:ChangeResourceRecordSets'],
        Resource: [zone],
        Condition: {
          'ForAllValues:StringLike': {
            'route53:ChangeResourceRecordSetsNormalizedRecordNames': [
              '_????????????????????????????????.payments.apps.example.com',
              '_????????????????????????????????.pay.apps.example.com',
            ],
          },
          'ForAllValues:StringEquals': { 'route53:ChangeResourceRecordSetsRecordTypes': ['CNAME'] },
          Null: {
            'route53:ChangeResourceRecordSetsNormalizedRecordNames': 'false',
            'route53:ChangeResourceRecordSetsRecordTypes': 'false',
          },
        },
      },
      {
        Sid: 'ReadZone',
        Effect: 'Allow',
        Action: ['route53:GetHostedZone', 'route53:ListResourceRecordSets'],
        Resource: [zone],
      },
      {
        Sid: 'FollowChanges',
        Effect: 'Allow',
        Action: ['route53:GetChange'],
        Resource: ['arn:aws:route53:::change/*'],
      },
    ]);
  });

  it('is, for a direct tenant, the proof and the address records of exactly its own hosts, and no parameter', () => {
    const hosts = ['api.apps.example.com', 'hooks.apps.example.com'];
    const rights = registrarRights({
      registrationParameterArn: registration,
      hostedZoneId: 'Z1',
      certificateNames: hosts,
      aliasNames: hosts,
    });
    const sids = ['ReadRegistration', 'FindParameters', 'ProveOwnHosts', 'PointOwnHosts', 'ReadZone', 'FollowChanges'];
    expect(rights.map(({ Sid }) => Sid)).toStrictEqual(sids);
    expect(rights[3]).toStrictEqual({
      Sid: 'PointOwnHosts',
      Effect: 'Allow',
      Action: ['route53:ChangeResourceRecordSets'],
      Resource: [zone],
      Condition: {
        'ForAllValues:StringLike': { 'route53:ChangeResourceRecordSetsNormalizedRecordNames': hosts },
        'ForAllValues:StringEquals': { 'route53:ChangeResourceRecordSetsRecordTypes': ['A'] },
        Null: {
          'route53:ChangeResourceRecordSetsNormalizedRecordNames': 'false',
          'route53:ChangeResourceRecordSetsRecordTypes': 'false',
        },
      },
    });
  });

  it.each([
    ['requested', 64],
    ['given', 253],
  ])('fit what IAM takes with as many hosts as configuration allows and a %s certificate', (certificate, length) => {
    const host = (index: number) => `${index}`.padStart(3, '0').padEnd(length, 'x');
    const requested = certificate === 'requested';
    const count = Math.floor(REGISTRAR_ROOM / registrarCharacters([host(0)], requested));
    const hosts = Array.from({ length: count }, (_, index) => host(index));
    const rights = registrarRights({
      registrationParameterArn: `arn:aws:ssm:ap-southeast-2:111111111111:parameter/${'p'.repeat(12)}/tenant/${'t'.repeat(20)}/registration`,
      hostedZoneId: 'Z'.repeat(32),
      certificateNames: requested ? hosts : [],
      aliasNames: hosts,
    });
    expect(hosts.length).toBe(requested ? 50 : 33);
    expect(policyDocument(rights).length).toBeLessThan(10_240);
  });

  it('proves no name where the certificate is not requested', () => {
    const props = { registrationParameterArn: registration, hostedZoneId: 'Z1', aliasNames: ['api.apps.example.com'] };
    const sids = registrarRights({ ...props, certificateNames: [] }).map(({ Sid }) => Sid);
    expect(sids).toStrictEqual(['ReadRegistration', 'FindParameters', 'PointOwnHosts', 'ReadZone', 'FollowChanges']);
  });
});
