import { mirroredImage } from '@central-ingress/addon-lock';
import type { ImageName } from '@central-ingress/addon-lock';
import { controllerPlace, nlbAnnotations, targetGroupBinding } from '@central-ingress/addon-values';
import { changesOf } from '@central-ingress/change-summary';
import { isDirect } from '@central-ingress/config';
import { openStage } from '@central-ingress/demo';
import type { Stage } from '@central-ingress/demo';
import { nlbName } from '@central-ingress/naming';
import { bootstrapAccount } from '@central-ingress/state-bucket';
import { loadWorld } from '@central-ingress/world-files';
import { join } from 'node:path';
import { AddonsRun, EXAMPLE } from './addons-run';
import { endToEnd } from './end-to-end';

const given = endToEnd(process.env);
const tell = (line: string): void => void process.stderr.write(`${line}\n`);

describe('the add-ons on a real Kubernetes API', () => {
  if ('skipped' in given) {
    it.skip(`are not installed: ${given.skipped}`, () => {});
    return;
  }
  jest.setTimeout(10 * 60 * 1000);
  let stage: Stage;
  let run: AddonsRun;

  beforeAll(async () => {
    stage = await openStage('cluster-e2e', tell, { kubernetes: true });
    const world = loadWorld(stage.worldFolder);
    run = new AddonsRun(world, given, join(stage.worldFolder, '.ingress', 'e2e'));
    await bootstrapAccount(world.platform, run.tenant.accountId);
    await run.apply();
  });

  afterAll(() => stage?.close());

  const platform = () => loadWorld(stage.worldFolder).platform;
  const containersOf = async (namespace: string, name: string) => {
    const { spec } = await run.client.get(`/apis/apps/v1/namespaces/${namespace}/deployments/${name}`);
    const pod = (
      spec as { template: { spec: { containers: { image: string }[]; initContainers?: { image: string }[] } } }
    ).template.spec;
    return [...pod.containers, ...(pod.initContainers ?? [])].map(({ image }) => image);
  };

  it("run the lock file's images from the tenant's ECR", async () => {
    const { namespace } = controllerPlace(run.tenant);
    const isContour = run.tenant.ingressController === 'contour';
    const deployments = isContour ? ['contour-contour', 'contour-envoy'] : ['ingress-nginx-controller'];
    const names: readonly ImageName[] = isContour ? ['contour', 'envoy'] : ['ingress-nginx-controller'];
    const found = [
      ...(await containersOf('kube-system', 'aws-load-balancer-controller')),
      ...(await Promise.all(deployments.map((name) => containersOf(namespace, name)))).flat(),
    ];
    const references = (['aws-load-balancer-controller', ...names] as const).map(
      (name) => mirroredImage(name, platform(), run.tenant, run.lock).reference,
    );
    // Where a digest is said, a tag in front of it says nothing more.
    const pinned = found.map((image) => image.replace(/:[^/:@]+(?=@)/, ''));
    expect([...new Set(pinned)].sort()).toEqual([...references].sort());
  });

  it('have what brings the pods behind the NLB', async () => {
    const { tenant } = run;
    const { namespace } = controllerPlace(tenant);
    if (isDirect(tenant)) {
      const { metadata, spec } = await run.client.get(`/api/v1/namespaces/${namespace}/services/internet`);
      const subnets = tenant.availabilityZoneIds.map((_, index) => `subnet-${index}`);
      const { certificateArns } = EXAMPLE;
      const name = nlbName(platform().namePrefix, tenant.connectionName);
      expect(metadata.annotations).toMatchObject(
        nlbAnnotations({ tenant, nlbName: name, certificateArns, publicSubnetIds: subnets }),
      );
      expect(spec).toMatchObject({ type: 'LoadBalancer', externalTrafficPolicy: 'Local' });
      return;
    }
    const { targetGroupArn, nlbSecurityGroupId } = EXAMPLE;
    const path = `/apis/elbv2.k8s.aws/v1beta1/namespaces/${namespace}/targetgroupbindings/pods`;
    const { spec } = await run.client.get(path);
    expect(spec).toMatchObject(targetGroupBinding({ tenant, targetGroupArn, nlbSecurityGroupId })['spec'] as object);
  });

  it('change nothing when they are applied once more', async () => {
    expect(changesOf(await run.plan())).toEqual([]);
  });
});
