import type { Bucket } from './buckets';
import type { Certificate, CertificateValidation } from './certificates';
import type { ClusterAccess } from './cluster-access';
import type { EksCluster, NodeGroup } from './clusters';
import type { Endpoint, EndpointService } from './endpoints';
import type { HelmRelease } from './helm-releases';
import type { IamRole, ManagedPolicy } from './iam-roles';
import type { DefaultImage, ImageRepository, ImageUse } from './images';
import type { IngressController } from './ingress-controllers';
import type { EncryptionKey } from './keys';
import type { KubernetesService, ServiceObject } from './kubernetes-services';
import type { Listener, ListenerRule } from './listeners';
import type { LoadBalancerController } from './load-balancer-controllers';
import type { FoundLoadBalancer, LoadBalancer } from './load-balancers';
import type { FlowLog, LogGroup, LogPolicy } from './logs';
import type { Parameter, ParameterReader } from './parameters';
import type { DnsRecord, HostedZone } from './records';
import type { Problem, Resource } from './resource';
import type { ResourcePolicy } from './resource-policies';
import type { RouteTable } from './routing';
import type { SecurityGroup } from './security-groups';
import type { Entities } from './source';
import type { ProviderConfiguration, StateBackend } from './stack-document';
import type { TargetGroupBinding } from './target-group-bindings';
import type { Attachment, TargetGroup } from './target-groups';
import type { Gateway, Subnet, Vpc } from './vpcs';
import type { WebAcl } from './web-acls';

/** One synthesized stack. */
export interface ModelStack {
  readonly name: string;
  /** Account of its own provider; none where the provider does not pin one. */
  readonly account?: string;
  readonly region?: string;
  /** Roles that its own provider assumes one after the other. */
  readonly assumedRoles: readonly string[];
  /** Every configuration of the provider of AWS, its own first. */
  readonly providers: readonly ProviderConfiguration[];
  /** None where the state lies anywhere but in S3. */
  readonly state?: StateBackend;
}

/**
 * The whole network over all accounts, read from synthesized Terraform JSON alone. Every part is a map by
 * {@link Resource.key}; a link from one part to another is such a key. What could not be resolved is in `problems`.
 */
export interface NetworkModel {
  readonly stacks: ReadonlyMap<string, ModelStack>;
  /** Every resource and data source, whether or not one of the parts below knows it. */
  readonly resources: ReadonlyMap<string, Resource>;
  readonly vpcs: Entities<Vpc>;
  readonly subnets: Entities<Subnet>;
  readonly routeTables: Entities<RouteTable>;
  readonly gateways: Entities<Gateway>;
  readonly securityGroups: Entities<SecurityGroup>;
  readonly endpoints: Entities<Endpoint>;
  readonly endpointServices: Entities<EndpointService>;
  readonly loadBalancers: Entities<LoadBalancer>;
  /** Load balancers that are no resource of the stacks and that a stack looks up. */
  readonly foundLoadBalancers: Entities<FoundLoadBalancer>;
  readonly listeners: Entities<Listener>;
  readonly listenerRules: Entities<ListenerRule>;
  readonly targetGroups: Entities<TargetGroup>;
  readonly attachments: Entities<Attachment>;
  readonly certificates: Entities<Certificate>;
  readonly certificateValidations: Entities<CertificateValidation>;
  readonly hostedZones: Entities<HostedZone>;
  readonly dnsRecords: Entities<DnsRecord>;
  readonly webAcls: Entities<WebAcl>;
  readonly buckets: Entities<Bucket>;
  readonly encryptionKeys: Entities<EncryptionKey>;
  readonly flowLogs: Entities<FlowLog>;
  readonly logGroups: Entities<LogGroup>;
  readonly logPolicies: Entities<LogPolicy>;
  readonly parameters: Entities<Parameter>;
  readonly parameterReaders: Entities<ParameterReader>;
  readonly clusters: Entities<EksCluster>;
  readonly clusterAccess: Entities<ClusterAccess>;
  readonly nodeGroups: Entities<NodeGroup>;
  readonly helmReleases: Entities<HelmRelease>;
  readonly loadBalancerControllers: Entities<LoadBalancerController>;
  readonly ingressControllers: Entities<IngressController>;
  readonly kubernetesServices: Entities<KubernetesService>;
  /** Services with a load balancer that charts and manifests bring. */
  readonly serviceObjects: readonly ServiceObject[];
  readonly targetGroupBindings: readonly TargetGroupBinding[];
  /** Images that clusters pull. */
  readonly images: readonly ImageUse[];
  /** Images that charts take from where their makers publish them. */
  readonly defaultImages: readonly DefaultImage[];
  readonly imageRepositories: Entities<ImageRepository>;
  readonly roles: Entities<IamRole>;
  readonly managedPolicies: Entities<ManagedPolicy>;
  /** Every policy document, whatever resource holds it. */
  readonly policies: readonly ResourcePolicy[];
  /** Terraform types that the parts above are read from, with `data.` before a data source's. */
  readonly readTypes: ReadonlySet<string>;
  readonly problems: readonly Problem[];
}
