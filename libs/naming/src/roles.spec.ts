import fc from 'fast-check';
import { nameProblem } from './physical-names';
import {
  boundaryPolicyArn,
  boundaryPolicyName,
  CENTRAL_DUTIES,
  centralRoleName,
  deployerBoundaryPolicyArn,
  deployerBoundaryPolicyName,
  flowLogsRoleName,
  iamPath,
  registrarRoleName,
  roleArn,
  SERVICE_DUTIES,
  serviceRoleName,
} from './roles';
import { stateBucketName } from './state';
import { tenantRoleNames } from './tenant-role-names';

const prefixes = fc.stringMatching(/^[a-z][a-z0-9]{0,10}[a-z0-9]$/);
const owners = fc.stringMatching(/^[a-z][a-z0-9]{1,18}[a-z0-9]$/);

describe('names of roles and policies', () => {
  it.each([
    [iamPath('acme'), '/acme/'],
    [centralRoleName('acme', 'connection'), 'acme-connection-role'],
    [serviceRoleName('acme', 'payments', 'ingress'), 'acme-payments-ingress-role'],
    [registrarRoleName('acme', 'payments'), 'acme-payments-registrar-role'],
    [flowLogsRoleName('acme', 'main'), 'acme-main-flow-logs-role'],
    [roleArn('111111111111', 'acme', 'acme-alb-role'), 'arn:aws:iam::111111111111:role/acme/acme-alb-role'],
    [boundaryPolicyName('acme', 'central'), 'acme-central-boundary'],
    [
      boundaryPolicyArn('222222222222', 'acme', 'payments'),
      'arn:aws:iam::222222222222:policy/acme/acme-payments-boundary',
    ],
    [deployerBoundaryPolicyName('acme', 'central'), 'acme-central-boundary-deployers'],
    [
      deployerBoundaryPolicyArn('222222222222', 'acme', 'payments'),
      'arn:aws:iam::222222222222:policy/acme/acme-payments-boundary-deployers',
    ],
  ])('are %s', (name, expected) => {
    expect(name).toBe(expected);
  });

  it('fit IAM for every prefix and owner that configuration allows', () => {
    fc.assert(
      fc.property(prefixes, owners, (prefix, owner) => {
        const roles = [
          ...CENTRAL_DUTIES.map((duty) => centralRoleName(prefix, duty)),
          ...SERVICE_DUTIES.map((duty) => serviceRoleName(prefix, owner, duty)),
          registrarRoleName(prefix, owner),
          flowLogsRoleName(prefix, owner),
        ];
        expect(roles.flatMap((name) => nameProblem('IAM role', name) ?? [])).toEqual([]);
        expect(new Set(roles).size).toBe(roles.length);
      }),
    );
  });
});

describe('tenantRoleNames', () => {
  it('names each role of a tenant once', () => {
    const duties = ['addons', 'cluster', 'ingress', 'network'];
    const uses = ['eks-cluster', 'eks-load-balancer', 'eks-node', 'eks-vpc-cni', 'flow-logs'];
    expect([...tenantRoleNames('acme', 'payments')].sort()).toEqual(
      [...duties, ...uses].sort().map((name) => `acme-payments-${name}-role`),
    );
  });

  it('shows where two tenants meet', () => {
    const other = new Set(tenantRoleNames('acme', 'payments-eks'));
    expect(tenantRoleNames('acme', 'payments').filter((name) => other.has(name))).toEqual([
      'acme-payments-eks-cluster-role',
    ]);
  });
});

describe('stateBucketName', () => {
  it('carries account and region, as bucket names are shared by all of AWS', () => {
    expect(stateBucketName('acme', '111111111111', 'eu-central-1')).toBe('acme-tfstate-111111111111-eu-central-1');
  });

  it('fits S3 for every prefix and the longest region', () => {
    fc.assert(
      fc.property(prefixes, (prefix) => {
        const name = stateBucketName(prefix, '111111111111', 'ap-southeast-1');
        expect(nameProblem('S3 bucket', name)).toBeUndefined();
      }),
    );
  });
});
