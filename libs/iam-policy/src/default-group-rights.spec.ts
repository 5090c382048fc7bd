import { defaultGroupRights } from './default-group-rights';
import { isAllowed } from './evaluation';

const GROUP = 'arn:aws:ec2:eu-central-1:111111111111:security-group/sg-1';
const rights = defaultGroupRights(['arn:aws:ec2:eu-central-1:111111111111:security-group/*'], {
  key: 'stack',
  value: 'ours',
});

const may = (action: string, context: Record<string, string>) =>
  isAllowed(rights, { action: `ec2:${action}`, resource: GROUP, context });

describe('defaultGroupRights', () => {
  it('claims and closes a group without tags', () => {
    expect(may('CreateTags', { 'aws:RequestTag/stack': 'ours' })).toBe(true);
    expect(may('RevokeSecurityGroupEgress', {})).toBe(true);
    expect(may('RevokeSecurityGroupIngress', {})).toBe(true);
  });

  it('claims it for nobody else, and does nothing more with it', () => {
    expect(may('CreateTags', {})).toBe(false);
    expect(may('CreateTags', { 'aws:RequestTag/stack': 'theirs' })).toBe(false);
    expect(rights.flatMap(({ Action }) => Action)).toHaveLength(3);
  });

  it.each(['stack', 'Name', 'aws:eks:cluster-name', 'elbv2.k8s.aws/cluster'])(
    'leaves alone a group with the tag %s',
    (key) => {
      const tagged = { [`aws:ResourceTag/${key}`]: 'theirs' };
      expect(may('CreateTags', { ...tagged, 'aws:RequestTag/stack': 'ours' })).toBe(false);
      expect(may('RevokeSecurityGroupIngress', tagged)).toBe(false);
    },
  );
});
