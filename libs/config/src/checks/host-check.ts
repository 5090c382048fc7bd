import { hostFinding, hostName, LONGEST_CERTIFICATE_NAME } from '../hosts';
import { isInside } from '../lookup';
import type { ConfigProblem } from '../problems';
import { hostNamesOf, internetVpcDraftOf } from '../world-draft';
import type { TenantDraft, WorldDraft } from '../world-draft';

interface PlacedHost {
  readonly tenant: TenantDraft;
  readonly index: number;
  readonly name: string;
}

function pathOf({ index }: PlacedHost) {
  return ['exposure', 'hosts', index];
}

/** Hosts: a certificate for each, none twice in the world, none equal to another tenant's certificate name. */
export function hostProblems(world: WorldDraft): readonly ConfigProblem[] {
  const hosts = world.tenants.flatMap((tenant) => hostNamesOf(tenant).map((name, index) => ({ tenant, index, name })));
  return [
    ...world.tenants.flatMap((tenant) => certificateProblems(world, tenant)),
    ...repeatedHosts(hosts),
    ...fallbackProblems(world, hosts),
    ...sharedCertificates(world),
  ];
}

/** A listener has a certificate once: the tenant that is disconnected first would take it from the other. */
function sharedCertificates({ tenants }: WorldDraft): readonly ConfigProblem[] {
  const first = new Map<string, TenantDraft>();
  return tenants.flatMap((tenant) =>
    (tenant.exposure.hosts ?? []).flatMap((host, index) => {
      const arn = typeof host === 'string' ? undefined : host.certificateArn;
      if (!arn) return [];
      const key = `${tenant.exposure.internetVpc} ${arn}`;
      const earlier = first.get(key) ?? tenant;
      first.set(key, earlier);
      if (earlier === tenant) return [];
      const what = `is attached to the same ALB by ${earlier.source.file} already`;
      const rule = { expected: 'a certificate of one tenant', fix: 'Import or request it once more for this tenant' };
      return [tenant.source.problem(['exposure', 'hosts', index, 'certificateArn'], { what, ...rule })];
    }),
  );
}

function certificateProblems(world: WorldDraft, tenant: TenantDraft): readonly ConfigProblem[] {
  const domain = internetVpcDraftOf(world, tenant)?.fields.domain;
  const { source, exposure } = tenant;
  if (!domain) return [];
  return (exposure.hosts ?? []).flatMap((host, index) => {
    const finding = hostFinding(host, domain);
    return finding ? [source.problem(['exposure', 'hosts', index], finding, JSON.stringify(hostName(host)))] : [];
  });
}

function repeatedHosts(hosts: readonly PlacedHost[]): readonly ConfigProblem[] {
  const first = new Map<string, PlacedHost>();
  return hosts.flatMap((host) => {
    const earlier = first.get(host.name);
    if (!earlier) {
      first.set(host.name, host);
      return [];
    }
    const place = earlier.tenant === host.tenant ? `exposure.hosts[${earlier.index}]` : earlier.tenant.source.file;
    const rule = { expected: 'a host that no other line of the world has', fix: 'Remove it from one of the two' };
    const finding = { what: `is served by ${place} already`, ...rule };
    return [host.tenant.source.problem(pathOf(host), finding, JSON.stringify(host.name))];
  });
}

/** A tenant whose hosts all lie outside the domain gets an NLB certificate for `<connection>.<domain>`. */
function fallbackProblems(world: WorldDraft, hosts: readonly PlacedHost[]): readonly ConfigProblem[] {
  const byName = new Map(hosts.map((host) => [host.name, host]));
  return world.tenants.flatMap((tenant) => {
    const domain = internetVpcDraftOf(world, tenant)?.fields.domain;
    const { connectionName } = tenant.fields;
    const own = tenant.exposure.hosts?.map(hostName);
    if (!domain || !connectionName || !own || own.some((name) => isInside(name, domain))) return [];
    const fallback = `${connectionName}.${domain}`;
    const taken = byName.get(fallback);
    const found = [];
    if (taken) {
      const what = `is the name on the NLB certificate of ${tenant.source.file}, whose hosts all lie outside ${domain}`;
      const rule = { expected: 'a host of no other tenant', fix: 'Choose another host, or rename that connection' };
      found.push(taken.tenant.source.problem(pathOf(taken), { what, ...rule }, JSON.stringify(fallback)));
    }
    if (fallback.length > LONGEST_CERTIFICATE_NAME) {
      const what = `makes a certificate name of ${fallback.length} characters`;
      const rule = { expected: `at most ${LONGEST_CERTIFICATE_NAME} characters`, fix: 'Shorten the connection name' };
      found.push(tenant.source.problem(['connectionName'], { what, ...rule }, JSON.stringify(fallback)));
    }
    return found;
  });
}
