import type { NetworkModel } from '@central-ingress/network-model';
import { finding } from './finding';
import type { Finding } from './finding';
import type { GuardContext, TenantGuard, WorldGuard } from './guard';
import { addOnsGuard } from './guard-add-ons';
import { awsApisGuard } from './guard-aws-apis';
import { bucketsGuard } from './guard-buckets';
import { clusterGuard } from './guard-cluster';
import { deployersGuard } from './guard-deployers';
import { doorsGuard } from './guard-doors';
import { firewallGuard } from './guard-firewall';
import { imagesGuard } from './guard-images';
import { isolationGuard } from './guard-isolation';
import { logsGuard } from './guard-logs';
import { modelGuard } from './guard-model';
import { networkGuard } from './guard-network';
import { openToWorldGuard } from './guard-open-to-world';
import { principalsGuard } from './guard-principals';
import { rightsGuard } from './guard-rights';
import { stateGuard } from './guard-state';
import { trustGuard } from './guard-trust';
import { albHop } from './hop-alb';
import { albToEndpointHop } from './hop-alb-to-endpoint';
import { attachmentsHop } from './hop-attachments';
import { bindingHop } from './hop-binding';
import { certificateHop } from './hop-certificate';
import { directPodsHop } from './hop-direct-pods';
import { directRecordHop } from './hop-direct-record';
import { endpointHop, principalHop } from './hop-endpoint';
import { listenerHop } from './hop-listener';
import { listenerPortsHop } from './hop-listener-ports';
import { nlbServiceHop } from './hop-nlb-service';
import { nlbHop, nlbListenerHop } from './hop-nlb';
import { podsHop } from './hop-pods';
import { publicSubnetsHop } from './hop-public-subnets';
import { recordHop } from './hop-record';
import { ruleHop } from './hop-rule';
import { targetGroupHop } from './hop-target-group';
import { zonesHop } from './hop-zones';
import { DIRECT_HOPS, HOPS, step } from './report';
import type { HostProof, ProofReport, Step, TenantProof } from './report';
import { findTenants, tenantOfStack } from './tenants';
import type { Tenant } from './tenants';
import type { DirectWalk } from './direct-walk';
import type { Walk } from './walk';
import { indexWorld } from './world-index';

/** How each hop to a central tenant is walked. */
const CENTRAL_WALKS: Readonly<Record<(typeof HOPS)[number], (walk: Walk) => Step>> = {
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

/** How each hop to a direct tenant is walked. */
const DIRECT_WALKS: Readonly<Record<(typeof DIRECT_HOPS)[number], (walk: DirectWalk) => Step>> = {
  record: directRecordHop,
  'nlb-service': nlbServiceHop,
  'listener-ports': listenerPortsHop,
  certificate: certificateHop,
  'public-subnets': publicSubnetsHop,
  pods: directPodsHop,
};

const TENANT_GUARDS: readonly TenantGuard[] = [isolationGuard, awsApisGuard, addOnsGuard, imagesGuard];
const WORLD_GUARDS: readonly WorldGuard[] = [
  modelGuard,
  doorsGuard,
  clusterGuard,
  logsGuard,
  networkGuard,
  openToWorldGuard,
  principalsGuard,
  trustGuard,
  rightsGuard,
  firewallGuard,
  bucketsGuard,
  deployersGuard,
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
  const guardSteps = (owner?: string, isDirect = false): readonly Step[] =>
    byOwner.flatMap(({ guard: { name, says, saysDirect = says }, findings }) => {
      const skipped = (owner ? SHARED_ONLY : TENANT_ONLY).has(name);
      const own = findings.get(owner) ?? [];
      return skipped && !own.length ? [] : [guardStep(name, isDirect ? saysDirect : says, own)];
    });

  const proofs = tenants.map((tenant): TenantProof => {
    const hosts = tenant.hosts.map((host) => ({
      host,
      steps: walkHost(context, tenant, host),
    }));
    return {
      tenant: tenant.name,
      account: tenant.account,
      hosts: tenant.exposure !== 'none' && !hosts.length ? [withoutHost(tenant)] : hosts,
      guards: [
        ...TENANT_GUARDS.map(({ name, says, saysDirect = says, check }) =>
          guardStep(name, tenant.exposure === 'direct' ? saysDirect : says, check(context, tenant)),
        ),
        ...guardSteps(tenant.name, tenant.exposure === 'direct'),
      ],
    };
  });
  return { tenants: proofs, shared: guardSteps() };
}

function walkHost(context: GuardContext, tenant: Tenant, host: string): readonly Step[] {
  const start = { ...context, tenants: context.names, tenant, host };
  if (tenant.exposure === 'direct') {
    const walk: DirectWalk = { ...start, trail: {} };
    return DIRECT_HOPS.map((hop) => DIRECT_WALKS[hop](walk));
  }
  const walk: Walk = { ...start, trail: {} };
  return HOPS.map((hop) => CENTRAL_WALKS[hop](walk));
}

function withoutHost({ name, exposure }: Tenant): HostProof {
  if (exposure === 'direct') {
    const at = { stack: `${name}-dns`, address: 'aws_route53_record' };
    const wrong = finding('direct-hosts-missing', at, { tenant: name });
    return { host: '', steps: [step('record', at, 'no host', [wrong])] };
  }
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
