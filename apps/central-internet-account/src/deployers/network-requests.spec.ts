import { examplePlatform } from '@central-ingress/fixtures';
import { isAllowed } from '@central-ingress/iam-policy';
import { networkDuty } from './network-duty';

const { statements } = networkDuty(examplePlatform());
const OURS = { 'aws:ResourceTag/managed-by': 'central-ingress' };
const AS_OURS = { 'aws:RequestTag/managed-by': 'central-ingress' };

function may(action: string, type: string, context: Record<string, string> = {}): boolean {
  const resource = `arn:aws:ec2:eu-central-1:111111111111:${type}/${type}-1`;
  return isAllowed(statements, { action: `ec2:${action}`, resource, context });
}

const TYPES = ['internet-gateway', 'route-table', 'security-group', 'security-group-rule', 'subnet', 'vpc'];

describe('requests of the deployer of the internet VPCs', () => {
  it.each(TYPES)('take over no %s of somebody else', (type) => {
    const theirs = { 'aws:ResourceTag/Name': 'theirs' };
    expect(may('CreateTags', type, { ...theirs, ...AS_OURS })).toBe(false);
    expect(may('DeleteTags', type, theirs)).toBe(false);
  });

  it.each(TYPES)('tag our own %s, and a new one', (type) => {
    expect(may('CreateTags', type, OURS)).toBe(true);
    expect(may('CreateTags', type, { 'ec2:CreateAction': 'CreateVpc' })).toBe(true);
  });

  it.each(['RevokeSecurityGroupEgress', 'RevokeSecurityGroupIngress'])('%s closes groups of ours only', (action) => {
    expect(may(action, 'security-group', OURS)).toBe(true);
    expect(may(action, 'security-group', { 'aws:ResourceTag/Name': 'theirs' })).toBe(false);
    expect(may(action, 'security-group', { 'aws:ResourceTag/managed-by': 'somebody' })).toBe(false);
  });

  it('claim and close the default group of a new VPC, which has no tags', () => {
    expect(may('CreateTags', 'security-group', AS_OURS)).toBe(true);
    expect(may('CreateTags', 'security-group')).toBe(false);
    expect(may('RevokeSecurityGroupEgress', 'security-group')).toBe(true);
    expect(may('AuthorizeSecurityGroupIngress', 'security-group')).toBe(false);
  });
});
