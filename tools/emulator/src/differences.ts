/** A change that Terraform plans after an apply only because the emulator answers otherwise than AWS. */
export interface EmulatorDifference {
  /** Resource type, e.g. `aws_lb`. */
  readonly resource: string;
  /** Top-level attribute or block of the resource. */
  readonly attribute: string;
  /** What the emulator does, and what AWS does. */
  readonly reason: string;
}

/** Every difference that is known; the demo and its test fail on any other. */
export const EMULATOR_DIFFERENCES: readonly EmulatorDifference[] = [];
