import { NamespaceV1 } from '@cdktf/provider-kubernetes/lib/namespace-v1';
import { mirroredImage } from '@central-ingress/addon-lock';
import { SAMPLE_NAMESPACE, sampleWorkload } from '@central-ingress/addon-values';
import { Construct } from 'constructs';
import type { AddonProps, AfterProps } from './addon-context';
import { ObjectsRelease } from './objects-release';

/** A workload that answers with what it sees of a request, for a tenant that has none yet or doubts its path. */
export class SampleWorkload extends Construct {
  constructor(scope: Construct, id: string, { platform, tenant, lock, after }: AddonProps & AfterProps) {
    super(scope, id);
    const place = new NamespaceV1(this, 'namespace', {
      metadata: { name: SAMPLE_NAMESPACE, labels: { 'pod-security.kubernetes.io/enforce': 'restricted' } },
      // What lies in it may have finalizers that only the load balancer controller takes off.
      ...(after.length ? { dependsOn: [...after] } : {}),
    });
    new ObjectsRelease(this, 'objects', {
      name: 'sample-workload',
      namespace: place.metadata.name,
      objects: sampleWorkload({ tenant, whoami: mirroredImage('whoami', platform, tenant, lock) }),
      after,
    });
  }
}
