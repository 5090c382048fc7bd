import type { Finding, Hop, TenantVerification, Verdict } from './verification';

const MARKS: Readonly<Record<Verdict, string>> = { ok: '✔', warn: '!', fail: '✖', skipped: '·' };
const PLANES = { control: 'what the AWS APIs say', data: 'what clients see from here' } as const;
const NAME_WIDTH = 20;
const INDENT = ' '.repeat(NAME_WIDTH + 5);

/** Renders a tenant's hops as a request travels; whatever is not as it must be has its own line and its likely fix. */
export function renderVerification({ tenant, internetVpc, counts, hops }: TenantVerification): string {
  const sections = (['control', 'data'] as const).flatMap((plane) => {
    const ofPlane = hops.filter((hop) => hop.plane === plane);
    return ofPlane.length ? [`  ${PLANES[plane]}`, ...ofPlane.flatMap(hopLines)] : [];
  });
  const summary = `${counts.ok} ok, ${counts.warn} to look at, ${counts.fail} failed, ${counts.skipped} skipped`;
  const way = internetVpc ? `through ${internetVpc}` : 'by an NLB of its own';
  return [`${tenant}, ${way}: ${summary}`, ...sections].join('\n');
}

function hopLines({ name, subject, verdict, findings }: Hop): readonly string[] {
  const fine = findings.filter((finding) => finding.verdict === 'ok').map(({ what }) => what);
  const rest = findings.filter((finding) => finding.verdict !== 'ok');
  const head = `  ${MARKS[verdict]} ${name.padEnd(NAME_WIDTH)} ${subject}${fine.length ? `: ${fine.join('; ')}` : ''}`;
  return [head.trimEnd(), ...rest.flatMap(findingLines)];
}

function findingLines({ verdict, what, fix }: Finding): readonly string[] {
  const line = `${INDENT}${MARKS[verdict]} ${verdict === 'skipped' ? 'skipped: ' : ''}${what}`;
  return fix ? [line, `${INDENT}  likely fix: ${fix}`] : [line];
}
