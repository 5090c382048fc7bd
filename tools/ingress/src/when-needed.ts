/* eslint-disable @typescript-eslint/no-require-imports, @typescript-eslint/consistent-type-imports -- import() would need
   the hooks of tsx for ECMAScript modules, a quarter of a second of every command. */

/**
 * What some commands need and every other would wait for: constructs take half a second to load, the AWS SDK a fifth.
 * Each is loaded when it is asked for.
 */
export const whenNeeded = {
  get affectedStacks() {
    return require('./affected-stacks') as typeof import('./affected-stacks');
  },
  get costModel() {
    return require('@central-ingress/cost-model') as typeof import('@central-ingress/cost-model');
  },
  get eks() {
    return require('@central-ingress/eks') as typeof import('@central-ingress/eks');
  },
  get grantedQuotas() {
    return require('./granted-quotas') as typeof import('./granted-quotas');
  },
  get imageMirror() {
    return require('@central-ingress/image-mirror') as typeof import('@central-ingress/image-mirror');
  },
  get moveHands() {
    return require('./move-hands') as typeof import('./move-hands');
  },
  get networkDiagram() {
    return require('@central-ingress/network-diagram') as typeof import('@central-ingress/network-diagram');
  },
  get networkModel() {
    return require('@central-ingress/network-model') as typeof import('@central-ingress/network-model');
  },
  get offboarding() {
    return require('@central-ingress/offboarding') as typeof import('@central-ingress/offboarding');
  },
  get owners() {
    return require('./owners') as typeof import('./owners');
  },
  get pathProof() {
    return require('@central-ingress/path-proof') as typeof import('@central-ingress/path-proof');
  },
  get proofOutput() {
    return require('./proof-output') as typeof import('./proof-output');
  },
  get stateBucket() {
    return require('@central-ingress/state-bucket') as typeof import('@central-ingress/state-bucket');
  },
  get synthesis() {
    return require('./synthesize') as typeof import('./synthesize');
  },
  get verification() {
    return require('@central-ingress/verification') as typeof import('@central-ingress/verification');
  },
  get worldFiles() {
    return require('@central-ingress/world-files') as typeof import('@central-ingress/world-files');
  },
};
