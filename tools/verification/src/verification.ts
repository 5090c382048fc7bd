/** How one thing stands: as it must, so that somebody should look, broken, or not looked at. */
export type Verdict = 'ok' | 'warn' | 'fail' | 'skipped';

/** Where a hop is looked at: through the AWS APIs, or with requests from where the command runs. */
export type Plane = 'control' | 'data';

/** One fact about a hop. */
export interface Finding {
  readonly verdict: Verdict;
  /** What is so, or why it was not looked at. */
  readonly what: string;
  /** Likely fix of what is not as it must be. */
  readonly fix?: string;
}

/** One step of a request's way, with all that was found there. */
export interface Hop {
  readonly plane: Plane;
  /** Word for the step, the same in every run, e.g. `HTTPS listener`. */
  readonly name: string;
  /** Name of the thing itself, e.g. `acme-main-alb`. */
  readonly subject: string;
  /** The gravest of its findings: fail, warn, skipped, ok. */
  readonly verdict: Verdict;
  readonly findings: readonly Finding[];
}

/** All hops of one tenant, as a request travels. */
export interface TenantVerification {
  readonly tenant: string;
  /** Internet VPC that leads to it; none for a direct tenant, which has an NLB of its own. */
  readonly internetVpc?: string;
  readonly counts: Readonly<Record<Verdict, number>>;
  readonly hops: readonly Hop[];
}

const GRAVITY: readonly Verdict[] = ['fail', 'warn', 'skipped', 'ok'];

/** Puts the findings of one hop together; what several hosts have in common is told once. */
export function hop(plane: Plane, name: string, subject: string, found: readonly Finding[]): Hop {
  const findings = found.filter(
    (finding, index) =>
      found.findIndex(({ verdict, what }) => verdict === finding.verdict && what === finding.what) === index,
  );
  const verdict = GRAVITY.find((grave) => findings.some((finding) => finding.verdict === grave)) ?? 'skipped';
  return { plane, name, subject, verdict, findings };
}

/** Counts hops by their verdict. */
export function countVerdicts(hops: readonly Hop[]): Readonly<Record<Verdict, number>> {
  const count = (verdict: Verdict) => hops.filter((each) => each.verdict === verdict).length;
  return { ok: count('ok'), warn: count('warn'), fail: count('fail'), skipped: count('skipped') };
}
