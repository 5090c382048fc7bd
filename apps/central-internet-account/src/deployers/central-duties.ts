import type { PlatformConfig } from '@central-ingress/config';
import type { CentralDuty } from '@central-ingress/naming';
import { albDuty } from './alb-duty';
import { connectionDuty } from './connection-duty';
import type { Duty } from './duty';
import { networkDuty } from './network-duty';
import { registrationDuty } from './registration-duty';

/** Every duty in the central account. */
export function centralDuties(platform: PlatformConfig): Readonly<Record<CentralDuty, Duty>> {
  return {
    network: networkDuty(platform),
    alb: albDuty(platform),
    registration: registrationDuty(platform),
    connection: connectionDuty(platform),
  };
}
