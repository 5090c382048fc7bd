import type { PlatformConfig } from '@central-ingress/config';
import { handoverParameterArn, serviceNameParameterArn } from '@central-ingress/contract';
import { stateAccess } from '@central-ingress/deployer-role';
import { FLOW_LOG_WRITING_ACTIONS, PARAMETER_KEEPING_ACTIONS, allow, roleCreation } from '@central-ingress/iam-policy';
import type { Statement } from '@central-ingress/iam-policy';
import { AccountArns } from './account-arns';
import { changeRecords, zoneReadRights } from './common-rights';
import type { Duty } from './duty';

/** The most that a role made by a deployer can ever do: write flow logs, or register a tenant. */
export function createdRolesCeiling(platform: PlatformConfig): readonly Statement[] {
  const { region, centralAccountId, namePrefix } = platform;
  const arns = new AccountArns(platform);
  return [
    allow('WriteFlowLogs', FLOW_LOG_WRITING_ACTIONS, arns.logGroup(`${namePrefix}-*-flow-logs`)),
    allow('FindLogGroups', ['logs:DescribeLogGroups'], [arns.regional('logs', 'log-group:*')]),
    allow('WriteServiceNames', PARAMETER_KEEPING_ACTIONS, [serviceNameParameterArn(region, centralAccountId, '*')]),
    allow(
      'ReadRegistrations',
      ['ssm:GetParameter', 'ssm:GetParameters'],
      [handoverParameterArn(region, centralAccountId, namePrefix, 'tenant/registration', '*')],
    ),
    allow('FindParameters', ['ssm:DescribeParameters'], ['*']),
    changeRecords('ProveHosts', 'CNAME', '_*'),
    changeRecords('PointHosts', 'A', '*'),
    ...zoneReadRights(),
  ];
}

/** The most that a deployer which creates roles can ever do: its kind of service, its states, bounded roles. */
export function deployersCeiling(
  platform: PlatformConfig,
  boundaryArn: string,
  duties: readonly Duty[],
): readonly Statement[] {
  const creating = duties.flatMap((duty) => (duty.createsRoles ? [{ ...duty, createsRoles: duty.createsRoles }] : []));
  return [
    // A ceiling only: each deployer's own policy says which of these actions it has, and on what.
    allow('DutyServices', ['ec2:*', 'logs:*', 'route53:*', 'ssm:*'], ['*']),
    ...stateAccess(
      platform,
      platform.centralAccountId,
      creating.flatMap(({ stateKeys }) => stateKeys),
    ),
    ...roleCreation({
      boundaryArn,
      roleArns: creating.flatMap(({ createsRoles }) => createsRoles.roleArns),
      passedTo: creating.flatMap(({ createsRoles }) => createsRoles.passedTo ?? []),
    }),
  ];
}
