import { isAllowed } from '@central-ingress/iam-policy';
import type { AccessRequest, Statement } from '@central-ingress/iam-policy';
import { exampleStack } from '../example-stacks';

type Context = NonNullable<AccessRequest['context']>;

const ROLES = exampleStack('roles');
const CEILING = statements('deployer-boundary');
const DEPLOYERS = {
  // These two create roles, and so have a ceiling themselves.
  network: [statements('network'), CEILING],
  cluster: [statements('cluster'), CEILING],
  ingress: [statements('ingress')],
};

function statements(owner: string): readonly Statement[] {
  const policy = ROLES.at(`${owner}/policy`).body['policy'] as string;
  return (JSON.parse(policy) as { Statement: Statement[] }).Statement;
}

/** Whether a deployer of the example tenant may do something with a resource: by its policy and by its ceiling. */
function may(duty: keyof typeof DEPLOYERS, action: string, resource: string, context: Context): boolean {
  const request = { action, resource, context: { 'aws:RequestedRegion': 'eu-central-1', ...context } };
  return DEPLOYERS[duty].every((policy) => isAllowed(policy, request));
}

function mayEc2(duty: keyof typeof DEPLOYERS, action: string, type: string, context: Context = {}): boolean {
  return may(duty, `ec2:${action}`, `arn:aws:ec2:eu-central-1:222222222222:${type}/${type}-1`, context);
}

const LAUNCH_TEMPLATE = 'arn:aws:ec2:eu-central-1:222222222222:launch-template/lt-1';

describe('requests of the cluster deployer', () => {
  const started = { 'ec2:LaunchTemplate': LAUNCH_TEMPLATE };

  it.each(['instance', 'network-interface', 'security-group', 'subnet', 'volume', 'launch-template'])(
    'may use the %s to start nodes from a template, which EKS asks when it creates a node group',
    (type) => {
      expect(mayEc2('cluster', 'RunInstances', type, started)).toBe(true);
      expect(mayEc2('cluster', 'RunInstances', type)).toBe(false);
    },
  );

  // For CreateTags AWS knows no launch template.
  it.each(['instance', 'network-interface', 'volume'])('may tag the %s as it starts, and at no other time', (type) => {
    expect(mayEc2('cluster', 'CreateTags', type, { 'ec2:CreateAction': 'RunInstances' })).toBe(true);
    expect(mayEc2('cluster', 'CreateTags', type, { 'ec2:CreateAction': 'CreateVolume' })).toBe(false);
    expect(mayEc2('cluster', 'CreateTags', type)).toBe(false);
  });
});
