import { Progress } from './progress';

describe('Progress', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('counts what ended and, when nothing happens, says what Terraform is waiting for', () => {
    const lines: string[] = [];
    const progress = new Progress(12, (line) => lines.push(line));
    progress.on({ type: 'started', stack: 'payments-cluster' });
    progress.onLine(
      'payments-cluster',
      'payments-cluster  \u001b[1maws_eks_cluster.main (eks/main): Destroying... [id=acme-payments]',
    );
    progress.onLine('payments-cluster', 'payments-cluster  a line of a plan');
    jest.advanceTimersByTime(15_000);
    progress.on({ type: 'ended', result: { stack: 'payments-cluster', status: 'done', seconds: 15.04 } });
    progress.on({ type: 'ended', result: { stack: 'a', status: 'failed', seconds: 2, reason: 'x' } });
    progress.on({ type: 'ended', result: { stack: 'b', status: 'not started', seconds: 0, reason: 'a failed' } });
    progress.stop();
    jest.advanceTimersByTime(60_000);
    expect(lines).toEqual([
      '[ 0/12] ▶ payments-cluster',
      '[ 0/12] … payments-cluster 15 s aws_eks_cluster.main (eks/main): Destroying...',
      '[ 1/12] ✔ payments-cluster 15.0 s',
      '[ 2/12] ✖ a failed after 2.0 s',
      '[ 3/12] · b not started: a failed',
    ]);
  });
});
