import type { PlatformConfig } from '@central-ingress/config';
import { handoverParameterArn, tenantHoldParameterArn } from '@central-ingress/contract';
import { AccountArns } from './account-arns';
import { parameterRights, zoneReadRights } from './common-rights';
import type { Duty } from './duty';

/** What `<tenant>-registration` needs: the tenant's zone, its registrar role and its hand-over. */
export function registrationDuty(platform: PlatformConfig): Duty {
  const { region, centralAccountId, namePrefix } = platform;
  return {
    description: 'Gives each tenant the right to register itself',
    stateKeys: ['*/registration'],
    statements: [
      ...parameterRights(platform, {
        reads: [
          handoverParameterArn(region, centralAccountId, namePrefix, 'internet-vpc/networking', '*'),
          // Before each deployment it is asked whether the tenant is being offboarded or moved.
          tenantHoldParameterArn(region, centralAccountId, namePrefix, '*'),
        ],
        writes: [handoverParameterArn(region, centralAccountId, namePrefix, 'tenant/registration', '*')],
      }),
      // The zone of a direct tenant may be nobody's, and is then found by its name.
      ...zoneReadRights(),
    ],
    createsRoles: { roleArns: [new AccountArns(platform).role('*-registrar-role')] },
  };
}
