import { flagAt, textAt, valueAt } from './helm-releases';
import type { HelmRelease } from './helm-releases';
import type { Identity } from './resource';
import { byKey } from './source';
import type { Entities } from './source';
import { Reference } from './value';
import type { ResourceKey, Value } from './value';

/** An AWS Load Balancer Controller, which makes load balancers of Services and registers pods in target groups. */
export interface LoadBalancerController extends Identity {
  readonly namespace?: string;
  /** Cluster, region and VPC that it is told; it asks the metadata of its node for what it is not told. */
  readonly clusterName?: string;
  readonly region?: string;
  readonly vpc?: ResourceKey;
  /** Role that its service account becomes. */
  readonly role?: ResourceKey;
  /** Name of its service account. */
  readonly serviceAccount: string;
  /** AWS services beyond EC2 and load balancing that it calls, as endpoints are named. */
  readonly furtherServices: readonly string[];
}

/** Switches of the chart that are on by default, and the service each has it call. */
const SWITCHES = { enableShield: 'shield', enableWaf: 'waf-regional', enableWafv2: 'wafv2' } as const;

/** @source aws/eks-charts, stable/aws-load-balancer-controller 3.5.0, values.yaml */
const CHART = 'aws-load-balancer-controller';

/** Reads the load balancer controllers among the releases, by the name of their chart. */
export function readLoadBalancerControllers(releases: Entities<HelmRelease>): Entities<LoadBalancerController> {
  return byKey([...releases.values()].flatMap((release) => (release.chart === CHART ? controllerOf(release) : [])));
}

function controllerOf(release: HelmRelease): LoadBalancerController {
  const { key, stack, address, account, label, namespace, values } = release;
  const told = {
    clusterName: textAt(values, 'clusterName'),
    region: textAt(values, 'region'),
    vpc: keyOf(valueAt(values, 'vpcId'), 'aws_vpc', 'id'),
    role: keyOf(valueAt(values, 'serviceAccount', 'annotations', 'eks.amazonaws.com/role-arn'), 'aws_iam_role', 'arn'),
  };
  return {
    key,
    stack,
    address,
    account,
    label,
    namespace,
    ...told,
    serviceAccount: textAt(values, 'serviceAccount', 'name') ?? label,
    furtherServices: Object.entries(SWITCHES).flatMap(([name, service]) => (flagAt(true, values, name) ? service : [])),
  };
}

function keyOf(value: Value | undefined, type: string, attribute: string): ResourceKey | undefined {
  const fits = value instanceof Reference && value.address.startsWith(`${type}.`) && value.attribute === attribute;
  return fits ? value.key : undefined;
}
