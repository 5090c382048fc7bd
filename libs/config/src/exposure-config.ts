import type { CentralExposureFile, DirectExposureFile } from './exposure-schema';
import { hostConfigs } from './hosts';
import type { CentralExposure, DirectCertificate, DirectExposure, Exposure, InternetVpcConfig } from './model';
import { DIRECT_PUBLIC_SUBNETS, subnetsOf } from './subnets';
import type { TenantFile } from './tenant-schema';
import { zoneCreator } from './zone-creator';

/** The exposure of a valid file, with what the internet VPCs add to it. */
export function exposureConfig(file: TenantFile, internetVpcs: readonly InternetVpcConfig[]): Exposure {
  const { exposure } = file;
  return exposure.type === 'central'
    ? centralExposure(exposure, internetVpcs)
    : directExposure(file, exposure, internetVpcs);
}

function centralExposure(exposure: CentralExposureFile, internetVpcs: readonly InternetVpcConfig[]): CentralExposure {
  const domain = internetVpcs.find(({ name }) => name === exposure.internetVpc)?.domain ?? '';
  const hosts = hostConfigs(exposure.hosts, domain);
  const zones = hosts.flatMap(({ certificate }) => (certificate.type === 'hostedZone' ? certificate.hostedZone : []));
  const owners = internetVpcs.filter(
    ({ name, hostedZone, domain: zone }) =>
      hostedZone === 'create' && name !== exposure.internetVpc && zones.includes(zone),
  );
  return { ...exposure, hosts, ...(owners.length ? { hostedZoneOwners: owners.map(({ name }) => name) } : {}) };
}

function directExposure(
  file: TenantFile,
  exposure: DirectExposureFile,
  internetVpcs: readonly InternetVpcConfig[],
): DirectExposure {
  const zone = exposure.hostedZone;
  const owner = zoneCreator(internetVpcs, zone) ?? internetVpcs.find(({ domain }) => domain === zone);
  return {
    ...exposure,
    ...(owner ? { hostedZoneOwner: owner.name } : {}),
    hosts: exposure.hosts.map((name) => ({ name })),
    certificate: certificateOf(exposure.certificate),
    publicSubnets: subnetsOf(file, exposure.publicSubnets, DIRECT_PUBLIC_SUBNETS),
  };
}

function certificateOf(stated: string): DirectCertificate {
  if (stated === 'requested' || stated === 'none') return { type: stated };
  return { type: 'arn', certificateArn: stated };
}
