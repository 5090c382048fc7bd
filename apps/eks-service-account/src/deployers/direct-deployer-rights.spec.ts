import { exampleDirectTenant, exampleWorld } from '@central-ingress/fixtures';
import { isAllowed } from '@central-ingress/iam-policy';
import type { Statement } from '@central-ingress/iam-policy';
import type { SynthesizedStack } from '@central-ingress/testing';
import { exampleStack, synthesizeServiceStacks } from '../example-stacks';

function statements(duty: string, tenant: 'payments' | 'partner-api' = 'partner-api'): readonly Statement[] {
  const policy = exampleStack('roles', tenant).at(`${duty}/policy`).body['policy'] as string;
  return (JSON.parse(policy) as { Statement: Statement[] }).Statement;
}

function statement(duty: string, sid: string): Statement | undefined {
  return statements(duty).find(({ Sid }) => Sid === sid);
}

const bySid = (found: readonly Statement[]) => found.map(({ Sid }) => Sid);

describe('rights of the deployers of a direct tenant', () => {
  it('let ingress keep the states of its two stacks', () => {
    const bucket = 'arn:aws:s3:::acme-tfstate-444444444444-eu-central-1';
    expect(statement('ingress', 'KeepStates')?.Resource).toEqual([
      `${bucket}/partner-api/ingress`,
      `${bucket}/partner-api/dns`,
    ]);
  });

  it('let ingress look at load balancers, keep certificates and take the registrar role, and nothing more', () => {
    expect(bySid(statements('ingress'))).toEqual([
      'ListStates',
      'KeepStates',
      'LockStates',
      'ReadLoadBalancers',
      'RequestCertificates',
      'TagCertificates',
      'ReadCertificates',
      'KeepOwnCertificates',
      'RegisterInTheCentralAccount',
      'ReadHandovers',
      'WriteHandover',
      'DescribeParameters',
    ]);
    expect(statement('ingress', 'RegisterInTheCentralAccount')?.Resource).toEqual([
      'arn:aws:iam::111111111111:role/acme/acme-partner-api-registrar-role',
    ]);
    expect(statement('ingress', 'WriteHandover')?.Resource).toEqual([
      'arn:aws:ssm:eu-central-1:444444444444:parameter/acme/tenant/partner-api/direct-ingress',
    ]);
  });

  it('let network open the VPC of its own stack beside what a central tenant has', () => {
    const central = bySid(statements('network', 'payments'));
    expect(bySid(statements('network')).filter((sid) => !central.includes(sid))).toEqual([
      'ReadInternetGateways',
      'CreateInternetGateways',
      'TagNewInternetGateways',
      'OpenOwnNetwork',
    ]);
    const owned = { StringEquals: { 'aws:ResourceTag/stack': 'partner-api-networking' } };
    expect(statement('network', 'OpenOwnNetwork')?.Condition).toEqual(owned);
    expect(statement('network', 'CreateInternetGateways')?.Condition).toEqual({
      StringEquals: { 'aws:RequestTag/stack': 'partner-api-networking' },
    });
  });

  it('let network tag the gateway that it makes, and take over no other one', () => {
    const may = (action: string, context: Record<string, string>) =>
      isAllowed(statements('network'), {
        action: `ec2:${action}`,
        resource: 'arn:aws:ec2:eu-central-1:444444444444:internet-gateway/igw-1',
        context,
      });
    expect(may('CreateTags', { 'ec2:CreateAction': 'CreateInternetGateway' })).toBe(true);
    expect(may('CreateTags', { 'aws:ResourceTag/stack': 'partner-api-networking' })).toBe(true);
    expect(may('CreateTags', { 'aws:RequestTag/stack': 'partner-api-networking' })).toBe(false);
    expect(may('DeleteTags', { 'aws:ResourceTag/stack': 'payments-networking' })).toBe(false);
  });

  it('let network of a central tenant open nothing', () => {
    const actions = statements('network', 'payments').flatMap(({ Action }) => Action);
    expect(actions.filter((action) => /InternetGateway|Route$/.test(action))).toEqual([]);
  });

  it('let addons read what the direct ingress hands over', () => {
    expect(statement('addons', 'ReadHandovers')?.Resource).toContain(
      'arn:aws:ssm:eu-central-1:444444444444:parameter/acme/tenant/partner-api/direct-ingress',
    );
  });

  it.each(['network', 'ingress'])('let %s write on named resources only', (duty) => {
    const open = statements(duty).filter(
      ({ Effect, Resource, Condition }) => Effect === 'Allow' && Resource?.includes('*') && !Condition,
    );
    expect(open.flatMap(({ Action }) => Action).filter((action) => !/:(Describe|List)/.test(action))).toEqual([]);
  });

  it('fit the limits of IAM with the longest names', () => {
    const world = exampleWorld();
    const platform = { ...world.platform, namePrefix: 'abcdefghijkl', region: 'ap-southeast-2' };
    const tenants = [exampleDirectTenant('abcdefghijklmn')];
    const stack = synthesizeServiceStacks({ ...world, platform, tenants }).get('abcdefghijklmn-roles');
    expect(Math.max(...lengths(stack))).toBeLessThan(10_240);
  });
});

/** Lengths of the policies once Terraform has put real ARNs in the place of its references. */
function lengths(stack: SynthesizedStack | undefined): readonly number[] {
  const arn = 'arn:aws:iam::222222222222:policy/abcdefghijkl/abcdefghijkl-abcdefghijklmn-boundary-deployers';
  return (stack?.ofType('aws_iam_role_policy') ?? []).map(
    ({ body }) => (body['policy'] as string).replaceAll(/\$\{[^}]*\}/g, arn).length,
  );
}
