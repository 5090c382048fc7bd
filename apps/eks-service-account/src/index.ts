export { addServiceStacks } from './add-service-stacks';
export type { ServiceStackOptions } from './add-service-stacks';
export { kubeconfigOf, KUBECONFIG_VARIABLE } from './kubeconfig';
