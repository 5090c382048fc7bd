import type { MirrorResult } from './mirror-images';

/** True when every image is where it belongs. */
export function isMirrored(results: readonly MirrorResult[]): boolean {
  return results.every(({ status }) => status === 'present' || status === 'copied');
}

/** Says in a few lines what was done, what is not there, and why. */
export function renderMirror(results: readonly MirrorResult[]): string {
  const count = (status: MirrorResult['status']): number => results.filter((result) => result.status === status).length;
  const tenants = new Set(results.map(({ tenant }) => tenant)).size;
  const all = `${images(results.length)} of ${tenants === 1 ? '1 tenant' : `${tenants} tenants`}`;
  if (results.length === count('present')) return `${all}: all there, nothing to do.`;
  const counts = (['copied', 'present', 'missing', 'different', 'failed', 'not started'] as const)
    .filter((status) => count(status))
    .map((status) => `${count(status)} ${WORDS[status]}`);
  const missing = results.filter(({ status }) => status !== 'present' && status !== 'copied');
  return [
    `${all}: ${counts.join(', ')}.`,
    ...missing.map(({ tenant, image, target, reason }) => `  ✖ ${tenant}/${image}: ${target}: ${reason ?? ''}`),
  ].join('\n');
}

const WORDS: Readonly<Record<MirrorResult['status'], string>> = {
  copied: 'copied',
  present: 'there already',
  missing: 'missing',
  different: 'with another image',
  failed: 'failed',
  'not started': 'not started',
};

function images(count: number): string {
  return count === 1 ? '1 image' : `${count} images`;
}
