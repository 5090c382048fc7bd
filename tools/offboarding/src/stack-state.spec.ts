import { S3Client } from '@aws-sdk/client-s3';
import { awsError, OFFLINE, scriptedClient } from '@central-ingress/testing';
import type { Calls } from '@central-ingress/testing';
import { partOf } from './parts';
import { labelOf, parseState, readState } from './stack-state';

const record = (name: string, alias: readonly object[]) => ({
  mode: 'managed',
  type: 'aws_route53_record',
  name,
  instances: [{ attributes: { id: `Z1_${name}`, fqdn: `${name}.example.com`, alias } }],
});
const text = JSON.stringify({
  version: 4,
  resources: [
    { mode: 'data', type: 'aws_ssm_parameter', name: 'handover', instances: [{ attributes: {} }] },
    record('host', [{ name: 'alb' }]),
    record('proof', []),
    {
      mode: 'managed',
      module: 'module.of',
      type: 'aws_lb_listener_rule',
      name: 'rule',
      instances: [{ index_key: 'a', attributes: { id: 'arn:rule' } }, { index_key: 0 }],
    },
  ],
});

describe('parseState', () => {
  it('gives what Terraform keeps by its addresses, without data sources', () => {
    const { applied, resources } = parseState(text);
    expect(applied).toBe(true);
    expect(resources.map(({ address }) => address)).toEqual([
      'aws_route53_record.host',
      'aws_route53_record.proof',
      'module.of.aws_lb_listener_rule.rule["a"]',
      'module.of.aws_lb_listener_rule.rule[0]',
    ]);
  });

  it('gives nothing for a state that is empty after a destruction', () => {
    expect(parseState('{"version":4,"resources":[]}')).toEqual({ applied: true, resources: [] });
  });
});

describe('partOf', () => {
  it("takes the hosts' records and not those that validate a certificate", () => {
    expect(partOf(parseState(text), 'records').map(({ address }) => address)).toEqual(['aws_route53_record.host']);
    expect(partOf(parseState(text), 'rules')).toHaveLength(2);
    expect(partOf(parseState(text), 'endpoint service')).toEqual([]);
    expect(partOf(parseState(text))).toHaveLength(4);
  });
});

describe('labelOf', () => {
  it('says the address, and the name or id by which a person finds it', () => {
    const [host, , rule, bare] = parseState(text).resources;
    expect([host, rule, bare].map((resource) => resource && labelOf(resource))).toEqual([
      'aws_route53_record.host (host.example.com)',
      'module.of.aws_lb_listener_rule.rule["a"] (arn:rule)',
      'module.of.aws_lb_listener_rule.rule[0]',
    ]);
  });
});

describe('readState', () => {
  it('reads the object of the stack', async () => {
    const calls: Calls = [];
    const answer = { GetObject: () => ({ Body: { transformToString: async () => text } }) };
    const s3 = scriptedClient(new S3Client(OFFLINE), answer, calls);
    expect((await readState(s3, 'states', 'payments/connection')).resources).toHaveLength(4);
    expect(calls).toEqual([['GetObject', { Bucket: 'states', Key: 'payments/connection' }]]);
  });

  it.each(['NoSuchKey', 'NoSuchBucket'])('takes %s for a stack that was never applied', async (name) => {
    const s3 = scriptedClient(new S3Client(OFFLINE), { GetObject: () => awsError(name) });
    expect(await readState(s3, 'states', 'payments/addons')).toEqual({ applied: false, resources: [] });
  });

  it('rejects when the state may not be read, for then nobody knows what stands', async () => {
    await expect(readState(scriptedClient(new S3Client(OFFLINE), {}), 'states', 'key')).rejects.toThrow(
      'not authorized to perform: test:GetObject',
    );
  });
});
