import type { CertificateUse, KubernetesService } from '@central-ingress/network-model';
import { proveCertificate } from './certificate-proof';
import type { ProvenCertificate } from './certificate-proof';
import { addonsStack, tlsPorts } from './direct-walk';
import type { DirectWalk } from './direct-walk';
import { finding } from './finding';
import type { Finding } from './finding';
import { certificateCovers } from './names';
import { blocked, step, unproven } from './report';
import type { Step } from './report';

/** Where the NLB ends TLS it shows an issued certificate of the tenant's ingress stack that names the host. */
export function certificateHop(walk: DirectWalk): Step {
  const { model, host, trail } = walk;
  const { service } = trail;
  if (!service) return blocked('certificate', addonsStack(walk), 'there is no Service');
  const ports = tlsPorts(service);
  if (!ports.length) return step('certificate', service, 'none: the NLB ends no TLS');
  const { label, certificates } = service;
  if (!certificates.length) {
    const wrong = finding('certificate-missing', service, { label, ports: ports.join(', ') });
    return step('certificate', service, 'none', [wrong]);
  }
  const uses = certificates.map((use) => ({ use, proof: proveCertificate(model, use) }));
  const found = uses.flatMap(({ use, proof }) => useFindings(walk, service, use, proof));
  const proofs = uses.flatMap(({ proof }) => proof ?? []);
  const covering = proofs.filter(({ names }) => names.some((name) => certificateCovers(name, host)));
  const given = certificates.find(({ givenArn }) => givenArn)?.givenArn;
  if (!covering.length && !given) {
    const names = proofs.flatMap((proof) => proof.names).join(', ') || 'nothing';
    found.push(finding('certificate-host', service, { label, host, names }));
  }
  found.push(...issueFindings(walk, service, covering));
  if (given && !covering.length && !found.length) {
    return unproven('certificate', service, `${given} is given: its names are not known here`);
  }
  return step('certificate', service, `issued, for ${host}`, found);
}

/** The certificate is the tenant's own, and lies where the NLB is. */
function useFindings(
  walk: DirectWalk,
  service: KubernetesService,
  use: CertificateUse,
  proof: ProvenCertificate | undefined,
): readonly Finding[] {
  const { model, tenant, hostOwners } = walk;
  const { label } = service;
  const { account, region } = model.stacks.get(service.stack) ?? {};
  if (!proof) return [finding('certificate-unknown', service, { label })];
  if (use.givenArn) {
    const [, , , arnRegion, arnAccount] = use.givenArn.split(':');
    const isHere = arnRegion === region && arnAccount === account;
    const expected = `${account ?? '?'} in ${region ?? '?'}`;
    return isHere ? [] : [finding('certificate-account', service, { arn: use.givenArn, expected })];
  }
  const key = use.validation ?? use.certificate ?? '';
  const stack = key.slice(0, key.indexOf('/'));
  const expected = `${tenant.name}-ingress`;
  if (stack !== expected) return [finding('certificate-foreign', service, { label, stack, expected })];
  return proof.names.flatMap((name) => {
    const owners = hostOwners.get(name) ?? [];
    const other = owners.find((owner) => owner !== tenant.name);
    return other ? [finding('certificate-names', service, { tenant: tenant.name, name, other })] : [];
  });
}

function issueFindings(
  { model, host }: DirectWalk,
  service: KubernetesService,
  covering: readonly ProvenCertificate[],
): readonly Finding[] {
  const best = covering.find(({ awaited, unproven: names }) => awaited && !names.length) ?? covering[0];
  if (!best) return [];
  if (!best.awaited) return [finding('certificate-pending', service, { host })];
  const at = (best.use.validation ? model.resources.get(best.use.validation) : undefined) ?? service;
  return best.unproven.map((name) => finding('certificate-unproven', at, { name }));
}
