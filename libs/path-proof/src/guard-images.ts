import { finding } from './finding';
import type { TenantGuard } from './guard';

/** Every image comes from the tenant's own ECR, in which a repository waits for it. */
export const imagesGuard: TenantGuard = {
  name: 'images',
  says: "every image comes from the tenant's own ECR",
  check: ({ model, index }, tenant) => {
    const stack = `${tenant.name}-addons`;
    const region = model.stacks.get(stack)?.region ?? '?';
    const registry = `${tenant.account}.dkr.ecr.${region}.amazonaws.com`;
    const made = new Set(index.repositoriesIn.get(`${tenant.name}-networking`) ?? []);
    const used = (index.imagesIn.get(stack) ?? []).flatMap((image) => {
      const { repository } = image;
      if (!repository.startsWith(`${registry}/`)) {
        return [finding('image-outside', image, { image: repository, tenant: tenant.name, registry })];
      }
      const isMade = made.has(repository.slice(registry.length + 1));
      return isMade ? [] : [finding('image-repository', image, { image: repository, tenant: tenant.name })];
    });
    const untold = (index.defaultImagesIn.get(stack) ?? []).map((image) => {
      const chart = model.helmReleases.get(image.key)?.chart ?? '?';
      return finding('image-default', image, { chart, place: image.place });
    });
    return [...used, ...untold];
  },
};
