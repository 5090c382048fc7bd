import type { JsonObject, SynthesizedStacks } from '@central-ingress/network-model';

/** A tenant of {@link exampleStacks}. */
export interface ExampleTenant {
  readonly name: string;
  /** AWS services with an interface endpoint. */
  readonly services: readonly string[];
  readonly zones: number;
}

/** The smallest Terraform JSON that costs money: one internet VPC over three AZs, and tenants. */
export function exampleStacks(tenants: readonly ExampleTenant[], region = 'eu-central-1'): SynthesizedStacks {
  const stack = (account: string, resource: JsonObject): JsonObject => ({
    terraform: {},
    provider: { aws: [{ region, allowed_account_ids: [account] }] },
    resource,
  });
  const central = (resource: JsonObject) => stack('111111111111', resource);
  return {
    'central-roles': central({ aws_iam_role: { role: { name: 'role' } } }),
    'main-networking': central({ aws_route53_zone: { zone: { name: 'apps.example.com' } } }),
    'main-alb': central({
      aws_subnet: subnets(3),
      aws_lb: { alb: { name: 'alb', load_balancer_type: 'application', subnets: subnetIds(3) } },
      aws_wafv2_web_acl: { acl: { name: 'acl', rule: [{ name: 'one' }, { name: 'two' }] } },
    }),
    ...Object.fromEntries(tenants.flatMap((tenant) => Object.entries(tenantStacks(tenant, central, stack)))),
  };
}

function tenantStacks(
  { name, services, zones }: ExampleTenant,
  central: (resource: JsonObject) => JsonObject,
  stack: (account: string, resource: JsonObject) => JsonObject,
): SynthesizedStacks {
  const interfaceEndpoint = (service: string): JsonObject => ({
    service_name: `com.amazonaws.eu-central-1.${service}`,
    vpc_endpoint_type: 'Interface',
    subnet_ids: subnetIds(zones),
  });
  const own = (resource: JsonObject) => stack('222222222222', resource);
  return {
    [`${name}-networking`]: own({
      aws_subnet: subnets(zones),
      aws_vpc_endpoint: {
        s3: { service_name: 'com.amazonaws.eu-central-1.s3', vpc_endpoint_type: 'Gateway' },
        ...Object.fromEntries(services.map((service) => [service.replace('.', '-'), interfaceEndpoint(service)])),
      },
    }),
    [`${name}-cluster`]: own({
      aws_eks_cluster: { cluster: { name } },
      aws_kms_key: { key: {} },
      aws_eks_node_group: {
        nodes: {
          node_group_name: `${name}-nodes`,
          instance_types: ['m6i.large'],
          scaling_config: { desired_size: 3, min_size: 2, max_size: 6 },
          disk_size: 50,
          tags: { Name: `${name}-nodes` },
        },
      },
    }),
    [`${name}-ingress`]: own({
      aws_subnet: subnets(zones),
      aws_lb: {
        nlb: { name: `${name}-nlb`, load_balancer_type: 'network', internal: true, subnets: subnetIds(zones) },
      },
    }),
    [`${name}-connection`]: central({
      aws_subnet: subnets(zones),
      aws_vpc_endpoint: {
        endpoint: {
          service_name: 'x',
          vpc_endpoint_type: 'Interface',
          subnet_ids: subnetIds(zones),
          tags: { Name: name },
        },
      },
    }),
  };
}

function subnets(count: number): JsonObject {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`s${index}`, { cidr_block: `10.0.${index}.0/24` }]),
  );
}

function subnetIds(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `\${aws_subnet.s${index}.id}`);
}
