import { CLUSTER_ROWS } from './malformed/cluster-rows';
import { DIRECT_ROWS } from './malformed/direct-rows';
import { EXPOSURE_ROWS } from './malformed/exposure-rows';
import { HOST_ROWS } from './malformed/host-rows';
import { INTERNET_VPC_NAME_ROWS } from './malformed/internet-vpc-name-rows';
import { INTERNET_VPC_ROWS } from './malformed/internet-vpc-rows';
import { OPERATOR_ROWS } from './malformed/operator-rows';
import { PLATFORM_ROWS } from './malformed/platform-rows';
import { SUBNET_ROWS } from './malformed/subnet-rows';
import { TENANT_NAME_ROWS } from './malformed/tenant-name-rows';
import { WORLD_ROWS } from './malformed/world-rows';
import { YAML_ROWS } from './malformed/yaml-rows';
import type { MalformedRow } from './malformed/row';
import { parseWorld } from './parse-world';
import { ConfigError } from './problems';
import { sampleFiles } from './sample-files';

function reported(files: Parameters<typeof parseWorld>[0]): string {
  try {
    parseWorld(files);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  return 'nothing';
}

const ROWS: Readonly<Record<string, readonly MalformedRow[]>> = {
  'YAML of any file': YAML_ROWS,
  'platform.yaml': [...PLATFORM_ROWS, ...OPERATOR_ROWS],
  'internet-vpc.yaml': [...INTERNET_VPC_NAME_ROWS, ...INTERNET_VPC_ROWS, ...SUBNET_ROWS],
  'tenant.yaml': [...TENANT_NAME_ROWS, ...CLUSTER_ROWS],
  'exposure in tenant.yaml': [...EXPOSURE_ROWS, ...HOST_ROWS, ...DIRECT_ROWS],
  'all files together': WORLD_ROWS,
};

describe.each(Object.entries(ROWS))('parseWorld: %s', (_, rows) => {
  it.each(rows)('rejects $rejects', ({ change, says }) => {
    expect(reported(sampleFiles(change))).toBe([says].flat().join('\n'));
  });
});

describe('parseWorld', () => {
  it('accepts the sample world that every malformed one is made from', () => {
    expect(reported(sampleFiles())).toBe('nothing');
  });
});
