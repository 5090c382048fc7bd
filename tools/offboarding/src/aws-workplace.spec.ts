import { exampleTenant, exampleWorld } from '@central-ingress/fixtures';
import { awsError } from '@central-ingress/testing';
import type { Calls, Script } from '@central-ingress/testing';
import { AwsWorkplace } from './aws-workplace';
import type { AwsWorkplaceProps } from './aws-workplace';
import { scriptedAccount } from './rehearsal/scripted-account';
import { offboardingSteps } from './steps';
import type { PauseStep } from './steps';

const world = exampleWorld();
const tenant = exampleTenant();
const steps = offboardingSteps(world.platform, tenant);
const stepOf = (id: string) => {
  const found = steps.find((step) => step.id === id);
  if (!found) throw new RangeError(`no step ${id}`);
  return found;
};
const resource = (type: string, attributes: object) => ({
  mode: 'managed',
  type,
  name: 'x',
  instances: [{ attributes }],
});

/** A workplace whose states are the resources given by state key, and whose AWS is empty apart from the scripts. */
function workplace(
  states: Readonly<Record<string, readonly object[]>>,
  {
    central = {},
    service = {},
    calls = [],
    ...more
  }: { central?: Script; service?: Script; calls?: Calls } & Partial<Pick<AwsWorkplaceProps, 'drainSeconds'>> = {},
): AwsWorkplace {
  const script: Script = {
    GetObject: ({ Key }) => {
      const resources = states[String(Key)];
      return resources
        ? { Body: { transformToString: async () => JSON.stringify({ resources }) } }
        : awsError('NoSuchKey');
    },
    GetParameter: () => awsError('ParameterNotFound'),
    PutParameter: () => ({}),
    DescribeLoadBalancers: () => ({ LoadBalancers: [] }),
    DescribeTargetGroups: () => ({ TargetGroups: [] }),
    DescribeVpcEndpoints: () => ({ VpcEndpoints: [] }),
    DescribeNetworkInterfaces: () => ({ NetworkInterfaces: [] }),
    DescribeSecurityGroups: () => ({ SecurityGroups: [] }),
    DescribeLogGroups: () => ({ logGroups: [] }),
  };
  return new AwsWorkplace(
    { world, tenant, destroy: async () => {}, now: () => new Date(0), ...more },
    scriptedAccount(world.platform.centralAccountId, { ...script, ...central }, calls),
    scriptedAccount(tenant.accountId, { ...script, ...service }, calls),
  );
}
const LOGS = '/aws/eks/acme-payments/cluster';
const VPC = { 'payments/networking-setup': [resource('aws_vpc', { id: 'vpc-1' })] };
const held = (hold: object): Script => ({ GetParameter: () => ({ Parameter: { Value: JSON.stringify(hold) } }) });

describe('AwsWorkplace', () => {
  it('holds deployments off with the VPC by which what is left is told later', async () => {
    const calls: Calls = [];
    await workplace(VPC, { calls }).hold();
    expect(calls.find(([name]) => name === 'PutParameter')?.[1]).toMatchObject({
      Name: '/acme/tenant/payments/hold',
      Value: '{"reason":"offboarding","since":"1970-01-01T00:00:00.000Z","vpcId":"vpc-1"}',
    });
  });

  it("takes another's hold for none of its own, and for an obstacle", async () => {
    const moving = workplace({}, { central: held({ reason: 'moving', since: 'yesterday' }) });
    expect(await moving.isHeld()).toBe(false);
    expect(await moving.obstacles(stepOf('hold'))).toEqual([
      'payments: is being moved since yesterday. Finish the move first, or take it back: npx ingress move payments --cancel',
    ]);
    expect(await workplace({}, { central: held({ reason: 'offboarding' }) }).isHeld()).toBe(true);
  });

  it("reads each state from the bucket of the stack's account", async () => {
    const calls: Calls = [];
    const place = workplace(VPC, { calls });
    for (const step of steps) if (step.kind === 'stack') await place.stateOf(step.stack);
    expect(calls.map(([, { Bucket, Key }]) => `${Bucket} ${Key}`)).toEqual(
      expect.arrayContaining([
        'acme-tfstate-111111111111-eu-central-1 payments/connection',
        'acme-tfstate-111111111111-eu-central-1 payments/registration',
        'acme-tfstate-222222222222-eu-central-1 payments/networking-setup',
      ]),
    );
  });

  it('waits as long as is really set, unless another time is asked for', async () => {
    const states = { 'payments/connection': [resource('aws_lb_target_group', { arn: 'arn:tg' })] };
    const central: Script = {
      DescribeTargetGroupAttributes: ({ TargetGroupArn }) => ({
        Attributes: [
          { Key: 'stickiness.enabled', Value: 'false' },
          { Key: 'deregistration_delay.timeout_seconds', Value: TargetGroupArn === 'arn:tg' ? '45' : '1' },
        ],
      }),
    };
    const [dns, drain] = [stepOf('dns wait'), stepOf('drain wait')] as [PauseStep, PauseStep];
    const place = workplace(states, { central });
    expect([await place.secondsOf(dns), await place.secondsOf(drain)]).toEqual([60, 45]);
    const hurried = workplace(states, { central, drainSeconds: 0 });
    expect([await hurried.secondsOf(dns), await hurried.secondsOf(drain)]).toEqual([0, 0]);
  });

  it('takes nothing in the network for left over while the cluster stands', async () => {
    const group = {
      GroupId: 'sg-1',
      GroupName: 'eks-cluster-sg',
      Tags: [{ Key: 'aws:eks:cluster-name', Value: 'acme-payments' }],
    };
    const service: Script = { DescribeSecurityGroups: () => ({ SecurityGroups: [group] }) };
    const standing = { ...VPC, 'payments/eks-cluster-setup': [resource('aws_eks_cluster', { id: 'acme-payments' })] };
    expect(await workplace(standing, { service }).leftovers()).toEqual([]);
    expect((await workplace(VPC, { service }).leftovers()).map(({ id }) => id)).toEqual(['sg-1']);
  });

  it('looks into the VPC that the hold names when no state has it any more, and at the logs only then', async () => {
    const service: Script = {
      DescribeNetworkInterfaces: ({ Filters }) => ({
        NetworkInterfaces: JSON.stringify(Filters).includes('vpc-9') ? [{ NetworkInterfaceId: 'eni-1' }] : [],
      }),
      DescribeLogGroups: ({ logGroupNamePrefix }) => ({
        logGroups: logGroupNamePrefix === LOGS ? [{ logGroupName: LOGS }] : [],
      }),
    };
    const central = held({ reason: 'offboarding', since: '', vpcId: 'vpc-9' });
    expect((await workplace({}, { service, central }).leftovers()).map(({ id }) => id)).toEqual(['eni-1', LOGS]);
    expect((await workplace(VPC, { service }).leftovers()).map(({ kind }) => kind)).toEqual([]);
  });

  it('lets the network be destroyed only when nothing strange lies in it', async () => {
    const service: Script = {
      DescribeNetworkInterfaces: () => ({ NetworkInterfaces: [{ NetworkInterfaceId: 'eni-1', Status: 'in-use' }] }),
    };
    expect(await workplace(VPC, { service }).obstacles(stepOf('networking'))).toEqual([
      'network interface eni-1 in 222222222222 (in-use): lies in the VPC of payments; expected nothing. Remove it.',
    ]);
    expect(await workplace(VPC).obstacles(stepOf('networking'))).toEqual([]);
  });
});
