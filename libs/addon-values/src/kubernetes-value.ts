/** What a Helm value or a field of a Kubernetes object can be. */
export type KubernetesValue =
  null | boolean | number | string | readonly KubernetesValue[] | { readonly [name: string]: KubernetesValue };

/** Values of a Helm chart, or a whole Kubernetes object. */
export type KubernetesFields = { readonly [name: string]: KubernetesValue };
