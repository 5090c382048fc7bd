import type { Judgement } from './judge';
import { SUPPRESSIONS } from './suppressions';

/** What the policy check saw. */
export interface PolicyReport extends Judgement {
  /** Checks that a resource passed. */
  readonly passed: number;
}

/** The report for a person: what has to be mended, and one line of figures. */
export function reportText({ failed, suppressed, unused, passed }: PolicyReport): string {
  const lines = [
    ...failed.map(
      ({ check, wants, resource }) => `${resource}: ${check}: ${wants}. Mend it, or give a reason in ${SUPPRESSIONS}.`,
    ),
    ...unused.map((pattern) => `${SUPPRESSIONS}: ${pattern}: suppresses nothing any more. Remove it.`),
    `policy: ${passed} passed, ${failed.length} failed, ${suppressed.length} suppressed with a reason`,
  ];
  return lines.join('\n');
}
