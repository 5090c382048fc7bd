import { IamOpenidConnectProvider } from '@cdktf/provider-aws/lib/iam-openid-connect-provider';
import { trust } from '@central-ingress/iam-policy';
import type { Statement } from '@central-ingress/iam-policy';
import { Fn, TerraformLocal } from 'cdktf';
import { Construct } from 'constructs';

/** The cluster whose service accounts IAM is to know. */
export interface WebIdentityProps {
  readonly clusterName: string;
  /** URL of the cluster's OIDC issuer. */
  readonly issuerUrl: string;
}

/**
 * Lets pods assume roles by their service account (IRSA). IAM trusts the certificate of AWS's own issuers by itself, so
 * there is no thumbprint to look up.
 * @source EKS User Guide, "IAM roles for service accounts"
 */
export class WebIdentity extends Construct {
  private readonly providerArn: string;
  private readonly issuer: string;

  constructor(scope: Construct, id: string, props: WebIdentityProps) {
    super(scope, id);
    const provider = new IamOpenidConnectProvider(this, 'provider', {
      url: props.issuerUrl,
      clientIdList: ['sts.amazonaws.com'],
      tags: { Name: props.clusterName },
    });
    this.providerArn = provider.arn;
    this.issuer = new TerraformLocal(this, 'issuer', Fn.replace(props.issuerUrl, 'https://', '')).asString;
  }

  /** Trust in exactly one service account of the cluster. */
  public trust(namespace: string, serviceAccount: string): Statement {
    return trust(
      'ServiceAccount',
      { Federated: [this.providerArn] },
      {
        StringEquals: {
          [`${this.issuer}:aud`]: 'sts.amazonaws.com',
          [`${this.issuer}:sub`]: `system:serviceaccount:${namespace}:${serviceAccount}`,
        },
      },
      'sts:AssumeRoleWithWebIdentity',
    );
  }
}
