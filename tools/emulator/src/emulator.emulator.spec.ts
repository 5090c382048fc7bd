import { spawn } from 'node:child_process';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { AssumeRoleCommand, GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { type Emulator, startEmulator } from './emulator';
import { EmulatorError } from './errors';
import { type EmulatorInstallation, ensureEmulator } from './installation';
import { temporaryFolder } from './temporary-folder';

const REQUESTED = { upgradePolicy: { supportType: 'STANDARD' }, resourcesVpcConfig: { subnetIds: [] } };
interface Cluster {
  readonly arn: string;
  readonly resourcesVpcConfig: { readonly clusterSecurityGroupId: string };
}

const WORKSPACE = join(__dirname, '..', '..', '..');

function portsOf({ endpoints: { aws, eks } }: Pick<Emulator, 'endpoints'>): readonly number[] {
  return [aws, eks].map((url) => Number(new URL(url).port));
}

function isOpen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
      .once('connect', () => resolve(true))
      .once('error', () => resolve(false))
      .once('close', () => socket.destroy())
      .once('connect', () => socket.destroy());
  });
}

async function areClosedWithin(seconds: number, ports: readonly number[]): Promise<boolean> {
  for (let left = seconds * 10; left > 0; left -= 1) {
    if (!(await Promise.all(ports.map(isOpen))).includes(true)) return true;
    await sleep(100);
  }
  return false;
}

describe('startEmulator', () => {
  let installation: EmulatorInstallation;

  beforeAll(async () => {
    installation = await ensureEmulator({ folder: join(WORKSPACE, '.emulator'), log: () => undefined });
  }, 300_000);

  describe('while it runs', () => {
    let emulator: Emulator;

    beforeAll(async () => {
      emulator = await startEmulator(installation, { logFolder: temporaryFolder() });
    });
    afterAll(() => emulator.stop());

    function sts(keys?: { accessKeyId: string; secretAccessKey: string; sessionToken: string }): STSClient {
      const credentials = keys ?? { accessKeyId: 'emulator', secretAccessKey: 'emulator' };
      return new STSClient({ endpoint: emulator.endpoints.aws, region: emulator.region, credentials });
    }

    async function assume(account: string): Promise<Parameters<typeof sts>[0]> {
      const command = { RoleArn: `arn:aws:iam::${account}:role/deployer`, RoleSessionName: 'test' };
      const { Credentials: given } = await sts().send(new AssumeRoleCommand(command));
      return {
        accessKeyId: String(given?.AccessKeyId),
        secretAccessKey: String(given?.SecretAccessKey),
        sessionToken: String(given?.SessionToken),
      };
    }

    /** Signed by an account's deployer; the emulator reads the key of a signature and checks no more. */
    async function call(account: string, service: string, path: string, init: RequestInit = {}): Promise<Response> {
      const credential = `${(await assume(account))?.accessKeyId}/20250101/eu-central-1/${service}/aws4_request`;
      const authorization = `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=host, Signature=0`;
      const { aws, eks } = emulator.endpoints;
      return fetch((service === 'eks' ? eks : aws) + path, {
        ...init,
        headers: { ...init.headers, authorization },
      });
    }

    async function createCluster(account: string): Promise<Cluster> {
      const body = JSON.stringify({ name: 'payments', roleArn: 'arn', ...REQUESTED });
      const created = await call(account, 'eks', '/clusters', { method: 'POST', body });
      expect(created.status).toBe(200);
      const described = await call(account, 'eks', '/clusters/payments');
      return ((await described.json()) as { cluster: Cluster }).cluster;
    }

    async function ec2(
      account: string,
      request: Readonly<Record<string, string>>,
      invocation?: string,
    ): Promise<string> {
      const body = new URLSearchParams({ Version: '2016-11-15', ...request });
      const headers: Record<string, string> = invocation ? { 'amz-sdk-invocation-id': invocation } : {};
      return (await call(account, 'ec2', '/', { method: 'POST', body, headers })).text();
    }

    function securityGroups(account: string): Promise<string> {
      return ec2(account, { Action: 'DescribeSecurityGroups' });
    }

    it('takes the account of an assumed role from its ARN', async () => {
      const identity = await sts(await assume('222222222222')).send(new GetCallerIdentityCommand({}));

      expect(identity.Account).toBe('222222222222');
    });

    it('keeps clusters of the same name in two accounts apart', async () => {
      const clusters = [await createCluster('222222222222'), await createCluster('333333333333')];

      expect(clusters.map(({ arn }) => arn)).toEqual([
        'arn:aws:eks:eu-central-1:222222222222:cluster/payments',
        'arn:aws:eks:eu-central-1:333333333333:cluster/payments',
      ]);
    });

    it('answers for a cluster as AWS does where Terraform compares', async () => {
      const cluster = await createCluster('444444444444');

      expect(cluster).toMatchObject({
        status: 'ACTIVE',
        upgradePolicy: { supportType: 'STANDARD' },
        identity: {
          oidc: { issuer: expect.stringMatching(/^https:\/\/oidc\.eks\.eu-central-1\.amazonaws\.com\/id\//) },
        },
      });
    });

    it('has the security group of a cluster as long as the cluster stands', async () => {
      const { resourcesVpcConfig } = await createCluster('555555555555');
      expect(await securityGroups('555555555555')).toContain(resourcesVpcConfig.clusterSecurityGroupId);

      await call('555555555555', 'eks', '/clusters/payments', { method: 'DELETE' });

      expect(await securityGroups('555555555555')).not.toContain('eks-cluster-sg-payments');
    });

    it('makes one VPC of a request that is sent twice, as a client does that got no answer', async () => {
      const create = async (invocation: string) =>
        /<vpcId>(vpc-\w+)</.exec(
          await ec2('666666666666', { Action: 'CreateVpc', CidrBlock: '10.0.0.0/16' }, invocation),
        )?.[1];

      const [first, again, other] = [await create('one'), await create('one'), await create('two')];

      expect(first).toMatch(/^vpc-/);
      expect([again === first, other === first]).toEqual([true, false]);
    });

    it('makes one VPC of a request that is sent again while the first is still at work', async () => {
      const create = () => ec2('777777777777', { Action: 'CreateVpc', CidrBlock: '10.0.0.0/16' }, 'at once');

      const answers = await Promise.all(Array.from({ length: 20 }, create));

      expect(new Set(answers).size).toBe(1);
    });

    it('does again what has failed, when it is sent again', async () => {
      const create = (VpcId: string) =>
        ec2('888888888888', { Action: 'CreateSubnet', VpcId, CidrBlock: '10.0.0.0/24' }, 'failing');
      const created = await ec2('888888888888', { Action: 'CreateVpc', CidrBlock: '10.0.0.0/16' });

      expect(await create('vpc-0')).toContain('<Code>InvalidVpcID.NotFound</Code>');
      expect(await create(/<vpcId>(vpc-\w+)</.exec(created)?.[1] ?? '')).toContain('<subnetId>subnet-');
    });
  });

  it('ends both servers when it is stopped, and once more does no harm', async () => {
    const emulator = await startEmulator(installation, { logFolder: temporaryFolder() });
    await emulator.stop();
    await emulator.stop();

    expect(await Promise.all(portsOf(emulator).map(isOpen))).toEqual([false, false]);
  });

  it('leaves nothing behind when the process that started it is killed', async () => {
    const program = `
      const { startEmulator } = require('./src/emulator');
      startEmulator(${JSON.stringify(installation)}, { logFolder: ${JSON.stringify(temporaryFolder())} })
        .then(({ endpoints }) => console.log(JSON.stringify({ endpoints })));`;
    const starter = spawn(process.execPath, ['--require', 'tsx/cjs', '--eval', program], {
      cwd: join(__dirname, '..'),
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const line = await new Promise<string>((resolve) => starter.stdout.once('data', (data) => resolve(String(data))));
    const ports = portsOf(JSON.parse(line) as Emulator);
    expect(await Promise.all(ports.map(isOpen))).toEqual([true, true]);

    starter.kill('SIGKILL');

    expect(await areClosedWithin(10, ports)).toBe(true);
  });

  it('rejects with the end of the log when a server does not start', async () => {
    const logFolder = temporaryFolder();
    const broken = temporaryFolder({ python: '#!/bin/sh\necho "no module named moto"\nexit 1\n' });

    await expect(startEmulator({ folder: broken, python: join(broken, 'python') }, { logFolder })).rejects.toEqual(
      new EmulatorError(
        `the emulator's moto server ended; its output is in ${logFolder}/moto.log, the end of it:\n  no module named moto`,
      ),
    );
  });
});
