import { textAt, valueAt } from './helm-releases';
import type { HelmRelease } from './helm-releases';
import { byKey } from './source';
import type { Entities, Source } from './source';
import type { Identity } from './resource';
import { Encoded, isValueObject, textOf } from './value';
import type { ResourceKey, Value } from './value';

/** An image that a cluster pulls. */
export interface ImageUse {
  /** Resource that names it. */
  readonly key: ResourceKey;
  readonly stack: string;
  readonly address: string;
  /** Registry and repository, e.g. `222222222222.dkr.ecr.eu-central-1.amazonaws.com/acme-payments/envoy`. */
  readonly repository: string;
}

/** A repository of images in ECR. */
export interface ImageRepository extends Identity {
  readonly name?: string;
}

/** Images that each chart pulls, by the place of the image in its values; what is not told comes from the internet. */
const IMAGES_OF_CHARTS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  'aws-load-balancer-controller': [['image']],
  contour: [
    ['contour', 'image'],
    ['envoy', 'image'],
  ],
  'ingress-nginx': [['controller', 'image']],
};

/** An image that a chart takes from where its makers publish it. */
export interface DefaultImage {
  readonly key: ResourceKey;
  readonly stack: string;
  readonly address: string;
  /** Place in the values, e.g. `envoy.image`. */
  readonly place: string;
}

/** Reads every image that a chart is told, or that an object of the cluster names. */
export function readImages(source: Source, releases: Iterable<HelmRelease>): readonly ImageUse[] {
  const objects = ['kubernetes_manifest', 'kubernetes_deployment_v1', 'kubernetes_deployment']
    .flatMap((type) => source.ofType(type))
    .map(({ resource }) => ({ ...resource, held: resource.body as Value }));
  const charts = [...releases].map((release) => ({ ...release, held: release.values as Value }));
  return [...objects, ...charts].flatMap(({ key, stack, address, held }) =>
    repositoriesIn(held).map((repository) => ({ key, stack, address, repository })),
  );
}

/** Reads what known charts are not told of their images. */
export function readDefaultImages(releases: Iterable<HelmRelease>): readonly DefaultImage[] {
  return [...releases].flatMap(({ key, stack, address, chart = '', values }) => {
    const needed = IMAGES_OF_CHARTS[chart] ?? [];
    // The webhook's certificate comes from an image of its own, unless the webhook is off.
    const webhook =
      chart === 'ingress-nginx' && valueAt(values, 'controller', 'admissionWebhooks', 'enabled') !== false;
    return [...needed, ...(webhook ? [['controller', 'admissionWebhooks', 'patch', 'image']] : [])]
      .filter((path) => !textAt(values, ...path, 'repository'))
      .map((path) => ({ key, stack, address, place: path.join('.') }));
  });
}

/** Reads repositories of images. */
export function readImageRepositories(source: Source): Entities<ImageRepository> {
  return byKey(
    source.ofType('aws_ecr_repository').map((fields) => ({ ...fields.identity(), name: fields.text('name') })),
  );
}

function repositoriesIn(value: Value | undefined): readonly string[] {
  if (value instanceof Encoded) return repositoriesIn(value.value);
  if (Array.isArray(value)) return value.flatMap((item: Value) => repositoriesIn(item));
  if (!isValueObject(value)) return [];
  return Object.entries(value).flatMap(([name, field]) => {
    if (name !== 'image') return repositoriesIn(field);
    const text = isValueObject(field) ? repositoryOf(field) : textOf(field);
    return text === undefined ? [] : text.replace(/@.*$/, '').replace(/:[^/:]*$/, '');
  });
}

function repositoryOf(image: Value): string | undefined {
  const [registry, repository] = [textAt(image, 'registry'), textAt(image, 'repository')];
  return repository === undefined ? undefined : [registry, repository].filter(Boolean).join('/');
}
