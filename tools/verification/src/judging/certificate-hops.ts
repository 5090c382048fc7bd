import type { CertificateDetail } from '@aws-sdk/client-acm';
import { endpointCertificateNames } from '@central-ingress/config';
import type { Reading } from '../reading/reading';
import { hop } from '../verification';
import type { Finding, Hop } from '../verification';
import type { Expectation } from './expectation';
import { hostNames, hostsInShort } from './expectation';
import { fail, judge, ok, warn } from './findings';

/** Days before its end at which ACM must have renewed a certificate: it begins 60 days before. */
export const EXPIRY_MARGIN_DAYS = 30;
const DAY_MILLISECONDS = 24 * 60 * 60 * 1000;

/** Whole days from now until an end; negative when it has passed. */
export function daysLeft(end: Date, now: Date): number {
  return Math.floor((end.getTime() - now.getTime()) / DAY_MILLISECONDS);
}

/** Whether a certificate's name, which may be `*.<domain>`, stands for a host. */
export function coversHost(name: string, host: string): boolean {
  const [certified, wanted] = [name.toLowerCase(), host.toLowerCase()];
  return (
    certified === wanted || (certified.startsWith('*.') && wanted.split('.').slice(1).join('.') === certified.slice(2))
  );
}

/** The certificates of the ALB: each host has one that is issued and lasts. */
export function certificateHop(certificates: Reading<readonly CertificateDetail[]>, expected: Expectation): Hop {
  const { connect, deployVpc, now } = expected;
  const findings = judge(certificates, `${deployVpc}.`, (all) =>
    judgeNames(hostNames(expected), all, now, fail, `${connect}.`),
  );
  return hop('control', 'certificate', hostsInShort(expected), findings);
}

/** The certificate of the NLB, which the ALB does not check: what is wrong with it stops no request. */
export function nlbCertificateHop(certificates: Reading<readonly CertificateDetail[]>, expected: Expectation): Hop {
  const { deployTenant, tenant, vpc, now } = expected;
  const findings = judge(certificates, `${deployTenant}.`, (all) =>
    judgeNames(endpointCertificateNames(tenant, vpc), all, now, warn, `${deployTenant}.`),
  );
  return hop('control', 'NLB certificate', `for ${tenant.connectionName}`, findings);
}

type Problem = (what: string, fix: string) => Finding;

/** Takes for each name the certificate that lasts longest, and judges each certificate once. */
export function judgeNames(
  names: readonly string[],
  all: readonly CertificateDetail[],
  now: Date,
  problem: Problem,
  fix: string,
): readonly Finding[] {
  const used = new Map<CertificateDetail, string[]>();
  const uncovered: Finding[] = [];
  for (const name of names) {
    const best = longestFor(name, all);
    if (best) used.set(best, [...(used.get(best) ?? []), name]);
    else uncovered.push(problem(`no certificate of the listener has the name ${name}`, fix));
  }
  return [...uncovered, ...[...used].map(([certificate, hosts]) => judgeCertificate(certificate, hosts, now, problem))];
}

function longestFor(host: string, all: readonly CertificateDetail[]): CertificateDetail | undefined {
  const end = ({ Status, NotAfter }: CertificateDetail) => (Status === 'ISSUED' ? (NotAfter?.getTime() ?? 0) : -1);
  return all
    .filter(({ DomainName = '', SubjectAlternativeNames = [] }) =>
      [DomainName, ...SubjectAlternativeNames].some((name) => coversHost(name, host)),
    )
    .sort((a, b) => end(b) - end(a))[0];
}

function judgeCertificate(
  certificate: CertificateDetail,
  hosts: readonly string[],
  now: Date,
  problem: Problem,
): Finding {
  const { DomainName, Status, Type, NotAfter, FailureReason, RenewalSummary } = certificate;
  const name = `${DomainName} (for ${hosts.join(', ')})`;
  if (Status !== 'ISSUED' && Status !== 'EXPIRED') {
    const reason = FailureReason ? `, ${FailureReason}` : '';
    return problem(
      `${name} is ${Status}${reason}; expected ISSUED`,
      "Check that the validation record resolves from the internet: the zone's delegation, or a CAA record.",
    );
  }
  if (!NotAfter) return problem(`${name} has no end`, 'Look at the certificate in ACM.');
  const days = daysLeft(NotAfter, now);
  if (Status === 'ISSUED' && days > EXPIRY_MARGIN_DAYS) return ok(`${name} issued, ${days} days left`);
  const renewal = RenewalSummary?.RenewalStatus ? `, renewal ${RenewalSummary.RenewalStatus}` : '';
  const when = days < 0 ? `expired ${-days} days ago` : `expires in ${days} days`;
  return problem(
    `${name} ${when}${renewal}; expected more than ${EXPIRY_MARGIN_DAYS} days`,
    Type === 'IMPORTED'
      ? 'Import its successor into the same certificate in ACM.'
      : 'ACM renews by itself while the validation record resolves: put the CNAME that ACM shows back into the zone.',
  );
}
