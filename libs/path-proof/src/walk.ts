import type {
  Attachment,
  DnsRecord,
  Endpoint,
  EndpointService,
  Listener,
  ListenerRule,
  LoadBalancer,
  NetworkModel,
  TargetGroup,
} from '@central-ingress/network-model';
import type { Tenant } from './tenants';
import type { WorldIndex } from './world-index';

/** What the hops of one host have found so far; each hop adds its own for the next. */
export interface Trail {
  record?: DnsRecord;
  alb?: LoadBalancer;
  listener?: Listener;
  rule?: ListenerRule;
  targetGroup?: TargetGroup;
  attachments?: readonly Attachment[];
  endpoint?: Endpoint;
  service?: EndpointService;
  nlb?: LoadBalancer;
  nlbListener?: Listener;
  pods?: TargetGroup;
}

/** One host on its way from DNS to the pods, whatever the exposure. */
export interface HostWalk {
  readonly model: NetworkModel;
  readonly index: WorldIndex;
  /** Names of all tenants. */
  readonly tenants: ReadonlySet<string>;
  /** Tenants of each host; one, when all is well. */
  readonly hostOwners: ReadonlyMap<string, readonly string[]>;
  readonly tenant: Tenant;
  readonly host: string;
}

/** One host on its way through the ALB of an internet VPC. */
export interface Walk extends HostWalk {
  readonly trail: Trail;
}

/** Stack of the tenant that connects it to the ALB. */
export function connectionStack({ tenant }: Walk): string {
  return `${tenant.name}-connection`;
}

/** Several entities by their keys; a key that leads nowhere is left out. */
export function all<T>(entities: ReadonlyMap<string, T>, keys: readonly string[]): readonly T[] {
  return keys.flatMap((key) => entities.get(key) ?? []);
}
