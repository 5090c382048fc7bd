import { imagesOf } from '@central-ingress/addon-lock';
import type { TenantConfig, World } from '@central-ingress/config';
import { exampleDirectTenant, exampleTenant, exampleWorld } from '@central-ingress/fixtures';
import { buildNetworkModel, Encoded, isValueObject, textOf } from '@central-ingress/network-model';
import type { JsonObject, Value } from '@central-ingress/network-model';
import { exampleWorldWithDirect, synthesizeServiceStacks } from '../example-stacks';

/** The resources of a tenant's add-ons by address, with the values of the charts as the objects they are. */
function addonsOf(world: World, tenant: string): Readonly<Record<string, unknown>> {
  const stacks = [...synthesizeServiceStacks(world, new Set([tenant]))];
  const model = buildNetworkModel(Object.fromEntries(stacks.map(([name, { json }]) => [name, json as JsonObject])));
  const own = [...model.resources.values()].filter(({ stack, address }) => {
    return stack === `${tenant}-addons` && !address.startsWith('data.');
  });
  return Object.fromEntries(own.map(({ address, body }) => [address, plain(body)]));
}

/** What is known only later stands as text that says whose attribute it is. */
function plain(value: Value | undefined): unknown {
  if (value instanceof Encoded) return plain(value.value);
  if (Array.isArray(value)) return value.map(plain);
  if (isValueObject(value)) return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, plain(each)]));
  return typeof value === 'object' && value !== null ? textOf(value) : value;
}

/** Every image in a value: as a pod names it, or in the parts that a chart takes. */
function imagesIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(imagesIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => (key === 'image' ? [imageText(each)] : imagesIn(each)));
}

function imageText(image: unknown): string {
  if (typeof image === 'string') return image;
  const { registry, repository, tag, digest } = image as Record<string, string | undefined>;
  return `${registry ? `${registry}/` : ''}${repository}:${tag}${digest ? `@${digest}` : ''}`;
}

function worldOf(tenant: TenantConfig): World {
  return { ...exampleWorld(), tenants: [tenant] };
}

describe('AddonsStack', () => {
  it.each(['payments', 'partner-api'])('is what was reviewed for %s', (tenant) => {
    const stack = synthesizeServiceStacks(exampleWorldWithDirect(), new Set([tenant])).get(`${tenant}-addons`);
    expect({ ...stack?.json, resource: addonsOf(exampleWorldWithDirect(), tenant) }).toMatchSnapshot();
  });

  const exposures = [exampleTenant(), exampleDirectTenant()];
  const variations = exposures.flatMap((tenant) =>
    (['contour', 'nginx'] as const).flatMap((ingressController) =>
      [true, false].map((more): TenantConfig => {
        const options = { ingressController, sampleWorkload: more, proxyProtocolV2: more };
        return { ...tenant, ...options, ...(more ? { inClusterTls: { secretName: 'ingress-tls' } } : {}) };
      }),
    ),
  );

  it.each(variations.map((tenant) => [tenant.exposure.type, tenant.ingressController, tenant.sampleWorkload, tenant]))(
    'runs nothing from outside the ECR of the tenant: %s, %s, everything switched on: %s',
    (_, __, ___, tenant) => {
      const { connectionName, accountId } = tenant as TenantConfig;
      const addons = addonsOf(worldOf(tenant as TenantConfig), connectionName);
      const registry = `${accountId}.dkr.ecr.eu-central-1.amazonaws.com/acme-${connectionName}/`;
      const images = imagesIn(addons);
      expect(images.filter((image) => !image.startsWith(registry))).toEqual([]);
      const names = images.map((image) => image.slice(registry.length).split(/[:@]/)[0]);
      expect(names.sort()).toEqual([...imagesOf(tenant as TenantConfig)].sort());
      expect(JSON.stringify(addons)).not.toMatch(/docker\.io|ghcr\.io|quay\.io|gcr\.io|registry\.k8s\.io|public\.ecr/);
    },
  );

  it('takes the load balancer controller away last', () => {
    for (const tenant of variations) {
      const stack = synthesizeServiceStacks(worldOf(tenant)).get(`${tenant.connectionName}-addons`);
      const blocks = [...(stack?.blocks().values() ?? [])];
      const after = new Map(blocks.map(({ address, body }) => [address, JSON.stringify(body)]));
      const controller = stack?.at('load-balancer-controller/chart/release').address ?? '';
      const withoutController = blocks.filter(({ address, type }) => {
        return (
          type !== 'kubernetes_namespace_v1' && !address.startsWith('data.') && !reaches(address, controller, after)
        );
      });
      expect(withoutController.map(({ address }) => address)).toEqual([controller]);
    }
  });

  it('makes no Service with an NLB for a central tenant, and binds no target group for a direct one', () => {
    const kinds = (tenant: TenantConfig) => {
      const text = JSON.stringify(addonsOf(worldOf(tenant), tenant.connectionName));
      return [text.includes('"LoadBalancer"'), text.includes('"TargetGroupBinding"')];
    };
    expect(variations.map((tenant) => [tenant.exposure.type, ...kinds(tenant)])).toEqual([
      ...Array(4).fill(['central', false, true]),
      ...Array(4).fill(['direct', true, false]),
    ]);
  });
});

/** Whether one resource waits for another, directly or through others. */
function reaches(from: string, to: string, bodies: ReadonlyMap<string, string>): boolean {
  const body = bodies.get(from) ?? '';
  const next = [...bodies.keys()].filter((address) => address !== from && body.includes(address));
  return next.includes(to) || next.some((address) => reaches(address, to, bodies));
}
