import { boundaryGuard, roleCreation } from './role-creation';

const roleArns = ['arn:aws:iam::111111111111:role/acme/*-registrar-role'];
const boundaryArn = 'arn:aws:iam::111111111111:policy/acme/acme-central-boundary';

describe('roleCreation', () => {
  const plain = roleCreation({ roleArns, boundaryArn });

  it('creates a role and writes its policy only under the boundary', () => {
    expect(plain[0]).toStrictEqual({
      Sid: 'CreateBoundedRoles',
      Effect: 'Allow',
      Action: ['iam:CreateRole', 'iam:DeleteRolePolicy', 'iam:PutRolePermissionsBoundary', 'iam:PutRolePolicy'],
      Resource: roleArns,
      Condition: { StringEquals: { 'iam:PermissionsBoundary': boundaryArn } },
    });
  });

  it('reaches no other role', () => {
    expect(plain.map(({ Resource }) => Resource)).toStrictEqual([roleArns, roleArns]);
  });

  it('neither attaches a policy nor passes a role unless asked to', () => {
    const actions = plain.flatMap(({ Action }) => Action);
    expect(actions.filter((action) => /Attach(?!ed)|PassRole/.test(action))).toStrictEqual([]);
  });

  it('attaches only the named policies, and passes only to the named services', () => {
    const named = 'arn:aws:iam::aws:policy/AmazonEKSClusterPolicy';
    const statements = roleCreation({
      roleArns,
      boundaryArn,
      attachablePolicyArns: [named],
      passedTo: ['eks.amazonaws.com'],
    });
    expect(statements.slice(2)).toStrictEqual([
      {
        Sid: 'AttachNamedPolicies',
        Effect: 'Allow',
        Action: ['iam:AttachRolePolicy', 'iam:DetachRolePolicy'],
        Resource: roleArns,
        Condition: {
          StringEquals: { 'iam:PermissionsBoundary': boundaryArn },
          ArnEquals: { 'iam:PolicyARN': [named] },
        },
      },
      {
        Sid: 'PassBoundedRoles',
        Effect: 'Allow',
        Action: ['iam:PassRole'],
        Resource: roleArns,
        Condition: { StringEquals: { 'iam:PassedToService': ['eks.amazonaws.com'] } },
      },
    ]);
  });
});

describe('boundaryGuard', () => {
  it('denies lifting any boundary and rewriting the given ones', () => {
    expect(boundaryGuard([boundaryArn])).toStrictEqual([
      {
        Sid: 'NeverLiftABoundary',
        Effect: 'Deny',
        Action: ['iam:DeleteRolePermissionsBoundary', 'iam:DeleteUserPermissionsBoundary'],
        Resource: ['*'],
      },
      {
        Sid: 'NeverRewriteABoundary',
        Effect: 'Deny',
        Action: [
          'iam:CreatePolicy',
          'iam:CreatePolicyVersion',
          'iam:DeletePolicy',
          'iam:DeletePolicyVersion',
          'iam:SetDefaultPolicyVersion',
        ],
        Resource: [boundaryArn],
      },
    ]);
  });
});
