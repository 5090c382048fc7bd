export * from './kubeconfig';
export * from './kubernetes-client';
export * from './end-to-end';
export * from './addons-run';
