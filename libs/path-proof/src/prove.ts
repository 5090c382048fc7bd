import type { NetworkModel } from '@central-ingress/network-model';
import { finding } from './finding';
import type { Finding } from './finding';
import type { GuardContext, TenantGuard, WorldGuard } from './guard';
import { awsApisGuard } from './guard-aws-apis';
import { bucketsGuard } from './guard-buckets';
import { clusterGuard } from './guard-cluster';
import { firewallGuard } from './guard-firewall';
import { isolationGuard } from './guard-isolation';
import { modelGuard } from './guard-model';
import { openToWorldGuard } from './guard-open-to-world';
import { principalsGuard } from './guard-principals';
import { rightsGuard } from './guard-rights';
import { stateGuard } from './guard-state';
import { trustGuard } from './guard-trust';
import { albHop } from './hop-alb';
import { albToEndpointHop } from './hop-alb-to-endpoint';
import { attachmentsHop } from './hop-attachments';
import { bindingHop } from './hop-binding';
import { endpointHop, principalHop } from './hop-endpoint';
import { listenerHop } from './hop-listener';
import { nlbHop, nlbListenerHop } from './hop-nlb';
import { podsHop } from './hop-pods';
import { recordHop } from './hop-record';
import { ruleHop } from './hop-rule';
import { targetGroupHop } from './hop-target-group';
import { zonesHop } from './hop-zones';
import { step } from './report';
import type { Hop, HostProof, ProofReport, Step, TenantProof } from './report';
import { findTenants, tenantOfStack } from './tenants';
import type { Tenant } from './tenants';
import type { Walk } from './walk';
import { indexWorld } from './world-index';

/** How each hop is walked; a request takes them in this order. */
const WALKS: Readonly<Record<Hop, (walk: Walk) => Step>> = {
  record: recordHop,
  alb: albHop,
  listener: listenerHop,
  rule: ruleHop,
  'target-group': targetGroupHop,
  attachments: attachmentsHop,
  'alb-to-endpoint': albToEndpointHop,
  endpoint: endpointHop,
  principal: principalHop,
  zones: zonesHop,
  nlb: nlbHop,
  'nlb-listener': nlbListenerHop,
  pods: podsHop,
  binding: bindingHop,
};

const TENANT_GUARDS: readonly TenantGuard[] = [isolationGuard, awsApisGuard];
const WORLD_GUARDS: readonly WorldGuard[] = [
  modelGuard,
  clusterGuard,
  openToWorldGuard,
  principalsGuard,
  trustGuard,
  rightsGuard,
  firewallGuard,
  bucketsGuard,
  stateGuard,
];
/** Guards that say nothing of what a tenant has, or of what is shared. */
const SHARED_ONLY = new Set(['firewall', 'buckets']);
const TENANT_ONLY = new Set(['cluster']);

/** Walks every host of every tenant from its DNS name to the pods, and checks what must hold beside the paths. */
export function proveWorld(model: NetworkModel): ProofReport {
  const tenants = findTenants(model);
  const names = new Set(tenants.map(({ name }) => name));
  const hostOwners = new Map<string, string[]>();
  for (const { name, hosts } of tenants) {
    for (const host of hosts) hostOwners.set(host, [...(hostOwners.get(host) ?? []), name]);
  }
  const context: GuardContext = { model, index: indexWorld(model), hostOwners, names };
  const byOwner = WORLD_GUARDS.map((guard) => ({ guard, findings: groupByOwner(guard.check(context), names) }));
  const guardSteps = (owner: string | undefined): readonly Step[] =>
    byOwner.flatMap(({ guard: { name, says }, findings }) => {
      const skipped = (owner ? SHARED_ONLY : TENANT_ONLY).has(name);
      const own = findings.get(owner) ?? [];
      return skipped && !own.length ? [] : [guardStep(name, says, own)];
    });

  const proofs = tenants.map((tenant): TenantProof => {
    const hosts = tenant.hosts.map((host) => ({
      host,
      steps: walkHost({ ...context, tenants: names, tenant, host, trail: {} }),
    }));
    return {
      tenant: tenant.name,
      account: tenant.account,
      hosts: tenant.central && !hosts.length ? [withoutHost(tenant)] : hosts,
      guards: [
        ...TENANT_GUARDS.map(({ name, says, check }) => guardStep(name, says, check(context, tenant))),
        ...guardSteps(tenant.name),
      ],
    };
  });
  return { tenants: proofs, shared: guardSteps(undefined) };
}

function walkHost(walk: Walk): readonly Step[] {
  return Object.values(WALKS).map((hop) => hop(walk));
}

function withoutHost({ name }: Tenant): HostProof {
  const at = { stack: `${name}-connection`, address: 'aws_lb_listener_rule' };
  return { host: '', steps: [step('record', at, 'no host', [finding('connection-missing', at, { tenant: name })])] };
}

function guardStep(name: string, says: string, findings: readonly Finding[]): Step {
  const [first] = findings;
  return step(name, { stack: first?.stack ?? '', address: first?.address ?? '' }, says, findings);
}

function groupByOwner(findings: readonly Finding[], names: ReadonlySet<string>) {
  const groups = new Map<string | undefined, Finding[]>();
  for (const found of findings) {
    const owner = tenantOfStack(found.stack, names);
    groups.set(owner, [...(groups.get(owner) ?? []), found]);
  }
  return groups;
}
