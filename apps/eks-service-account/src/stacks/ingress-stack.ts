import { AccountStack, PublishedHandover, ReceivedHandover } from '@central-ingress/account-stack';
import { ValidatedCertificate } from '@central-ingress/certificate';
import { endpointCertificateNames } from '@central-ingress/config';
import type { CentralTenant, InternetVpcConfig } from '@central-ingress/config';
import { CentralAccess, EndpointService, PrivateNlb } from '@central-ingress/endpoint-service';
import { nlbName } from '@central-ingress/naming';
import type { App } from 'cdktf';
import type { TenantStackProps } from './tenant-stack-props';

/** What the ingress is built from: the certificate's names lie in the domain of the internet VPC. */
export interface IngressStackProps extends TenantStackProps {
  readonly tenant: CentralTenant;
  readonly internetVpc: InternetVpcConfig;
}

/**
 * The tenant's side of the PrivateLink connection: NLB, certificate, endpoint service, and the announcement in the
 * central account. It speaks to AWS only, so it needs no way into the private cluster.
 * @source eks-service-account/eks-cluster-setup/ingress-plugin-module/terraform
 */
export class IngressStack extends AccountStack {
  constructor(app: App, { platform, tenant, stacks, internetVpc }: IngressStackProps) {
    super(app, { platform, stack: stacks.ingress });
    const { namePrefix } = platform;
    const owner = tenant.connectionName;
    const { provider } = new CentralAccess(this, 'central', {
      platform,
      stack: stacks.ingress,
      connectionName: owner,
      tags: this.commonTags(),
    });
    const networking = new ReceivedHandover(this, 'networking', { key: 'tenant/networking', owner, namePrefix });
    const registration = new ReceivedHandover(this, 'registration', {
      key: 'tenant/registration',
      owner,
      namePrefix,
      provider,
    });

    const certificate = new ValidatedCertificate(this, 'certificate', {
      name: nlbName(namePrefix, owner),
      names: endpointCertificateNames(tenant, internetVpc),
      zoneId: registration.text('hostedZoneId'),
      zoneProvider: provider,
    });
    const nlb = new PrivateNlb(this, 'nlb', {
      platform,
      tenant,
      vpcId: networking.text('vpcId'),
      subnetIds: tenant.availabilityZoneIds.map((azId) => networking.entry('privateSubnetIds', azId)),
      certificateArn: certificate.arn,
    });
    new EndpointService(this, 'endpoint-service', {
      platform,
      tenant,
      nlbArn: nlb.nlbArn,
      ready: nlb.ready,
      centralProvider: provider,
    });
    new PublishedHandover(this, 'handover', {
      key: 'tenant/ingress',
      owner,
      namePrefix,
      document: { targetGroupArn: nlb.targetGroupArn, nlbSecurityGroupId: nlb.securityGroupId },
    });
  }
}
