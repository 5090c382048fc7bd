import { AccountStack } from '@central-ingress/account-stack';
import type { AccountStackProps } from '@central-ingress/account-stack';
import type { CentralTenant, InternetVpcConfig } from '@central-ingress/config';
import type { Construct } from 'constructs';
import { addConnectionRoute } from './add-connection-route';

/** What a connection is built from. */
export interface TenantConnectionStackProps extends AccountStackProps {
  readonly tenant: CentralTenant;
  readonly internetVpc: InternetVpcConfig;
  /** Internet VPC whose ALB the hosts' records lead to, while the tenant is moved there. @default its own */
  readonly recordsTo?: InternetVpcConfig;
}

/**
 * `<tenant>-connection`: the way from the shared ALB to one tenant's endpoint service, in a state of its own.
 * @source central-internet-acc-setup/networking-setup/terraform/main.tf, modules endpoint and target-group
 */
export class TenantConnectionStack extends AccountStack {
  constructor(scope: Construct, props: TenantConnectionStackProps) {
    super(scope, props);
    addConnectionRoute(this, props);
  }
}
