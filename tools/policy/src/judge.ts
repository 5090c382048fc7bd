import type { Finding } from './finding';
import { matches } from './suppressions';
import type { Suppression } from './suppressions';

/** What is left when every suppression has been applied. */
export interface Judgement {
  readonly failed: readonly Finding[];
  readonly suppressed: readonly Finding[];
  /** Patterns that mean no finding any more, as `<check> <pattern>`. */
  readonly unused: readonly string[];
}

/** Holds findings against suppressions; both what is not suppressed and what suppresses nothing has to be mended. */
export function judge(findings: readonly Finding[], suppressions: readonly Suppression[]): Judgement {
  const means = (check: string, pattern: string, finding: Finding): boolean =>
    finding.check === check && matches(pattern, finding.resource);
  const isSuppressed = (finding: Finding): boolean =>
    suppressions.some(({ check, resources }) => resources.some((pattern) => means(check, pattern, finding)));
  return {
    failed: findings.filter((finding) => !isSuppressed(finding)),
    suppressed: findings.filter(isSuppressed),
    unused: suppressions.flatMap(({ check, resources }) =>
      resources
        .filter((pattern) => !findings.some((finding) => means(check, pattern, finding)))
        .map((pattern) => `${check} ${pattern}`),
    ),
  };
}
