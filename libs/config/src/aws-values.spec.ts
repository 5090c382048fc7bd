import { azIdPrefix, DEFAULT_VPC_ENDPOINTS, EXTRA_VPC_ENDPOINTS, REGION } from './aws-values';

const REGIONS: readonly (readonly [string, string])[] = [
  ['af-south-1', 'afs1'],
  ['ap-east-1', 'ape1'],
  ['ap-northeast-3', 'apne3'],
  ['ap-south-2', 'aps2'],
  ['ap-southeast-2', 'apse2'],
  ['ca-central-1', 'cac1'],
  ['ca-west-1', 'caw1'],
  ['eu-central-1', 'euc1'],
  ['eu-north-1', 'eun1'],
  ['eu-west-3', 'euw3'],
  ['il-central-1', 'ilc1'],
  ['me-south-1', 'mes1'],
  ['mx-central-1', 'mxc1'],
  ['sa-east-1', 'sae1'],
  ['us-east-1', 'use1'],
  ['us-west-2', 'usw2'],
];

describe('azIdPrefix', () => {
  it.each(REGIONS)('shortens %s to %s', (region, prefix) => {
    expect(azIdPrefix(region)).toBe(prefix);
  });
});

describe('REGION', () => {
  it.each(REGIONS)('accepts %s', (region) => {
    expect(REGION.test(region)).toBe(true);
  });

  it.each(['cn-north-1', 'us-gov-west-1', 'eu-central', 'eu--1', 'eu-central-1a', 'us-northcentral-1'])(
    'rejects %s',
    (region) => {
      expect(REGION.test(region)).toBe(false);
    },
  );
});

describe('EXTRA_VPC_ENDPOINTS', () => {
  it('shares no service with the default ones and is sorted', () => {
    const defaults: readonly string[] = DEFAULT_VPC_ENDPOINTS;
    expect(EXTRA_VPC_ENDPOINTS.filter((name) => defaults.includes(name))).toEqual([]);
    expect([...EXTRA_VPC_ENDPOINTS].sort()).toEqual(EXTRA_VPC_ENDPOINTS);
  });
});
