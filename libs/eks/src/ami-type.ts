/** Amazon Linux 2023 image of a managed node group, by processor. */
export type AmiType = 'AL2023_x86_64_STANDARD' | 'AL2023_ARM_64_STANDARD';

/** A `g` after the generation's digits, as in `m7g` or `c6gn`, is a Graviton processor; `a1` is the first of them. */
const GRAVITON = /^(?:a1|[a-z]+[0-9]+g[a-z]*)\./;

/**
 * The image that a node group's instance types run, e.g. the ARM one for `m7g.large`.
 * @throws RangeError when the types need different images: one group has one image.
 * @source EC2 instance type naming conventions
 */
export function amiTypeOf(instanceTypes: readonly string[]): AmiType {
  const arm = instanceTypes.filter((type) => GRAVITON.test(type));
  if (arm.length > 0 && arm.length < instanceTypes.length) {
    throw new RangeError(`instance types ${instanceTypes.join(', ')} mix ARM and x86; a node group has one of them`);
  }
  return arm.length ? 'AL2023_ARM_64_STANDARD' : 'AL2023_x86_64_STANDARD';
}
