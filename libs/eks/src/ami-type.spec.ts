import { amiTypeOf } from './ami-type';

describe('amiTypeOf', () => {
  it.each([
    ['m6i.large', 'AL2023_x86_64_STANDARD'],
    ['t3.medium', 'AL2023_x86_64_STANDARD'],
    ['g4dn.xlarge', 'AL2023_x86_64_STANDARD'],
    ['gr6.4xlarge', 'AL2023_x86_64_STANDARD'],
    ['m7g.large', 'AL2023_ARM_64_STANDARD'],
    ['c6gn.large', 'AL2023_ARM_64_STANDARD'],
    ['g5g.xlarge', 'AL2023_ARM_64_STANDARD'],
    ['x2gd.medium', 'AL2023_ARM_64_STANDARD'],
    ['a1.large', 'AL2023_ARM_64_STANDARD'],
  ])('runs %s on %s', (instanceType, amiType) => {
    expect(amiTypeOf([instanceType])).toBe(amiType);
  });

  it('runs several types of one processor on one image', () => {
    expect(amiTypeOf(['m6i.large', 'm5.large'])).toBe('AL2023_x86_64_STANDARD');
  });

  it('rejects a group of both processors', () => {
    expect(() => amiTypeOf(['m6i.large', 'm7g.large'])).toThrow(
      'instance types m6i.large, m7g.large mix ARM and x86; a node group has one of them',
    );
  });
});
