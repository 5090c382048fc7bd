import type { StackNode } from '@central-ingress/stack-graph';

/** A stack for specs, with the stacks that it needs. */
export function exampleStack(name: string, needs: readonly string[] = []): StackNode {
  return {
    name,
    needs,
    app: 'eks-service-account',
    owner: 'payments',
    verb: 'deploy',
    accountId: '222222222222',
    stateKey: name,
    access: { type: 'operator' },
  };
}
