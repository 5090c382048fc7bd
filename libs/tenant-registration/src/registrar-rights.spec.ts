import { registrarRights } from './registrar-rights';

const parameter = 'arn:aws:ssm:eu-central-1:111111111111:parameter/vpces-service-name-payments';
const registration = 'arn:aws:ssm:eu-central-1:111111111111:parameter/acme/tenant/payments/registration';
const zone = 'arn:aws:route53:::hostedzone/Z1';

describe('registrarRights', () => {
  it('is exactly one parameter, the validation records of its own hosts, and what reading them needs', () => {
    expect(
      registrarRights({
        serviceNameParameterArn: parameter,
        registrationParameterArn: registration,
        hostedZoneId: 'Z1',
        certificateNames: ['payments.apps.example.com', 'pay.apps.example.com'],
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
});
