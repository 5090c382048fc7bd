import type { Cidr } from '@central-ingress/addressing';

/** Twelve digits, kept as text because a leading zero is part of it, e.g. `012345678901`. */
export type AccountId = string;
/** Availability Zone id, the same place in every account (names differ), e.g. `euc1-az1`. */
export type AzId = string;

/** How an operator reaches an account for bootstrap and the roles stacks. */
export type OperatorAccess =
  | { readonly type: 'assumeRole'; readonly roleName: string }
  | { readonly type: 'profile'; readonly profiles: Readonly<Record<AccountId, string>> };

/** Where Helm charts come from; the lock file says which, whatever the source. */
export type ChartSource =
  /** The repository that the lock file names. */
  | { readonly type: 'repository' }
  /** An OCI registry that holds all of them, e.g. `oci://registry.example.com/charts`. */
  | { readonly type: 'oci'; readonly registry: string }
  /** A folder of `<chart>-<version>.tgz` files, for a runner without a way out; relative to the world's folder. */
  | { readonly type: 'folder'; readonly path: string };

/** What `platform.yaml` says: the facts every stack of every account shares. */
export interface PlatformConfig {
  /** First word of every physical name, 2-12 characters, e.g. `acme`. */
  readonly namePrefix: string;
  /** AWS region of everything, e.g. `eu-central-1`. */
  readonly region: string;
  /** Account that owns the internet VPCs, the hosted zones and the hand-over parameters. */
  readonly centralAccountId: AccountId;
  /** Exact IAM role or user ARNs that may assume the deployer roles; never a wildcard, never an account root. */
  readonly deployerPrincipals: readonly string[];
  /** How bootstrap and the two roles stacks reach an account; default: the role `OrganizationAccountAccessRole`. */
  readonly operatorAccess: OperatorAccess;
  readonly charts: ChartSource;
  /** Tags on every resource, beside the ones the stacks add. */
  readonly tags: Readonly<Record<string, string>>;
}

/** Service quotas of one internet VPC and its ALB; a file states a raised one. @source docs.aws.amazon.com quotas pages */
export interface InternetVpcQuotas {
  /** Interface endpoints per VPC; AWS default 50, adjustable. */
  readonly interfaceEndpoints: number;
  /** Target groups per ALB; 100, not adjustable. */
  readonly targetGroups: number;
  /** Listener rules per ALB without the default one; AWS default 100, adjustable. */
  readonly listenerRules: number;
  /** Certificates per ALB without the default one; AWS default 25, adjustable. */
  readonly certificates: number;
}

/** What one `internet-vpc.yaml` says: a VPC with the only internet gateway, its ALB, its domain. */
export interface InternetVpcConfig {
  /** Name of the folder, 3-20 characters, e.g. `main`. */
  readonly name: string;
  readonly cidr: Cidr;
  /** Three, in the order the subnets are cut. */
  readonly availabilityZoneIds: readonly AzId[];
  /** Private subnets that hold only interface endpoints, one per AZ id. */
  readonly endpointSubnets: Readonly<Record<AzId, Cidr>>;
  /** Public subnets that hold only the ALB, one per AZ id. */
  readonly publicSubnets: Readonly<Record<AzId, Cidr>>;
  /** Domain whose wildcard certificate the ALB serves, e.g. `apps.example.com`. */
  readonly domain: string;
  /** Whether the public hosted zone of `domain` is created here or exists and is looked up. */
  readonly hostedZone: 'create' | 'lookup';
  /** Another internet VPC that creates the zone which is looked up here. */
  readonly hostedZoneOwner?: string;
  readonly waf: {
    /** Requests per client IP in five minutes before the rate rule blocks; 10 or more. */
    readonly rateLimit: number;
  };
  /** Days that access, connection, flow and WAF logs are kept; one of CloudWatch's retention steps. */
  readonly logRetentionDays: number;
  /** Whether the ALB refuses deletion until this is switched off in an earlier apply. */
  readonly deletionProtection: boolean;
  /** SNS topic that alarms notify, by ARN; without one an alarm only changes its state. */
  readonly alarmTopicArn?: string;
  readonly quotas: InternetVpcQuotas;
}

/** Where the certificate of a host comes from. */
export type HostCertificate =
  /** The wildcard certificate of the internet VPC covers the host. */
  | { readonly type: 'wildcard' }
  /** A certificate is requested and validated in this public hosted zone of the central account. */
  | { readonly type: 'hostedZone'; readonly hostedZone: string }
  /** A certificate that exists in the central account; the host's DNS record is somebody else's. */
  | { readonly type: 'arn'; readonly certificateArn: string };

/** One DNS name that a tenant serves. */
export interface HostConfig {
  /** Lower-case DNS name without a trailing dot, e.g. `payments.apps.example.com`. */
  readonly name: string;
  readonly certificate: HostCertificate;
}

/** Exposure through the central ALB (design: central). */
export interface CentralExposure {
  readonly type: 'central';
  /** Name of the internet VPC. */
  readonly internetVpc: string;
  /** Small number, unique in the internet VPC and never moved: the unit of quota and the rule priority's base. */
  readonly slot: number;
  /** At least one. */
  readonly hosts: readonly HostConfig[];
  /** Other internet VPCs that create hosted zones which the hosts name; none when there is no such zone. */
  readonly hostedZoneOwners?: readonly string[];
  /** Path that the ALB's health check asks for, e.g. `/`. */
  readonly healthCheckPath: string;
}

/** Where the certificate of a direct tenant's NLB comes from. */
export type DirectCertificate =
  /** Requested in the tenant's account, one per ten hosts, and validated in the hosted zone. */
  | { readonly type: 'requested' }
  /** A certificate that exists in the tenant's account. */
  | { readonly type: 'arn'; readonly certificateArn: string }
  /** None: every port is plain TCP. */
  | { readonly type: 'none' };

/** Exposure through an internet-facing NLB of the tenant's own (design: direct); no WAF is possible there. */
export interface DirectExposure {
  readonly type: 'direct';
  /** Public hosted zone of the central account that holds the hosts, e.g. `apps.example.com`. */
  readonly hostedZone: string;
  /** Internet VPC whose networking stack creates or looks up that zone; none: the registration looks it up by name. */
  readonly hostedZoneOwner?: string;
  /** At least one, all inside the hosted zone. */
  readonly hosts: readonly { readonly name: string }[];
  readonly certificate: DirectCertificate;
  /** Ports on which the NLB listens. */
  readonly ports: readonly number[];
  /** Those of the ports on which the NLB ends TLS. */
  readonly sslPorts: readonly number[];
  /** Public subnets that hold only the NLB, one per AZ id. */
  readonly publicSubnets: Readonly<Record<AzId, Cidr>>;
  /** Who may connect; by default everybody, `0.0.0.0/0`. */
  readonly allowedCidrs: readonly Cidr[];
  /** Whether the NLB sends a request to pods of other AZs too. */
  readonly crossZone: boolean;
}

/** How a tenant is reached from the internet. */
export type Exposure = CentralExposure | DirectExposure;

/** Ingress controller of a cluster. */
export type IngressController = 'contour' | 'nginx';

/** An EKS managed node group. */
export interface NodeGroupConfig {
  /** One or more EC2 instance types, e.g. `m6i.large`. */
  readonly instanceTypes: readonly string[];
  readonly desiredSize: number;
  readonly minSize: number;
  readonly maxSize: number;
  /** Size of the encrypted root volume. */
  readonly diskSizeGib: number;
  readonly k8sLabels: Readonly<Record<string, string>>;
}

/** A principal that may use the Kubernetes API. */
export interface AccessEntryConfig {
  /** IAM role or user ARN. */
  readonly principalArn: string;
  /** Name of an EKS access policy, e.g. `AmazonEKSViewPolicy`. */
  readonly policy: string;
  /** Namespaces the policy is limited to; none: the whole cluster. */
  readonly namespaces: readonly string[];
}

/** What one `tenant.yaml` says: one EKS service account set-up. */
export interface TenantConfig {
  /** Unique name of the connection, the folder's name, 3-20 characters, e.g. `payments`. */
  readonly connectionName: string;
  readonly accountId: AccountId;
  readonly cidr: Cidr;
  /** Three, equal to those of its internet VPC: an endpoint needs its service in the same AZ. */
  readonly availabilityZoneIds: readonly AzId[];
  /** Private subnets for nodes, NLB and endpoints, one per AZ id. */
  readonly privateSubnets: Readonly<Record<AzId, Cidr>>;
  readonly exposure: Exposure;
  readonly controlPlane: {
    /** Kubernetes minor version, e.g. `1.35`. */
    readonly version: string;
    /** CIDRs that may reach the public API endpoint; none: the public endpoint is off. */
    readonly allowedCidrs: readonly Cidr[];
    /** Private CIDRs, beside the nodes, that may reach the private API endpoint, e.g. that of a runner's subnet. */
    readonly privateCidrs: readonly Cidr[];
  };
  /** Keyed by name, 3-20 characters. */
  readonly nodegroups: Readonly<Record<string, NodeGroupConfig>>;
  readonly accessEntries: readonly AccessEntryConfig[];
  /** AWS services that get an interface endpoint beside the default ones, e.g. `monitoring`. */
  readonly extraVpcEndpoints: readonly string[];
  readonly ingressController: IngressController;
  /** Second certificate, inside the cluster: the NLB speaks TLS to the ingress controller, which shows this one. */
  readonly inClusterTls?: {
    /** TLS secret in the ingress controller's namespace, e.g. `ingress-tls`. */
    readonly secretName: string;
  };
  /** Whether the NLB tells the ingress controller of each connection by proxy protocol v2. */
  readonly proxyProtocolV2: boolean;
  /** Whether a workload that echoes what a pod sees of a request is installed. */
  readonly sampleWorkload: boolean;
  /** Days that control-plane and flow logs are kept. */
  readonly logRetentionDays: number;
  /** Whether the NLB refuses deletion until this is switched off in an earlier apply. */
  readonly deletionProtection: boolean;
}

/** A tenant behind the central ALB. */
export type CentralTenant = TenantConfig & { readonly exposure: CentralExposure };
/** A tenant behind an NLB of its own. */
export type DirectTenant = TenantConfig & { readonly exposure: DirectExposure };

/** A whole configuration tree, parsed and checked: constructs rely on every rule and check none again. */
export interface World {
  readonly platform: PlatformConfig;
  /** Sorted by name. */
  readonly internetVpcs: readonly InternetVpcConfig[];
  /** Sorted by connection name. */
  readonly tenants: readonly TenantConfig[];
}
