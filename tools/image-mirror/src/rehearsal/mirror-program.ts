import { Interrupts } from '@central-ingress/deployment';
import { mirrorImages } from '../mirror-images';
import type { MirrorRequest } from '../mirror-images';
import { parseUpstream } from '../upstream';

/** What this program is told, as JSON in its first argument. */
export interface MirrorOrder extends Omit<MirrorRequest, 'upstream'> {
  readonly from: readonly string[];
}

const interrupts = new Interrupts(() => {});
const { from, ...order } = JSON.parse(process.argv[2] ?? '') as MirrorOrder;

/** Mirrors in a process of its own, which a test can end in any way; prints the results. */
void mirrorImages({
  ...order,
  upstream: parseUpstream(from),
  signal: interrupts.signal,
  kill: interrupts.kill,
})
  .then((results) => process.stdout.write(JSON.stringify(results)))
  .finally(() => interrupts.dispose());
