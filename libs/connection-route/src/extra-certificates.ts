import { LbListenerCertificate } from '@cdktf/provider-aws/lib/lb-listener-certificate';
import { givenCertificateArns, requestedCertificates } from '@central-ingress/config';
import type { HostConfig } from '@central-ingress/config';
import { ValidatedCertificate } from '@central-ingress/certificate';
import { physicalName } from '@central-ingress/naming';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import type { HostZones } from './host-zones';

/** Which hosts need a certificate beside the wildcard one. */
export interface ExtraCertificatesProps {
  readonly namePrefix: string;
  readonly connectionName: string;
  readonly hosts: readonly HostConfig[];
  readonly zones: HostZones;
  readonly httpsListenerArn: string;
}

/**
 * The certificates of hosts that the wildcard does not cover: one per hosted zone and ten names, because the listener
 * holds 25 for all tenants together, and the given ones as they are.
 */
export class ExtraCertificates extends Construct {
  public readonly attached: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, props: ExtraCertificatesProps) {
    super(scope, id);
    const { namePrefix, connectionName, zones } = props;
    const requested = requestedCertificates(props.hosts).map(({ hostedZone: zone, names, number }) => {
      const certificate = new ValidatedCertificate(this, `${zone}-${number}`, {
        names,
        zoneId: zones.zoneId(zone),
        name: physicalName('Name tag', namePrefix, connectionName, zone, `${number}`),
      });
      return this.attach(`${zone}-${number}-listener`, props.httpsListenerArn, certificate.arn);
    });
    const given = givenCertificateArns(props.hosts).map((arn) =>
      this.attach(givenId(arn), props.httpsListenerArn, arn),
    );
    this.attached = [...requested, ...given];
  }

  private attach(id: string, listenerArn: string, certificateArn: string): ITerraformDependable {
    return new LbListenerCertificate(this, id, { listenerArn, certificateArn });
  }
}

/** Construct id of a given certificate: the part of its ARN that differs, after the slash. */
function givenId(arn: string): string {
  return `given-${arn.split('/').at(-1)}`;
}
