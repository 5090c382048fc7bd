import type { TenantHold, TenantPlace } from '@central-ingress/contract';
import type { StackState } from '../stack-state';

/** One of a tenant's two connections during a move. */
export type ConnectionName = 'connection' | 'bridge';

/** Eyes and hands of a move. */
export interface MovePlace {
  readHold(): Promise<TenantHold | undefined>;
  writeHold(hold: TenantHold): Promise<void>;
  removeHold(): Promise<void>;
  /** Where the tenant's file says it stands. */
  readonly filePlace: TenantPlace;
  /** Seconds until resolvers have forgotten where a record led. */
  readonly dnsSeconds: number;
  stateOf(which: ConnectionName): Promise<StackState>;
  /** Internet VPC that the endpoint of a connection lies in; none without an endpoint, or elsewhere. */
  internetVpcOf(which: ConnectionName): Promise<string | undefined>;
  /** Internet VPC whose ALB the record of each host leads to; only hosts whose record is ours. */
  recordTargets(): Promise<ReadonlyMap<string, string | undefined>>;
  /** A sentence for each target of a connection that is not healthy, or for a connection without any. */
  unhealthyTargets(which: ConnectionName): Promise<readonly string[]>;
  /**
   * Deploys one of the connections.
   * @param switched whether the records lead to the new internet VPC
   * @param replace addresses of guarded resources that may be replaced
   */
  deploy(which: ConnectionName, switched: boolean, replace?: readonly string[]): Promise<void>;
  /** Lets the bridge's state forget what the connection's state holds too, so that it goes with neither. */
  forgetInBridge(addresses: readonly string[]): Promise<void>;
  destroyBridge(): Promise<void>;
  sleep(seconds: number): Promise<void>;
  now(): Date;
}
