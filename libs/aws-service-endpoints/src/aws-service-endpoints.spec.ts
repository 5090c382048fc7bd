import { examplePlatform, exampleTenant } from '@central-ingress/fixtures';
import { synthesizeConstruct } from '@central-ingress/testing';
import { AwsServiceEndpoints, DEFAULT_INTERFACE_SERVICES } from './aws-service-endpoints';

const SUBNETS = ['subnet-1', 'subnet-2', 'subnet-3'];

function synthesize(extraVpcEndpoints: readonly string[] = []) {
  return synthesizeConstruct(
    (scope) =>
      new AwsServiceEndpoints(scope, 'aws-endpoints', {
        platform: examplePlatform(),
        tenant: { ...exampleTenant(), extraVpcEndpoints },
        vpcId: 'vpc-1',
        subnetIds: SUBNETS,
        routeTableId: 'rtb-1',
      }),
  );
}

function statementsOf(service: string): unknown {
  return (JSON.parse(synthesize().at(`aws-endpoints/${service}`).body['policy'] as string) as { Statement: unknown })
    .Statement;
}

const ofTheAccount = (action: string) => ({
  Sid: 'PrincipalsOfTheAccount',
  Effect: 'Allow',
  Action: [action],
  Resource: ['*'],
  Principal: { AWS: ['arn:aws:iam::222222222222:root'] },
});

describe('AwsServiceEndpoints', () => {
  it('makes a private endpoint per default service', () => {
    const stack = synthesize();
    expect(stack.at('aws-endpoints/ecr-dkr').body).toEqual({
      vpc_id: 'vpc-1',
      service_name: 'com.amazonaws.eu-central-1.ecr.dkr',
      vpc_endpoint_type: 'Interface',
      subnet_ids: SUBNETS,
      security_group_ids: [`\${${stack.at('aws-endpoints/aws-endpoints').address}.id}`],
      private_dns_enabled: true,
      policy: JSON.stringify({ Version: '2012-10-17', Statement: [ofTheAccount('ecr:*')] }),
      tags: { Name: 'acme-payments-ecr-dkr' },
    });
    expect(DEFAULT_INTERFACE_SERVICES).toEqual(['ec2', 'ecr.api', 'ecr.dkr', 'sts', 'elasticloadbalancing', 'logs']);
    expect(stack.ofType('aws_vpc_endpoint')).toHaveLength(DEFAULT_INTERFACE_SERVICES.length + 1);
  });

  it("makes one for each extra service, with AWS's own policy, and none twice", () => {
    const stack = synthesize(['monitoring', 'ec2']);
    expect(stack.ofType('aws_vpc_endpoint')).toHaveLength(DEFAULT_INTERFACE_SERVICES.length + 2);
    expect(stack.at('aws-endpoints/monitoring').body).toEqual({
      vpc_id: 'vpc-1',
      service_name: 'com.amazonaws.eu-central-1.monitoring',
      vpc_endpoint_type: 'Interface',
      subnet_ids: SUBNETS,
      security_group_ids: [`\${${stack.at('aws-endpoints/aws-endpoints').address}.id}`],
      private_dns_enabled: true,
      tags: { Name: 'acme-payments-monitoring' },
    });
  });

  it('reaches S3 through the route table', () => {
    const { policy, ...endpoint } = synthesize().at('aws-endpoints/s3').body;
    expect(endpoint).toEqual({
      vpc_id: 'vpc-1',
      service_name: 'com.amazonaws.eu-central-1.s3',
      vpc_endpoint_type: 'Gateway',
      route_table_ids: ['rtb-1'],
      tags: { Name: 'acme-payments-s3' },
    });
    expect(policy).toBe(JSON.stringify({ Version: '2012-10-17', Statement: statementsOf('s3') }));
  });

  it('takes HTTPS from the VPC and lets nothing out', () => {
    const stack = synthesize();
    expect(stack.at('aws-endpoints/aws-endpoints').body).toEqual({
      vpc_id: 'vpc-1',
      name: 'acme-payments-aws-endpoints',
      description: 'HTTPS from the VPC to the endpoints of AWS services, and nothing from them',
      tags: { Name: 'acme-payments-aws-endpoints' },
    });
    expect(stack.at('aws-endpoints/aws-endpoints-https').body).toEqual({
      security_group_id: `\${${stack.at('aws-endpoints/aws-endpoints').address}.id}`,
      description: 'HTTPS from the VPC',
      ip_protocol: 'tcp',
      from_port: 443,
      to_port: 443,
      cidr_ipv4: '10.11.0.0/16',
      tags: { Name: 'acme-payments-aws-endpoints' },
    });
    expect(stack.ofType('aws_vpc_security_group_egress_rule')).toEqual([]);
  });

  it('serves principals of the account, with what the endpoint is for', () => {
    expect(statementsOf('ec2')).toEqual([ofTheAccount('ec2:*')]);
  });

  it('lets pods without a principal become roles of the account', () => {
    expect(statementsOf('sts')).toEqual([
      ofTheAccount('sts:*'),
      {
        Sid: 'PodsBecomeRolesOfTheAccount',
        Effect: 'Allow',
        Action: ['sts:AssumeRoleWithWebIdentity'],
        Resource: ['arn:aws:iam::222222222222:role/*'],
        Principal: { AWS: ['*'] },
      },
    ]);
  });

  it("reads the account's own objects in S3, and of AWS only image layers and packages", () => {
    expect(statementsOf('s3')).toEqual([
      {
        Sid: 'PrincipalsOfTheAccount',
        Effect: 'Allow',
        Action: ['s3:*'],
        Resource: ['*'],
        Principal: { AWS: ['*'] },
        Condition: { StringEquals: { 'aws:PrincipalAccount': '222222222222' } },
      },
      {
        Sid: 'ImageLayersAndPackagesOfAws',
        Effect: 'Allow',
        Action: ['s3:GetObject'],
        Resource: [
          'arn:aws:s3:::prod-eu-central-1-starport-layer-bucket/*',
          'arn:aws:s3:::al2023-repos-eu-central-1-de612dc2/*',
        ],
        Principal: { AWS: ['*'] },
      },
    ]);
  });
});
