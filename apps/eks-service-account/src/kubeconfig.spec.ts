import { relative } from 'node:path';
import { KUBECONFIG_VARIABLE, kubeconfigOf } from './kubeconfig';

describe('kubeconfigOf', () => {
  it('finds the file that the environment names', () => {
    expect(kubeconfigOf({ [KUBECONFIG_VARIABLE]: relative(process.cwd(), __filename) })).toBe(__filename);
  });

  it.each([{}, { [KUBECONFIG_VARIABLE]: '' }])('is nothing when the environment is %j', (env) => {
    expect(kubeconfigOf(env)).toBeUndefined();
  });

  it('rejects a file that is not there', () => {
    expect(() => kubeconfigOf({ [KUBECONFIG_VARIABLE]: 'no/such/config' })).toThrow(
      'INGRESS_KUBECONFIG: no/such/config is missing; expected a kubeconfig file. ' +
        'Correct it, or unset it to reach the cluster through the deployer role.',
    );
  });
});
