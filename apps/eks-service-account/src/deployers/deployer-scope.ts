import type { PlatformConfig, TenantConfig } from '@central-ingress/config';
import { handoverParameterArn } from '@central-ingress/contract';
import type { HandoverKey } from '@central-ingress/contract';
import { LOG_GROUP_KEEPING_ACTIONS, PARAMETER_KEEPING_ACTIONS, allow } from '@central-ingress/iam-policy';
import type { Statement } from '@central-ingress/iam-policy';

/** The one tenant, in one region of one account, that a deployer's rights are limited to. */
export class DeployerScope {
  public readonly region: string;
  public readonly accountId: string;
  public readonly namePrefix: string;
  public readonly connectionName: string;

  constructor(platform: PlatformConfig, tenant: Pick<TenantConfig, 'accountId' | 'connectionName'>) {
    this.region = platform.region;
    this.accountId = tenant.accountId;
    this.namePrefix = platform.namePrefix;
    this.connectionName = tenant.connectionName;
  }

  /** ARN of a resource in the account and the region, e.g. `arn('ec2', 'vpc/*')`. */
  public arn(service: string, resource: string): string {
    return `arn:aws:${service}:${this.region}:${this.accountId}:${resource}`;
  }

  /** ARNs of every EC2 resource of the given types. */
  public ec2(...types: readonly string[]): readonly string[] {
    return types.map((type) => this.arn('ec2', `${type}/*`));
  }

  /** Rights to write, refresh and remove one hand-over of the tenant. */
  public writesHandover(key: HandoverKey): readonly Statement[] {
    return [
      allow('WriteHandover', PARAMETER_KEEPING_ACTIONS, [this.handoverArn(key)]),
      // Describing knows no single parameter.
      allow('DescribeParameters', ['ssm:DescribeParameters'], [this.arn('ssm', '*')]),
    ];
  }

  /** Right to read hand-overs of the tenant. */
  public readsHandovers(...keys: readonly HandoverKey[]): Statement {
    return allow(
      'ReadHandovers',
      ['ssm:GetParameter'],
      keys.map((key) => this.handoverArn(key)),
    );
  }

  /** Right to have AWS create the linked roles of services, which no boundary can limit and nobody can shape. */
  public linkedRoles(...services: readonly string[]): Statement {
    return allow(
      'CreateLinkedRoles',
      ['iam:CreateServiceLinkedRole'],
      services.map((service) => `arn:aws:iam::${this.accountId}:role/aws-service-role/${service}/*`),
      { StringEquals: { 'iam:AWSServiceName': services } },
    );
  }

  /** Rights to create, keep and remove one log group. */
  public keepsLogGroup(name: string): readonly Statement[] {
    return [
      allow('KeepLogGroup', LOG_GROUP_KEEPING_ACTIONS, [
        this.arn('logs', `log-group:${name}`),
        this.arn('logs', `log-group:${name}:*`),
      ]),
      allow('FindLogGroups', ['logs:DescribeLogGroups'], [this.arn('logs', 'log-group:*')]),
    ];
  }

  private handoverArn(key: HandoverKey): string {
    return handoverParameterArn(this.region, this.accountId, this.namePrefix, key, this.connectionName);
  }
}

/** Condition that a resource carries the tag with which every resource of a stack is created. */
export function ofStack(stackName: string) {
  return { StringEquals: { 'aws:ResourceTag/stack': stackName } };
}

/** Condition that a request gives the tag of a stack to what it creates. */
export function asStack(stackName: string) {
  return { StringEquals: { 'aws:RequestTag/stack': stackName } };
}

/**
 * The right to tag EC2 resources as they are created. Whoever could tag what is there already could take it over, because
 * the tag of a stack is what the rights on its resources go by.
 * @param creations the creating actions, e.g. `ec2:CreateVpc`
 */
export function tagsNew(sid: string, creations: readonly string[], resources: readonly string[]): Statement {
  return allow(sid, ['ec2:CreateTags'], resources, {
    StringEquals: { 'ec2:CreateAction': creations.map((action) => action.replace('ec2:', '')) },
  });
}
