import { SsmParameter } from '@cdktf/provider-aws/lib/ssm-parameter';
import { examplePlatform, exampleTenant } from '@central-ingress/fixtures';
import { tenantStacks } from '@central-ingress/stack-graph';
import type { StackNode } from '@central-ingress/stack-graph';
import { App } from 'cdktf';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AccountStack } from './account-stack';

class Example extends AccountStack {
  public readonly parameter: SsmParameter;

  constructor(app: App, stack: StackNode, value: string) {
    super(app, { platform: examplePlatform(), stack });
    this.parameter = new SsmParameter(this, 'parameter', { name: stack.name, type: 'String', insecureValue: value });
  }
}

describe('AccountStack', () => {
  let outdir: string;
  beforeEach(() => {
    outdir = mkdtempSync(join(tmpdir(), 'account-stack-'));
  });
  afterEach(() => rmSync(outdir, { recursive: true, force: true }));

  it('rejects a reference to a resource of another stack, which would be a remote state', () => {
    const { networking, cluster } = tenantStacks(examplePlatform(), exampleTenant());
    const app = new App({ outdir });
    const first = new Example(app, networking, 'own');
    new Example(app, cluster, first.parameter.arn);
    expect(() => app.synth()).toThrow(
      /^Resolution error: payments-cluster refers to a resource of payments-networking; expected a hand-over\. Publish one\./,
    );
  });
});
