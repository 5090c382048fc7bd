import { synthesizeConstruct } from '@central-ingress/testing';
import type { SynthesizedStack } from '@central-ingress/testing';
import { KubernetesAccess } from './kubernetes-access';

const CLUSTER = {
  clusterName: 'acme-payments',
  endpoint: 'https://example.eks.amazonaws.com',
  certificateAuthority: 'Q0E=',
  region: 'eu-central-1',
  roleArn: 'arn:aws:iam::222222222222:role/acme/acme-payments-addons-role',
};

function synthesize(kubeconfig?: string): SynthesizedStack {
  return synthesizeConstruct(
    (scope) => new KubernetesAccess(scope, 'access', { ...CLUSTER, ...(kubeconfig ? { kubeconfig } : {}) }),
  );
}

function providers(stack: SynthesizedStack): unknown {
  const { helm, kubernetes } = stack.json['provider'] as Record<string, unknown>;
  return { helm, kubernetes };
}

describe('KubernetesAccess', () => {
  it('asks for a token of the role at each run, and keeps none', () => {
    const exec = {
      api_version: 'client.authentication.k8s.io/v1beta1',
      command: 'aws',
      args: [
        'eks',
        'get-token',
        '--cluster-name',
        'acme-payments',
        '--region',
        'eu-central-1',
        '--role-arn',
        'arn:aws:iam::222222222222:role/acme/acme-payments-addons-role',
      ],
    };
    const server = { host: 'https://example.eks.amazonaws.com', cluster_ca_certificate: '${base64decode("Q0E=")}' };
    expect(providers(synthesize())).toEqual({
      helm: [{ kubernetes: { ...server, exec } }],
      kubernetes: [{ ...server, exec: [exec] }],
    });
  });

  it('takes a kubeconfig in the place of all that', () => {
    expect(providers(synthesize('/home/me/.kube/config'))).toEqual({
      helm: [{ kubernetes: { config_path: '/home/me/.kube/config' } }],
      kubernetes: [{ config_path: '/home/me/.kube/config' }],
    });
  });

  it('says which versions of the providers do', () => {
    const { required_providers: required } = synthesize().json['terraform'] as unknown as {
      required_providers: Record<string, unknown>;
    };
    expect(required).toMatchObject({
      helm: { source: 'helm', version: '>= 3.0, < 4' },
      kubernetes: { source: 'kubernetes', version: '>= 2.35, < 4' },
    });
  });
});
