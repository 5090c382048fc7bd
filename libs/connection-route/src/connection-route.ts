import type { AzId, CentralTenant, InternetVpcConfig, PlatformConfig } from '@central-ingress/config';
import { Construct } from 'constructs';
import { AliasRecords } from './alias-records';
import { ConnectionAlarms } from './connection-alarms';
import { EndpointTargetGroup } from './endpoint-target-group';
import { ExtraCertificates } from './extra-certificates';
import { HostRules } from './host-rules';
import { HostZones } from './host-zones';
import { TenantEndpoint } from './tenant-endpoint';

/** One tenant and the internet VPC through which it is reached. */
export interface ConnectionRouteProps {
  readonly platform: PlatformConfig;
  readonly tenant: CentralTenant;
  readonly internetVpc: InternetVpcConfig;
  /** Name of the tenant's endpoint service, e.g. `com.amazonaws.vpce.eu-central-1.vpce-svc-0123`. */
  readonly serviceName: string;
  readonly vpcId: string;
  readonly endpointSubnetIds: Readonly<Record<AzId, string>>;
  readonly endpointSecurityGroupId: string;
  /** Zone of the internet VPC's domain. */
  readonly hostedZoneId: string;
  readonly httpsListenerArn: string;
  readonly albDnsName: string;
  readonly albZoneId: string;
  readonly albArnSuffix: string;
  /** Whether the hosts' records are made; of two connections of one tenant only one may own them. @default true */
  readonly ownsRecords?: boolean;
}

/**
 * The way of one tenant's hosts: DNS record, listener rule, target group, interface endpoint; built from the endpoint
 * up and taken down from the record down, so that no client is sent to something half there.
 * @source central-internet-acc-setup/networking-setup/terraform/modules/endpoints and modules/target-group
 */
export class ConnectionRoute extends Construct {
  constructor(scope: Construct, id: string, props: ConnectionRouteProps) {
    super(scope, id);
    const { platform, tenant, internetVpc, httpsListenerArn, albArnSuffix } = props;
    const { namePrefix } = platform;
    const { connectionName, exposure } = tenant;

    const endpoint = new TenantEndpoint(this, 'endpoint', {
      namePrefix,
      connectionName,
      serviceName: props.serviceName,
      vpcId: props.vpcId,
      subnetIds: props.endpointSubnetIds,
      securityGroupId: props.endpointSecurityGroupId,
    });
    const targets = new EndpointTargetGroup(this, 'target-group', {
      namePrefix,
      connectionName,
      vpcId: props.vpcId,
      endpoint,
      healthCheckPath: exposure.healthCheckPath,
    });
    const rules = new HostRules(this, 'rules', { namePrefix, connectionName, exposure, httpsListenerArn, targets });
    const zones = new HostZones(this, 'zones', {
      hosts: exposure.hosts,
      domain: internetVpc.domain,
      domainZoneId: props.hostedZoneId,
    });
    const certificates = new ExtraCertificates(this, 'certificates', {
      namePrefix,
      connectionName,
      hosts: exposure.hosts,
      zones,
      httpsListenerArn,
    });
    new AliasRecords(this, 'records', {
      hosts: (props.ownsRecords ?? true) ? exposure.hosts : [],
      zones,
      albDnsName: props.albDnsName,
      albZoneId: props.albZoneId,
      after: [...rules.all, ...certificates.attached],
    });
    new ConnectionAlarms(this, 'alarms', {
      namePrefix,
      connectionName,
      albArnSuffix,
      targetGroupArnSuffix: targets.arnSuffix,
      topicArn: internetVpc.alarmTopicArn,
    });
  }
}
