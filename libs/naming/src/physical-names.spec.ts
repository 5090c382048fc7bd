import fc from 'fast-check';
import { LONGEST_BALANCER_SUFFIX, NAME_RULES, nameProblem, physicalName } from './physical-names';
import type { NamedResource } from './physical-names';

const types = fc.constantFrom(...(Object.keys(NAME_RULES) as NamedResource[]));

describe('nameProblem', () => {
  it.each<[NamedResource, string]>([
    ['load balancer', 'a'.repeat(32)],
    ['target group', 'acme-payments-pods'],
    ['S3 bucket', 'acme-tfstate-111111111111-eu-central-1'],
    ['log group', '/aws/eks/acme-payments/cluster'],
    ['KMS alias', 'alias/acme-payments-secrets'],
  ])('accepts the %s name %s', (type, name) => {
    expect(nameProblem(type, name)).toBeUndefined();
  });

  it.each<[NamedResource, string, string]>([
    ['load balancer', 'a'.repeat(33), 'has 33 characters; expected at most 32'],
    ['load balancer', '-acme', 'expected ^[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?$'],
    ['target group', 'acme_pods', 'expected ^[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?$'],
    ['S3 bucket', 'Acme', 'expected ^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$'],
    ['IAM role', '', 'expected ^[\\w+=,.@-]+$'],
    ['KMS alias', 'acme', 'expected ^alias\\/[a-zA-Z0-9/_-]+$'],
  ])('rejects the %s name %j', (type, name, problem) => {
    expect(nameProblem(type, name)).toBe(problem);
  });
});

describe('physicalName', () => {
  it('joins its parts and never shortens them', () => {
    expect(physicalName('load balancer', 'acme', 'payments', 'nlb')).toBe('acme-payments-nlb');
  });

  it('rejects what AWS would refuse, with the name', () => {
    expect(() => physicalName('target group', 'acme', 'a'.repeat(28))).toThrow(
      new RangeError(`target group name "acme-${'a'.repeat(28)}" has 33 characters; expected at most 32`),
    );
  });

  it('returns a name that AWS takes, or throws', () => {
    fc.assert(
      fc.property(types, fc.array(fc.string(), { minLength: 1, maxLength: 4 }), (type, parts) => {
        const problem = nameProblem(type, parts.join('-'));
        if (problem) expect(() => physicalName(type, ...parts)).toThrow(RangeError);
        else expect(physicalName(type, ...parts)).toBe(parts.join('-'));
      }),
    );
  });
});

describe('LONGEST_BALANCER_SUFFIX', () => {
  it('leaves 27 characters for prefix and owner', () => {
    expect(NAME_RULES['target group'].maxLength - LONGEST_BALANCER_SUFFIX.length).toBe(27);
  });
});
