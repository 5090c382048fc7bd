import { HelmProvider } from '@cdktf/provider-helm/lib/provider';
import { KubernetesProvider } from '@cdktf/provider-kubernetes/lib/provider';
import { Fn, TerraformStack } from 'cdktf';
import { Construct } from 'constructs';

/** Versions of the Helm provider that the releases run with. */
export const HELM_PROVIDER_VERSIONS = '>= 3.0, < 4';
/** Versions of the Kubernetes provider that the objects run with. */
export const KUBERNETES_PROVIDER_VERSIONS = '>= 2.35, < 4';

/** Which cluster, and as whom. */
export interface KubernetesAccessProps {
  readonly clusterName: string;
  readonly endpoint: string;
  /** Base64 PEM, as EKS returns it. */
  readonly certificateAuthority: string;
  readonly region: string;
  /** Role with an access entry in the cluster. */
  readonly roleArn: string;
  /**
   * Kubeconfig file whose current context is used instead of all the above, e.g. for a cluster without AWS in front.
   * @default none
   */
  readonly kubeconfig?: string;
}

/**
 * The providers that talk to a cluster's Kubernetes API. Each run asks the AWS command line for a token of the role,
 * which lives for 15 minutes: neither configuration nor state holds anything secret.
 * @source EKS User Guide, "Access entries"; Terraform provider helm, "Exec plugins"
 */
export class KubernetesAccess extends Construct {
  constructor(scope: Construct, id: string, props: KubernetesAccessProps) {
    super(scope, id);
    const stack = TerraformStack.of(this);
    stack.addOverride('terraform.required_providers.helm.version', HELM_PROVIDER_VERSIONS);
    stack.addOverride('terraform.required_providers.kubernetes.version', KUBERNETES_PROVIDER_VERSIONS);

    const { kubeconfig } = props;
    new HelmProvider(this, 'helm', {
      kubernetes: kubeconfig ? { configPath: kubeconfig } : { ...server(props), exec: tokenCommand(props) },
    });
    new KubernetesProvider(
      this,
      'kubernetes',
      kubeconfig ? { configPath: kubeconfig } : { ...server(props), exec: [tokenCommand(props)] },
    );
  }
}

function server({ endpoint, certificateAuthority }: KubernetesAccessProps) {
  return { host: endpoint, clusterCaCertificate: Fn.base64decode(certificateAuthority) };
}

function tokenCommand({ clusterName, region, roleArn }: KubernetesAccessProps) {
  return {
    apiVersion: 'client.authentication.k8s.io/v1beta1',
    command: 'aws',
    args: ['eks', 'get-token', '--cluster-name', clusterName, '--region', region, '--role-arn', roleArn],
  };
}
