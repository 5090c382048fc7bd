import { chartsOf, imagesOf } from './addons-of';

describe('imagesOf', () => {
  it.each([
    ['contour', ['aws-load-balancer-controller', 'contour', 'envoy']],
    ['nginx', ['aws-load-balancer-controller', 'ingress-nginx-controller']],
  ] as const)('lists what a cluster with %s runs', (ingressController, images) => {
    expect(imagesOf({ ingressController, sampleWorkload: false })).toEqual(images);
    expect(imagesOf({ ingressController, sampleWorkload: true })).toEqual([...images, 'whoami']);
  });
});

describe('chartsOf', () => {
  it.each([
    ['contour', ['aws-load-balancer-controller', 'contour']],
    ['nginx', ['aws-load-balancer-controller', 'ingress-nginx']],
  ] as const)('lists what is installed in a cluster with %s', (ingressController, charts) => {
    expect(chartsOf({ ingressController })).toEqual(charts);
  });
});
