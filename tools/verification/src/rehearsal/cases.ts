import { judgeControlPlane } from '../judging/control-plane';
import { found } from '../reading/reading';
import type { Reading } from '../reading/reading';
import type { RequestPathReadings } from '../reading/request-path';
import type { Verdict } from '../verification';
import { healthyPath, paymentsExpectation } from './healthy-path';

/** What the APIs say. */
export type Path = RequestPathReadings;

/** Hop, verdict, what is told of it, and what is other than healthy. */
export type Case = readonly [string, Verdict, string, (path: Path) => Partial<Path>];

/** A reading whose value has some fields other than they were. @throws RangeError when there is no value */
export function amend<T extends object>(reading: Reading<T>, change: Partial<T>): Reading<T> {
  if (reading.state !== 'found') throw new RangeError('nothing to amend');
  return found({ ...reading.value, ...change });
}

/** One test per case: the hop has the verdict for this reason, and a fix exactly where something is to be fixed. */
export function itJudges(cases: readonly Case[]): void {
  it.each(cases)('%s: %s: %s', (name, verdict, what, change) => {
    const path = { ...healthyPath(), ...change(healthyPath()) };
    const hop = judgeControlPlane(path, paymentsExpectation()).find((each) => each.name === name);
    expect([hop?.verdict, hop?.findings.filter((each) => each.verdict === verdict).map((each) => each.what)]).toEqual([
      verdict,
      expect.arrayContaining([what]),
    ]);
    for (const finding of hop?.findings ?? []) {
      expect([finding.what, Boolean(finding.fix)]).toEqual([finding.what, ['warn', 'fail'].includes(finding.verdict)]);
    }
  });
}
