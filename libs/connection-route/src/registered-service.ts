import { DataAwsSsmParameter } from '@cdktf/provider-aws/lib/data-aws-ssm-parameter';
import { serviceNameParameter } from '@central-ingress/contract';
import { Construct } from 'constructs';

/** Whose endpoint service. */
export interface RegisteredServiceProps {
  readonly connectionName: string;
}

/**
 * The endpoint service that a tenant has registered in the central account.
 * @source central-internet-acc-setup/networking-setup/terraform/main.tf, data endpointservice
 */
export class RegisteredService extends Construct {
  /** E.g. `com.amazonaws.vpce.eu-central-1.vpce-svc-0123`. */
  public readonly serviceName: string;

  constructor(scope: Construct, id: string, { connectionName }: RegisteredServiceProps) {
    super(scope, id);
    this.serviceName = new DataAwsSsmParameter(this, 'endpointservice', {
      name: serviceNameParameter(connectionName),
    }).insecureValue;
  }
}
