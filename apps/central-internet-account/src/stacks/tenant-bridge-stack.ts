import { AccountStack } from '@central-ingress/account-stack';
import type { AccountStackProps } from '@central-ingress/account-stack';
import type { CentralTenant, InternetVpcConfig } from '@central-ingress/config';
import { bridgeConnectionName } from '@central-ingress/naming';
import type { Construct } from 'constructs';
import { addConnectionRoute } from './add-connection-route';

/** What a bridge is built from. */
export interface TenantBridgeStackProps extends AccountStackProps {
  /** With the place that it is moved to, and the slot of the bridge there. */
  readonly tenant: CentralTenant;
  /** Internet VPC that it is moved to. */
  readonly internetVpc: InternetVpcConfig;
}

/**
 * `<tenant>-bridge`: a second connection of one tenant, in the internet VPC that it is moved to, which carries its
 * requests while the first one is made anew there. The hosts' records stay with the first one (ADR 0022).
 */
export class TenantBridgeStack extends AccountStack {
  constructor(scope: Construct, props: TenantBridgeStackProps) {
    super(scope, props);
    const routeName = bridgeConnectionName(props.tenant.connectionName);
    addConnectionRoute(this, { ...props, routeName, ownsRecords: false });
  }
}
