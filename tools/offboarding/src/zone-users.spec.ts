import { Route53Client } from '@aws-sdk/client-route-53';
import { SSMClient } from '@aws-sdk/client-ssm';
import { exampleInternetVpc } from '@central-ingress/fixtures';
import { awsError, OFFLINE, scriptedClient } from '@central-ingress/testing';
import type { Calls, Script } from '@central-ingress/testing';
import { zoneUsersOf } from './zone-users';

const main = exampleInternetVpc();
const second = { ...exampleInternetVpc('second'), hostedZone: 'lookup' as const, hostedZoneOwner: 'main' };
const elsewhere = { ...exampleInternetVpc('elsewhere'), hostedZone: 'lookup' as const };
const NETWORKING = { hostedZoneId: 'Z1' };
const record = (Name: string, Type: string) => ({ Name, Type });

/** A zone of two pages, with the records of Terraform and of a person, beside two internet VPCs of which one stands. */
const STANDING: Script = {
  GetParameter: ({ Name }) =>
    Name === '/acme/internet-vpc/elsewhere/networking'
      ? awsError('ParameterNotFound')
      : { Parameter: { Value: JSON.stringify(NETWORKING) } },
  ListResourceRecordSets: ({ StartRecordName }) =>
    StartRecordName
      ? { ResourceRecordSets: [record('\\052.shop.apps.example.com.', 'A'), record('sub.apps.example.com.', 'NS')] }
      : {
          ResourceRecordSets: [
            record('apps.example.com.', 'NS'),
            record('apps.example.com.', 'SOA'),
            record('_0a1b.apps.example.com.', 'CNAME'),
            record('pay.apps.example.com.', 'A'),
            record('pay.apps.example.com.', 'AAAA'),
          ],
          IsTruncated: true,
          NextRecordName: 'shop',
          NextRecordType: 'A',
        },
};
interface Standing {
  readonly networking: typeof NETWORKING | undefined;
  readonly calls?: Calls;
}
const users = (vpc: typeof main, script: Script, { calls = [], networking }: Standing = { networking: NETWORKING }) =>
  zoneUsersOf({ namePrefix: 'acme' }, vpc, networking, [main, second, elsewhere], {
    route53: scriptedClient(new Route53Client(OFFLINE), script, calls),
    ssm: scriptedClient(new SSMClient(OFFLINE), script, calls),
  });

describe('zoneUsersOf', () => {
  it('names what the zone answers for, whoever made it, and the internet VPCs that stand in it', async () => {
    expect(await users(main, STANDING)).toEqual({
      hosts: ['*.shop.apps.example.com', 'pay.apps.example.com', 'sub.apps.example.com'],
      internetVpcs: ['second'],
    });
  });

  it('asks for the whole zone', async () => {
    const calls: Calls = [];
    await users(main, STANDING, { networking: NETWORKING, calls });
    expect(calls.filter(([name]) => name === 'ListResourceRecordSets')).toEqual([
      ['ListResourceRecordSets', { HostedZoneId: 'Z1' }],
      ['ListResourceRecordSets', { HostedZoneId: 'Z1', StartRecordName: 'shop', StartRecordType: 'A' }],
    ]);
  });

  it('leaves out an internet VPC that was never deployed', async () => {
    const onlyMain: Script = {
      ...STANDING,
      GetParameter: (input) =>
        input['Name'] === '/acme/internet-vpc/main/networking'
          ? STANDING['GetParameter']?.(input)
          : awsError('ParameterNotFound'),
    };
    expect((await users(main, onlyMain)).internetVpcs).toEqual([]);
  });

  it.each([
    ['that looks its zone up', elsewhere, { networking: NETWORKING }],
    ['that was never deployed', main, { networking: undefined }],
  ])('finds nobody for an internet VPC %s', async (_, vpc, standing) => {
    expect(await users(vpc, STANDING, standing)).toEqual({ hosts: [], internetVpcs: [] });
  });

  it('rejects when AWS does not answer, for then somebody may need it', async () => {
    const silent = { ...STANDING, ListResourceRecordSets: () => awsError('AccessDenied', 'no') };
    await expect(users(main, silent)).rejects.toThrow('no');
  });
});
