import type {
  Action,
  CertificateUse,
  Gateway,
  Identity,
  NetworkModel,
  ResourceKey,
  TargetGroup,
} from '@central-ingress/network-model';
import type { IndexedModel } from './indexed-model';
import { openingsOf } from './openings';
import type { LoadBalancerView, SubnetsView, SubnetView, VpcView } from './view';

const GATEWAYS: Readonly<Record<string, string>> = {
  aws_internet_gateway: 'internet gateway',
  aws_nat_gateway: 'NAT gateway',
  aws_egress_only_internet_gateway: 'egress-only internet gateway',
  aws_vpn_gateway: 'VPN gateway',
  aws_vpc_peering_connection: 'peering',
  aws_ec2_transit_gateway_vpc_attachment: 'transit gateway',
};

/** A VPC with whatever connects it. */
export function readVpc(model: IndexedModel, key: ResourceKey): VpcView | undefined {
  const vpc = model.vpcs.get(key);
  const waysOut = gatewaysIn(model, key).map(({ type, label }) => `${GATEWAYS[type] ?? type} ${label}`);
  return vpc && { label: vpc.label, cidr: vpc.cidr ?? 'unknown range', waysOut };
}

/** What connects a VPC, of one Terraform type or of any. */
export function gatewaysIn({ gatewaysOf }: IndexedModel, vpc: ResourceKey, type?: string): readonly Gateway[] {
  return (gatewaysOf.get(vpc) ?? []).filter((gateway) => !type || gateway.type === type);
}

/** Subnets in the order of their AZs. */
export function readSubnets({ subnets }: NetworkModel, keys: Iterable<ResourceKey>): readonly SubnetView[] {
  return [...new Set(keys)]
    .flatMap((key) => subnets.get(key) ?? [])
    .map(({ azId, cidr, label }) => ({ azId: azId ?? label, cidr: cidr ?? 'unknown range' }))
    .sort((a, b) => (`${a.azId} ${a.cidr}` < `${b.azId} ${b.cidr}` ? -1 : 1));
}

/** {@link readSubnets} with what their route tables lead to. */
export function readSubnetsWithRoutes(model: IndexedModel, keys: readonly ResourceKey[]): SubnetsView {
  const tables = new Set(keys.flatMap((key) => model.routeTablesOf.get(key) ?? []));
  const routes = [...tables].flatMap((table) =>
    table.routes.map(({ destination, target, targetKind }) => {
      const type = target ? (model.gateways.get(target)?.type ?? targetKind) : targetKind;
      return `${destination} to ${GATEWAYS[type] ?? type}`;
    }),
  );
  return { byZone: readSubnets(model, keys), routes: [...new Set(routes)] };
}

/** A load balancer with its listeners, certificates, openings and logs. */
export function readLoadBalancer(model: IndexedModel, key: ResourceKey): LoadBalancerView | undefined {
  const balancer = model.loadBalancers.get(key);
  if (!balancer) return undefined;
  const listeners = [...(model.listenersOf.get(key) ?? [])].sort((a, b) => (b.port ?? 0) - (a.port ?? 0));
  const logs = [balancer.accessLogs, balancer.connectionLogs].flatMap((delivery) =>
    delivery?.enabled && delivery.bucket ? (model.buckets.get(delivery.bucket)?.label ?? []) : [],
  );
  return {
    label: balancer.label,
    listeners: listeners.map(({ port, protocol, sslPolicy, defaultActions, rules }) => ({
      port: `${protocol ?? 'any'} ${port ?? ''}`.trim(),
      does: [
        ...(sslPolicy ? [`policy ${sslPolicy}`] : []),
        ...defaultActions.flatMap((action) => actionText(action, rules.length > 0)),
      ],
    })),
    certificateNames: certificateNames(
      model,
      listeners.flatMap(({ certificates }) => certificates),
    ),
    openings: openingsOf(model, balancer.securityGroups),
    enforcesPrivateLinkRules: balancer.enforcesPrivateLinkRules,
    logs: [...new Set(logs)],
  };
}

/** Names that certificates cover; the ARN of one whose names are not known. */
export function certificateNames(model: NetworkModel, uses: readonly CertificateUse[]): readonly string[] {
  const names = uses.flatMap(({ certificate, validation, givenArn }) => {
    const proven = validation ? model.certificateValidations.get(validation)?.certificate : undefined;
    const found = model.certificates.get(certificate ?? proven ?? '');
    return found?.names ?? (givenArn ? [givenArn] : []);
  });
  return [...new Set(names)];
}

function actionText(action: Action, hasRules: boolean): readonly string[] {
  if (action.type === 'forward') return [];
  if (action.type === 'redirect') return [`redirects to ${action.protocol} ${action.port}`];
  if (action.type === 'fixed-response') return [`answers ${action.statusCode}${hasRules ? ' to any other host' : ''}`];
  return [action.name];
}

/** A target group in one line. */
export function targetGroupText({ label, protocol, port, targetType, healthCheck }: TargetGroup): string {
  const { enabled, protocol: checked, path, matcher } = healthCheck;
  const check = [checked ?? protocol, path, matcher && `(${matcher})`].filter(Boolean).join(' ');
  return `${label}: ${protocol ?? ''} ${port ?? ''}, by ${targetType}, health ${enabled ? check : 'unchecked'}`;
}

/** Where a resource lies. */
export function accountOf({ account }: Pick<Identity, 'account'>): string {
  return account ?? 'unknown';
}
