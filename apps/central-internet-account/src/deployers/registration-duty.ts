import type { PlatformConfig } from '@central-ingress/config';
import { handoverParameterArn } from '@central-ingress/contract';
import { AccountArns } from './account-arns';
import { parameterRights } from './common-rights';
import type { Duty } from './duty';

/** What `<tenant>-registration` needs: the tenant's registrar role and its hand-over. */
export function registrationDuty(platform: PlatformConfig): Duty {
  const { region, centralAccountId, namePrefix } = platform;
  return {
    description: 'Gives each tenant the right to register itself',
    stateKeys: ['*/registration'],
    statements: parameterRights(platform, {
      reads: [handoverParameterArn(region, centralAccountId, namePrefix, 'internet-vpc/networking', '*')],
      writes: [handoverParameterArn(region, centralAccountId, namePrefix, 'tenant/registration', '*')],
    }),
    createsRoles: { roleArns: [new AccountArns(platform).role('*-registrar-role')] },
  };
}
