/** What a security group, or several, let through; each text is e.g. `tcp 443 from 0.0.0.0/0`. */
export interface Openings {
  readonly into: readonly string[];
  readonly outOf: readonly string[];
}

/** A subnet as a column of the drawing. */
export interface SubnetView {
  readonly azId: string;
  readonly cidr: string;
}

/** Subnets of one kind over the AZs of a VPC. */
export interface SubnetsView {
  readonly byZone: readonly SubnetView[];
  /** Routes beside those of the VPC itself, e.g. `0.0.0.0/0 to internet gateway`. */
  readonly routes: readonly string[];
}

/** A VPC and whatever connects it to other networks beside endpoints. */
export interface VpcView {
  readonly label: string;
  readonly cidr: string;
  /** E.g. `internet gateway acme-main-internet-gateway`; empty for a VPC without a way out. */
  readonly waysOut: readonly string[];
}

/** A load balancer with its listeners. */
export interface LoadBalancerView {
  readonly label: string;
  /** E.g. `HTTPS 443`, and what it does with a request, e.g. `other hosts: 404`. */
  readonly listeners: readonly { readonly port: string; readonly does: readonly string[] }[];
  readonly certificateNames: readonly string[];
  readonly openings: Openings;
  /** False when inbound rules do not apply to what comes through PrivateLink. */
  readonly enforcesPrivateLinkRules: boolean;
  /** Buckets that its logs go to. */
  readonly logs: readonly string[];
}

/** The web ACL in front of an ALB. */
export interface WebAclView {
  readonly label: string;
  readonly rules: readonly string[];
  readonly logs: boolean;
}

/** A listener rule. */
export interface RuleView {
  readonly priority?: number;
  readonly hosts: readonly string[];
  /** Conditions other than hosts, e.g. `path /internet*`. */
  readonly others: readonly string[];
}

/** What a tenant with an NLB of its own has in the place of an endpoint service. */
export interface DirectView {
  /** Zones with records that lead to the NLB, and their hosts. */
  readonly zones: readonly { readonly name: string; readonly hosts: readonly string[] }[];
  readonly internetGateway?: string;
  /** Those of the NLB; the tenant's other subnets are not among them. */
  readonly publicSubnets: SubnetsView;
}

/** An endpoint service and what it leads to, or an NLB of the tenant's own; one account, one VPC. */
export interface TenantView {
  /** Connection name. */
  readonly name: string;
  readonly account: string;
  readonly vpc?: VpcView;
  readonly subnets: SubnetsView;
  readonly service?: { readonly label: string; readonly asks: boolean; readonly principals: readonly string[] };
  readonly loadBalancer?: LoadBalancerView;
  /** Of a tenant that clients reach without the central account. */
  readonly direct?: DirectView;
  /** What the load balancer hands requests to, e.g. `TCP 8080, targets by ip`. */
  readonly targets: readonly string[];
  /** What runs in the cluster beside workloads, e.g. `Contour, chart 0.7.0`. */
  readonly addOns: readonly string[];
  readonly clusters: readonly {
    readonly label: string;
    readonly version: string;
    /** E.g. `private API only`. */
    readonly api: string;
    /** E.g. `3 × m6i.large (3 to 6)`. */
    readonly nodes: readonly string[];
  }[];
  /** Services of AWS with an endpoint in the VPC. */
  readonly awsServices: readonly string[];
  readonly awsOpenings: Openings;
}

/** How the ALB of an internet VPC reaches one tenant. */
export interface ConnectionView {
  readonly rules: readonly RuleView[];
  /** E.g. `HTTPS 443, targets by ip, health check HTTPS /`. */
  readonly targets: readonly string[];
  readonly endpoint: {
    readonly label: string;
    /** One address in each. */
    readonly subnets: readonly SubnetView[];
    readonly openings: Openings;
  };
  readonly tenant: TenantView;
}

/** An internet VPC: the way in. */
export interface DoorView {
  readonly name: string;
  readonly account: string;
  readonly vpc: VpcView;
  readonly internetGateway?: string;
  readonly alb?: LoadBalancerView;
  readonly webAcls: readonly WebAclView[];
  /** Zones with records that lead to the ALB, and how many of them. */
  readonly zones: readonly { readonly name: string; readonly records: number }[];
  readonly publicSubnets: SubnetsView;
  readonly endpointSubnets: SubnetsView;
  readonly connections: readonly ConnectionView[];
}

/** What a diagram shows. */
export interface NetworkView {
  readonly doors: readonly DoorView[];
  /** Tenants with an NLB of their own. */
  readonly direct: readonly TenantView[];
  /** Tenants that neither an endpoint of a door nor an NLB of their own leads to. */
  readonly unconnected: readonly TenantView[];
}
