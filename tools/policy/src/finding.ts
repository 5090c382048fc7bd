/** One check of checkov that one resource does not pass. */
export interface Finding {
  /** Id of the check, e.g. `CKV_AWS_150`. */
  readonly check: string;
  /** What the check wants, in checkov's words. */
  readonly wants: string;
  /** Construct path of the resource, which begins with its stack, e.g. `payments-ingress/nlb`. */
  readonly resource: string;
}
