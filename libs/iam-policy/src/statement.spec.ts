import { allow, deny, policyDocument, trust } from './statement';

describe('allow', () => {
  it('leaves the condition out when there is none', () => {
    expect(allow('Read', ['s3:GetObject'], ['arn:aws:s3:::bucket/key'])).toStrictEqual({
      Sid: 'Read',
      Effect: 'Allow',
      Action: ['s3:GetObject'],
      Resource: ['arn:aws:s3:::bucket/key'],
    });
  });

  it('carries its condition', () => {
    const condition = { StringEquals: { 'aws:SourceAccount': '111111111111' } };
    expect(allow('Read', ['s3:GetObject'], ['*'], condition).Condition).toStrictEqual(condition);
  });
});

describe('deny', () => {
  it('denies', () => {
    expect(deny('Never', ['iam:*'], ['*'])).toStrictEqual({
      Sid: 'Never',
      Effect: 'Deny',
      Action: ['iam:*'],
      Resource: ['*'],
    });
  });
});

describe('trust', () => {
  it('names a principal and no resource', () => {
    expect(trust('Nodes', { Service: ['ec2.amazonaws.com'] })).toStrictEqual({
      Sid: 'Nodes',
      Effect: 'Allow',
      Action: ['sts:AssumeRole'],
      Principal: { Service: ['ec2.amazonaws.com'] },
    });
  });
});

describe('policyDocument', () => {
  it('is JSON of the policy language of 2012', () => {
    expect(JSON.parse(policyDocument([deny('Never', ['iam:*'], ['*'])]))).toStrictEqual({
      Version: '2012-10-17',
      Statement: [{ Sid: 'Never', Effect: 'Deny', Action: ['iam:*'], Resource: ['*'] }],
    });
  });
});
