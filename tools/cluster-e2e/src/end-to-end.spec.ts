import { dirname } from 'node:path';
import { endToEnd } from './end-to-end';

const BOTH = { INGRESS_E2E_KUBECONFIG: __filename, INGRESS_E2E_CHARTS: dirname(__filename) };

describe('endToEnd', () => {
  it.each([
    [{}, 'INGRESS_E2E_KUBECONFIG is not set'],
    [{ ...BOTH, INGRESS_E2E_CHARTS: '' }, 'INGRESS_E2E_CHARTS is not set'],
    [{ ...BOTH, INGRESS_E2E_KUBECONFIG: '/no/config' }, 'INGRESS_E2E_KUBECONFIG names /no/config, which is not there'],
  ])('says why nothing is run with %j', (env, skipped) => {
    expect(endToEnd(env)).toEqual({ skipped });
  });

  it('takes payments unless another tenant is named', () => {
    const given = { kubeconfig: __filename, charts: dirname(__filename) };
    expect(endToEnd(BOTH)).toEqual({ ...given, tenant: 'payments' });
    expect(endToEnd({ ...BOTH, INGRESS_E2E_TENANT: 'partner-api' })).toEqual({ ...given, tenant: 'partner-api' });
  });
});
