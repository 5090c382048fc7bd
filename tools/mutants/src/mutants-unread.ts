import { mutant } from './mutant';
import type { Mutant } from './mutant';

const STACK = 'main-networking';

/** Types that open a way or give a right, each by itself, and of which the proof knows nothing but that. */
const UNREAD: readonly string[] = [
  // Networks.
  'aws_customer_gateway',
  'aws_default_network_acl',
  'aws_default_route_table',
  'aws_dx_gateway_association',
  'aws_ec2_client_vpn_endpoint',
  'aws_ec2_instance_connect_endpoint',
  'aws_ec2_managed_prefix_list',
  'aws_ec2_transit_gateway',
  'aws_ec2_transit_gateway_route',
  'aws_eip_association',
  'aws_instance',
  'aws_main_route_table_association',
  'aws_network_interface_attachment',
  'aws_network_interface_sg_attachment',
  'aws_networkfirewall_firewall',
  'aws_networkmanager_vpc_attachment',
  'aws_verifiedaccess_endpoint',
  'aws_vpc_dhcp_options_association',
  'aws_vpc_endpoint_connection_accepter',
  'aws_vpc_endpoint_policy',
  'aws_vpc_endpoint_route_table_association',
  'aws_vpc_endpoint_security_group_association',
  'aws_vpc_ipv6_cidr_block_association',
  'aws_vpc_peering_connection_accepter',
  'aws_vpc_route_server_propagation',
  'aws_vpc_security_group_vpc_association',
  'aws_vpclattice_service_network_vpc_association',
  'aws_vpn_connection',
  'aws_vpn_gateway_route_propagation',
  // Doors.
  'aws_apigatewayv2_vpc_link',
  'aws_autoscaling_attachment',
  'aws_autoscaling_traffic_source_attachment',
  'aws_cloudfront_distribution',
  'aws_cloudfront_vpc_origin',
  'aws_elb',
  'aws_globalaccelerator_endpoint_group',
  'aws_lambda_function_url',
  'aws_lb_trust_store',
  'aws_wafv2_web_acl_rule_group_association',
  // Names.
  'aws_route53_resolver_rule_association',
  'aws_route53_traffic_policy_instance',
  'aws_route53_zone_association',
  'aws_route53profiles_association',
  'aws_service_discovery_instance',
  // Rights.
  'aws_cognito_identity_pool_roles_attachment',
  'aws_ecr_registry_policy',
  'aws_ecr_repository_policy',
  'aws_eks_fargate_profile',
  'aws_eks_identity_provider_config',
  'aws_eks_pod_identity_association',
  'aws_iam_access_key',
  'aws_iam_group_policy_attachment',
  'aws_iam_instance_profile',
  'aws_iam_policy_attachment',
  'aws_iam_role_policies_exclusive',
  'aws_iam_role_policy_attachments_exclusive',
  'aws_iam_saml_provider',
  'aws_iam_user',
  'aws_iam_user_policy_attachment',
  'aws_kms_grant',
  'aws_kms_key_policy',
  'aws_lambda_permission',
  'aws_ram_resource_share',
  'aws_rolesanywhere_trust_anchor',
  'aws_s3_access_point',
  'aws_s3_bucket_acl',
  'aws_s3_bucket_replication_configuration',
  'aws_ssm_activation',
  'aws_ssoadmin_account_assignment',
  // Whatever they are told to make.
  'aws_cloudcontrolapi_resource',
  'aws_cloudformation_stack',
  'awscc_ec2_vpc_peering_connection',
  'kubernetes_cluster_role_binding_v1',
  'kubernetes_ingress_v1',
  'null_resource',
  'terraform_data',
];

/** Types that connect VPCs, in a VPC that is no tenant's. */
const CONNECTING: readonly string[] = [
  'aws_ec2_transit_gateway_vpc_attachment',
  'aws_egress_only_internet_gateway',
  'aws_internet_gateway_attachment',
  'aws_nat_gateway',
  'aws_vpc_peering_connection',
  'aws_vpn_gateway',
  'aws_vpn_gateway_attachment',
];

/** What a look-up finds may be a resource of these stacks under a second name. */
const LOOKED_UP: readonly string[] = ['aws_iam_policy', 'aws_lb_listener', 'aws_vpc', 'external'];

const says = (what: string): string => `${what} may open a way or give a right, and is not understood here`;

/** Resources that the proof cannot read: each is a finding, because it could undo what is proven of the others. */
export const UNREAD_MUTANTS: readonly Mutant[] = [
  ...UNREAD.map((type) =>
    mutant(
      `there is a resource ${type}`,
      (world) => world.add(STACK, type, 'unread', {}),
      'not-understood',
      'model',
      `${STACK}: ${type}.unread`,
      says(type),
    ),
  ),
  ...CONNECTING.map((type) =>
    mutant(
      `the internet VPC has a resource ${type}`,
      (world) => world.add(STACK, type, 'unread', { vpc_id: world.reference(STACK, 'aws_vpc', '', 'id') }),
      'not-understood',
      'model',
      `${STACK}: ${type}.unread`,
      says(type),
    ),
  ),
  ...LOOKED_UP.map((type) =>
    mutant(
      `there is a data source ${type}`,
      (world) => {
        const document = world.stack(STACK);
        document.data = { ...document.data, [type]: { unread: {} } };
      },
      'not-understood',
      'model',
      `${STACK}: data.${type}.unread`,
      says(`data.${type}`),
    ),
  ),
  mutant(
    'a private zone decides names inside a VPC',
    (world) =>
      world.add(STACK, 'aws_route53_zone', 'inside', {
        name: 'amazonaws.com',
        vpc: { vpc_id: world.reference(STACK, 'aws_vpc', '', 'id') },
      }),
    'not-understood',
    'model',
    `${STACK}: aws_route53_zone.inside`,
    says('a private hosted zone'),
  ),
  mutant(
    'a cluster gets a chart that nobody knows',
    (world) => world.add('payments-addons', 'helm_release', 'more', { chart: 'traefik', name: 'traefik' }),
    'not-understood',
    'model',
    'payments-addons: helm_release.more',
    says('the chart traefik'),
  ),
];
