import { nameProblem, physicalName } from './physical-names';
import { nlbName, podsTargetGroupName } from './tenant-names';
import { tightInternetVpcNames, tightTenantNames } from './tight-names';

describe('tightTenantNames', () => {
  it('lists the names that the stacks of a tenant give', () => {
    expect(tightTenantNames('acme', 'payments')).toEqual([
      { type: 'load balancer', name: nlbName('acme', 'payments'), maxLength: 32 },
      { type: 'target group', name: podsTargetGroupName('acme', 'payments'), maxLength: 32 },
    ]);
  });

  it('lists a name that is too long instead of throwing, so that the file can be named', () => {
    const problems = tightTenantNames('acme', 'a'.repeat(22)).map(({ type, name }) => nameProblem(type, name));
    expect(problems).toEqual([undefined, undefined]);
    const longer = tightTenantNames('acme', 'a'.repeat(24)).map(({ type, name }) => nameProblem(type, name));
    expect(longer).toEqual(['has 33 characters; expected at most 32', 'has 34 characters; expected at most 32']);
  });
});

describe('tightInternetVpcNames', () => {
  it('lists the names that the stacks of an internet VPC give', () => {
    expect(tightInternetVpcNames('acme', 'main')).toEqual([
      { type: 'load balancer', name: physicalName('load balancer', 'acme', 'main', 'alb'), maxLength: 32 },
    ]);
  });
});
