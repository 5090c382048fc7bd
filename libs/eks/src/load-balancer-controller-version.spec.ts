import { addonLock } from '@central-ingress/addon-lock';
import { LOAD_BALANCER_CONTROLLER_VERSION } from './load-balancer-controller-policy-3.5.0';

describe('LOAD_BALANCER_CONTROLLER_VERSION', () => {
  it('is the version of the chart and the image that the lock pins: rights and controller change together', () => {
    const { images, charts } = addonLock();
    expect(charts['aws-load-balancer-controller'].version).toBe(LOAD_BALANCER_CONTROLLER_VERSION);
    expect(images['aws-load-balancer-controller'].tag).toBe(`v${LOAD_BALANCER_CONTROLLER_VERSION}`);
  });
});
