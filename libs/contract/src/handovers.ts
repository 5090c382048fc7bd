/** What `<internet-vpc>-networking` tells `<internet-vpc>-alb`, the registrations and the connections. */
export interface InternetVpcNetworking {
  readonly vpcId: string;
  /** By AZ id. */
  readonly endpointSubnetIds: Readonly<Record<string, string>>;
  /** By AZ id. */
  readonly publicSubnetIds: Readonly<Record<string, string>>;
  /** Security group of the interface endpoints: 443 from the ALB only. */
  readonly endpointSecurityGroupId: string;
  /** Security group of the ALB. */
  readonly albSecurityGroupId: string;
  /** Public hosted zone of the domain, e.g. `Z0123456789ABC`. */
  readonly hostedZoneId: string;
}

/** What `<internet-vpc>-alb` tells the connections. */
export interface InternetVpcAlb {
  readonly httpsListenerArn: string;
  /** Alias target of the hosts' records. */
  readonly albDnsName: string;
  /** Hosted zone of the ALB's own name, which an alias record needs. */
  readonly albZoneId: string;
  /** CloudWatch dimension, e.g. `app/acme-main-alb/50dc6c495c0c9188`. */
  readonly albArnSuffix: string;
}

/** What `<tenant>-registration` tells the ingress and the dns of that tenant; written in the central account. */
export interface TenantRegistration {
  /** Zone in which the tenant validates its certificate and, when it is direct, writes the records of its hosts. */
  readonly hostedZoneId: string;
}

/** What `<tenant>-networking` tells the cluster and the ingress of the same tenant. */
export interface TenantNetworking {
  readonly vpcId: string;
  /** By AZ id. */
  readonly privateSubnetIds: Readonly<Record<string, string>>;
  /** By AZ id; of a direct tenant only. */
  readonly publicSubnetIds?: Readonly<Record<string, string>>;
}

/** What `<tenant>-cluster` tells the add-ons of the same tenant. */
export interface TenantCluster {
  readonly clusterName: string;
  readonly clusterEndpoint: string;
  /** Base64 PEM, as EKS returns it. */
  readonly clusterCertificateAuthority: string;
  /** Security group that EKS puts on nodes and pods. */
  readonly clusterSecurityGroupId: string;
  /** IRSA role of the AWS Load Balancer Controller. */
  readonly loadBalancerControllerRoleArn: string;
}

/** What `<tenant>-ingress` of a central tenant tells the add-ons of the same tenant. */
export interface TenantIngress {
  readonly targetGroupArn: string;
  readonly nlbSecurityGroupId: string;
}

/** What `<tenant>-ingress` of a direct tenant tells the add-ons of the same tenant. */
export interface TenantDirectIngress {
  /** Issued certificates of the NLB, the default one first, with commas between them; empty when it ends no TLS. */
  readonly certificateArns: string;
  /** Subnets of the NLB, by AZ id. */
  readonly publicSubnetIds: Readonly<Record<string, string>>;
}

/** Every hand-over document by its key: the last part of the parameter's name. */
export interface Handovers {
  readonly 'internet-vpc/networking': InternetVpcNetworking;
  readonly 'internet-vpc/alb': InternetVpcAlb;
  readonly 'tenant/registration': TenantRegistration;
  readonly 'tenant/networking': TenantNetworking;
  readonly 'tenant/cluster': TenantCluster;
  readonly 'tenant/ingress': TenantIngress;
  readonly 'tenant/direct-ingress': TenantDirectIngress;
}

/** Name of a hand-over document. */
export type HandoverKey = keyof Handovers;

/**
 * SSM parameter that carries one hand-over as one JSON document, in the account of the stack that writes it.
 * Shape: `/<prefix>/<internet-vpc|tenant>/<owner>/<stack>`, e.g. `/acme/tenant/payments/networking`.
 */
export function handoverParameter(prefix: string, key: HandoverKey, owner: string): string {
  const [kind, stack] = key.split('/');
  return `/${prefix}/${kind}/${owner}/${stack}`;
}

/** ARN of {@link handoverParameter}, for the policies of those who write or read it. */
export function handoverParameterArn(
  region: string,
  accountId: string,
  prefix: string,
  key: HandoverKey,
  owner: string,
): string {
  return `arn:aws:ssm:${region}:${accountId}:parameter${handoverParameter(prefix, key, owner)}`;
}
