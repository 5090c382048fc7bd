import { isAllowed } from './evaluation';
import { allow, deny } from './statement';
import type { Condition } from './statement';

const GROUP = 'arn:aws:ec2:eu-central-1:111111111111:security-group/sg-1';
const request = { action: 'ec2:CreateTags', resource: GROUP };

const under = (condition: Condition) => [allow('Tag', ['ec2:CreateTags'], ['*'], condition)];

describe('isAllowed', () => {
  it.each([
    [['ec2:CreateTags'], [GROUP], true],
    [['EC2:create*'], ['arn:aws:ec2:*:*:security-group/*'], true],
    [['ec2:DeleteTags'], ['*'], false],
    [['ec2:CreateTags'], ['arn:aws:ec2:*:*:Security-group/*'], false],
    [['ec2:CreateTags'], ['arn:aws:ec2:*:*:vpc/*'], false],
  ])('compares actions %j and resources %j: %s', (actions, resources, expected) => {
    expect(isAllowed([allow('Tag', actions, resources)], request)).toBe(expected);
  });

  it('is closed by default, and by one denial', () => {
    expect(isAllowed([], request)).toBe(false);
    const tagging = allow('Tag', ['ec2:*'], ['*']);
    expect(isAllowed([tagging, deny('Never', ['ec2:CreateTags'], [GROUP])], request)).toBe(false);
    expect(isAllowed([tagging, deny('Never', ['ec2:DeleteTags'], [GROUP])], request)).toBe(true);
  });

  it.each<[string, Condition, Record<string, string | string[]>, boolean]>([
    ['one of the values', { StringEquals: { 'ec2:CreateAction': ['A', 'B'] } }, { 'ec2:CreateAction': 'B' }, true],
    ['another value', { StringEquals: { 'ec2:CreateAction': 'A' } }, { 'ec2:CreateAction': 'B' }, false],
    ['no value', { StringEquals: { 'ec2:CreateAction': 'A' } }, {}, false],
    ['only one of two keys', { StringEquals: { a: '1', b: '1' } }, { a: '1', b: '2' }, false],
    ['a pattern', { ArnLike: { 'ec2:Vpc': 'arn:*:vpc/*' } }, { 'ec2:Vpc': 'arn:aws:ec2:r:1:vpc/vpc-1' }, true],
    ['a pattern that is none', { StringEquals: { a: 'v*' } }, { a: 'vpc' }, false],
    ['an absent key', { Null: { a: 'true' } }, {}, true],
    ['a present key', { Null: { a: 'true' } }, { a: '1' }, false],
    ['a demanded key', { Null: { a: 'false' } }, { a: '1' }, true],
    ['an absent key that need not be', { StringEqualsIfExists: { a: '1' } }, {}, true],
    ['another value of such a key', { StringEqualsIfExists: { a: '1' } }, { a: '2' }, false],
    ['one of several', { 'ForAnyValue:StringEquals': { a: 'x' } }, { a: ['x', 'y'] }, true],
    ['all of several', { 'ForAllValues:StringEquals': { a: 'x' } }, { a: ['x', 'y'] }, false],
    ['all of none', { 'ForAllValues:StringEquals': { a: 'x' } }, {}, true],
  ])('decides by condition: %s', (_what, condition, context, expected) => {
    expect(isAllowed(under(condition), { ...request, context })).toBe(expected);
  });

  it('rejects an operator that it does not know', () => {
    expect(() =>
      isAllowed(under({ IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } }), {
        ...request,
        context: { 'aws:SourceIp': '10.0.0.1' },
      }),
    ).toThrow('condition operator IpAddress is not known here');
  });
});
