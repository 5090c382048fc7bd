import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MISSING_PROVIDERS_VARIABLE, missingProviders, unavailability } from './missing-providers';

describe('missingProviders', () => {
  it.each([
    [{}, {}],
    [{ [MISSING_PROVIDERS_VARIABLE]: '' }, {}],
    [{ [MISSING_PROVIDERS_VARIABLE]: '{"hashicorp/helm":"why"}' }, { 'hashicorp/helm': 'why' }],
  ])('reads %j as %j', (env, expected) => {
    expect(missingProviders(env)).toEqual(expected);
  });
});

describe('unavailability', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'stack-'));
    const required = {
      aws: { source: 'aws' },
      helm: { source: 'hashicorp/helm' },
      kubernetes: { source: 'kubernetes' },
    };
    writeFileSync(join(folder, 'cdk.tf.json'), JSON.stringify({ terraform: { required_providers: required } }));
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  it.each([
    ['hashicorp/helm', 'the Terraform provider hashicorp/helm cannot be used: it is in no mirror'],
    ['hashicorp/kubernetes', 'the Terraform provider hashicorp/kubernetes cannot be used: it is in no mirror'],
    ['hashicorp/random', undefined],
  ])('of a stack without %s is %s', (source, expected) => {
    expect(unavailability(folder, { [source]: 'it is in no mirror' })).toBe(expected);
  });

  it('reads no stack when nothing is missing', () => {
    expect(unavailability(join(folder, 'elsewhere'), {})).toBeUndefined();
  });
});
