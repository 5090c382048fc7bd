import type { ConfigProblem } from '../problems';
import type { WorldDraft } from '../world-draft';

/** A second certificate needs the secret that holds it, and a secret somebody who reads it. */
export function inClusterTlsProblems({ tenants }: WorldDraft): readonly ConfigProblem[] {
  return tenants.flatMap(({ source, fields: { inClusterTls, inClusterTlsSecret } }) => {
    if (inClusterTls === true && source.valueAt(['inClusterTlsSecret']) === undefined) {
      const what = 'is on, and no secret holds its certificate';
      const expected = "inClusterTlsSecret, a TLS secret in the ingress controller's namespace";
      return [source.problem(['inClusterTls'], { what, expected, fix: 'Add inClusterTlsSecret: <secret>' })];
    }
    if (inClusterTls === false && inClusterTlsSecret) {
      const what = 'names a secret that nothing reads';
      const fix = 'Write inClusterTls: true, or remove it';
      return [source.problem(['inClusterTlsSecret'], { what, expected: 'inClusterTls: true beside it', fix })];
    }
    return [];
  });
}
