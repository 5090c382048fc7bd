import { isArm } from '@central-ingress/config';

/** Amazon Linux 2023 image of a managed node group, by processor. */
export type AmiType = 'AL2023_x86_64_STANDARD' | 'AL2023_ARM_64_STANDARD';

/**
 * The image that a node group's instance types run, e.g. the ARM one for `m7g.large`.
 * @throws RangeError when the types need different images: one group has one image.
 */
export function amiTypeOf(instanceTypes: readonly string[]): AmiType {
  const arm = instanceTypes.filter(isArm);
  if (arm.length > 0 && arm.length < instanceTypes.length) {
    throw new RangeError(`instance types ${instanceTypes.join(', ')} mix ARM and x86; a node group has one of them`);
  }
  return arm.length ? 'AL2023_ARM_64_STANDARD' : 'AL2023_x86_64_STANDARD';
}
