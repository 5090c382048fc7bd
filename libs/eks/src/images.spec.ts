import { imagesOf } from './images';

describe('imagesOf', () => {
  it.each([
    ['contour', ['aws-load-balancer-controller', 'contour', 'envoy']],
    ['nginx', ['aws-load-balancer-controller', 'ingress-nginx-controller']],
  ] as const)('lists what a cluster with %s runs', (ingressController, images) => {
    expect(imagesOf({ ingressController })).toEqual(images);
  });
});
