import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { addonLock, chartsOf } from '@central-ingress/addon-lock';
import type { AddonLock } from '@central-ingress/addon-lock';
import { isDirect } from '@central-ingress/config';
import type { TenantConfig, World } from '@central-ingress/config';
import { handoverParameter } from '@central-ingress/contract';
import type { HandoverKey, Handovers } from '@central-ingress/contract';
import { planStack, runTerraform } from '@central-ingress/deployment';
import type { TerraformRun } from '@central-ingress/deployment';
import { synthesize } from '@central-ingress/ingress';
import { clusterName } from '@central-ingress/naming';
import { tenantStacks } from '@central-ingress/stack-graph';
import { operatorCredentials } from '@central-ingress/state-bucket';
import type { EndToEnd } from './end-to-end';
import { KubernetesClient } from './kubernetes-client';

/** Where the controller's webhooks lie; without a node nothing answers them, and they would refuse every Service. */
const WEBHOOKS = ['mutating', 'validating'].map(
  (kind) => `/apis/admissionregistration.k8s.io/v1/${kind}webhookconfigurations/aws-load-balancer-webhook`,
);

/** One tenant's add-ons stack, applied by Terraform to the Kubernetes API of a kubeconfig. */
export class AddonsRun {
  public readonly tenant: TenantConfig;
  public readonly client: KubernetesClient;
  public readonly lock: AddonLock;
  private readonly run: TerraformRun;

  /** @param folder of everything that the run writes */
  constructor(
    private readonly world: World,
    private readonly given: EndToEnd,
    private readonly folder: string,
  ) {
    const tenant = world.tenants.find(({ connectionName }) => connectionName === given.tenant);
    if (!tenant) throw new RangeError(`no tenant ${given.tenant}`);
    this.tenant = tenant;
    this.client = new KubernetesClient(given.kubeconfig);
    this.lock = lockOf(tenant, given.charts);
    const { name } = tenantStacks(world.platform, tenant).addons;
    this.run = { folder: join(folder, 'stacks', name), logFile: join(folder, `${name}.log`), env: process.env };
  }

  /** Writes the hand-overs, synthesizes, and applies: the load balancer controller first, to be rid of its webhooks. */
  public async apply(): Promise<void> {
    await this.writeHandovers();
    mkdirSync(this.folder, { recursive: true });
    const platform = { ...this.world.platform, charts: { type: 'folder' as const, path: this.given.charts } };
    const { kubeconfig } = this.given;
    synthesize({ ...this.world, platform }, [this.given.tenant], this.folder, { kubeconfig, lock: this.lock });
    const controller = this.withoutWaiting();

    await runTerraform(['init', '-input=false', '-no-color'], this.run);
    const apply = ['apply', '-auto-approve', '-input=false', '-no-color'];
    await runTerraform([...apply, `-target=${controller}`], this.run);
    for (const path of WEBHOOKS) await this.client.delete(path);
    await runTerraform(apply, this.run);
  }

  /** What a further plan would change. */
  public plan(): ReturnType<typeof planStack> {
    return planStack(this.run);
  }

  /**
   * Lets nothing wait for pods, which no node may be there to run.
   * @returns address of the load balancer controller's release
   */
  private withoutWaiting(): string {
    const json = JSON.parse(readFileSync(join(this.run.folder, 'cdk.tf.json'), 'utf8')) as {
      resource: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
    };
    const releases = Object.keys(json.resource['helm_release'] ?? {});
    const services = Object.keys(json.resource['kubernetes_service_v1'] ?? {});
    const all = <T>(names: readonly string[], body: T) => Object.fromEntries(names.map((name) => [name, body]));
    const override = {
      helm_release: all(releases, { wait: false, atomic: false, disable_webhooks: true }),
      ...(services.length ? { kubernetes_service_v1: all(services, { wait_for_load_balancer: false }) } : {}),
    };
    writeFileSync(join(this.run.folder, 'e2e_override.tf.json'), JSON.stringify({ resource: override }));
    return `helm_release.${releases.find((name) => name.startsWith('load-balancer-controller')) ?? ''}`;
  }

  private async writeHandovers(): Promise<void> {
    const { platform } = this.world;
    const { accountId, connectionName, availabilityZoneIds } = this.tenant;
    const credentials = await operatorCredentials(platform, accountId);
    const ssm = new SSMClient({ region: platform.region, credentials });
    const subnets = Object.fromEntries(availabilityZoneIds.map((azId, index) => [azId, `subnet-${index}`]));
    const write = async <K extends HandoverKey>(key: K, document: Handovers[K]): Promise<void> => {
      const Name = handoverParameter(platform.namePrefix, key, connectionName);
      await ssm.send(
        new PutParameterCommand({ Name, Value: JSON.stringify(document), Type: 'String', Overwrite: true }),
      );
    };
    await write('tenant/networking', { vpcId: 'vpc-1', privateSubnetIds: subnets });
    await write('tenant/cluster', {
      clusterName: clusterName(platform.namePrefix, connectionName),
      clusterEndpoint: 'https://not.used.invalid',
      clusterCertificateAuthority: 'bm90IHVzZWQ=',
      clusterSecurityGroupId: 'sg-1',
      loadBalancerControllerRoleArn: `arn:aws:iam::${accountId}:role/load-balancer-controller`,
    });
    if (isDirect(this.tenant)) {
      await write('tenant/direct-ingress', { certificateArns: EXAMPLE.certificateArns, publicSubnetIds: subnets });
    } else {
      const { targetGroupArn, nlbSecurityGroupId } = EXAMPLE;
      await write('tenant/ingress', { targetGroupArn, nlbSecurityGroupId });
    }
  }
}

/** What AWS would have made; nothing here calls it. */
export const EXAMPLE = {
  targetGroupArn:
    'arn:aws:elasticloadbalancing:eu-central-1:222222222222:targetgroup/acme-payments-pods/73e2d6bc24d8a067',
  nlbSecurityGroupId: 'sg-nlb',
  certificateArns: 'arn:aws:acm:eu-central-1:444444444444:certificate/7610ed7d-5a81-4ea2-a18a-7ba1606cca3e',
};

/** The lock with the digests of the files in a folder: charts packed from their sources differ from the published. */
function lockOf(tenant: TenantConfig, folder: string): AddonLock {
  const { charts, images } = addonLock();
  const packed = chartsOf(tenant).map((name) => {
    const file = readFileSync(join(folder, `${name}-${charts[name].version}.tgz`));
    return [name, { ...charts[name], digest: `sha256:${createHash('sha256').update(file).digest('hex')}` }];
  });
  return { images, charts: { ...charts, ...Object.fromEntries(packed) } as AddonLock['charts'] };
}
