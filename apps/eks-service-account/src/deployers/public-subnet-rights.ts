import { allow } from '@central-ingress/iam-policy';
import type { Statement } from '@central-ingress/iam-policy';
import { asStack, ofStack, tagsNew } from './deployer-scope';
import type { DeployerScope } from './deployer-scope';

/** What the stack `<tenant>-networking` of a direct tenant does beside that of a central one: open its VPC. */
export function publicSubnetRights(scope: DeployerScope, stackName: string): readonly Statement[] {
  const gateways = scope.ec2('internet-gateway');
  return [
    // Describe actions know no resource.
    allow('ReadInternetGateways', ['ec2:DescribeInternetGateways'], ['*']),
    allow('CreateInternetGateways', ['ec2:CreateInternetGateway'], gateways, asStack(stackName)),
    tagsNew('TagNewInternetGateways', ['ec2:CreateInternetGateway'], gateways),
    allow(
      'OpenOwnNetwork',
      [
        'ec2:AttachInternetGateway',
        'ec2:CreateRoute',
        'ec2:CreateTags',
        'ec2:DeleteInternetGateway',
        'ec2:DeleteRoute',
        'ec2:DeleteTags',
        'ec2:DetachInternetGateway',
        'ec2:ReplaceRoute',
      ],
      scope.ec2('internet-gateway', 'route-table', 'vpc'),
      ofStack(stackName),
    ),
  ];
}
