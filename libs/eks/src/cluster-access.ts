import { EksAccessEntry } from '@cdktf/provider-aws/lib/eks-access-entry';
import { EksAccessPolicyAssociation } from '@cdktf/provider-aws/lib/eks-access-policy-association';
import type { AccessEntryConfig } from '@central-ingress/config';
import { Construct } from 'constructs';

/** Who may use the Kubernetes API of one cluster. */
export interface ClusterAccessProps {
  readonly clusterName: string;
  /** A principal may occur several times, with another policy each. */
  readonly entries: readonly AccessEntryConfig[];
}

/** One access entry per principal with its access policies: the only way into the cluster, the creator included. */
export class ClusterAccess extends Construct {
  constructor(scope: Construct, id: string, { clusterName, entries }: ClusterAccessProps) {
    super(scope, id);
    for (const principalArn of new Set(entries.map((entry) => entry.principalArn))) {
      const principal = new Construct(this, idOf(principalArn));
      const entry = new EksAccessEntry(principal, 'entry', {
        clusterName,
        principalArn,
        type: 'STANDARD',
        tags: { Name: principalArn.slice(principalArn.lastIndexOf('/') + 1) },
      });
      for (const { policy, namespaces } of entries.filter((candidate) => candidate.principalArn === principalArn)) {
        new EksAccessPolicyAssociation(principal, policy, {
          clusterName,
          principalArn: entry.principalArn,
          policyArn: `arn:aws:eks::aws:cluster-access-policy/${policy}`,
          accessScope: namespaces.length ? { type: 'namespace', namespaces: [...namespaces] } : { type: 'cluster' },
        });
      }
    }
  }
}

/** A slash would be read as a step in the construct path. A dot stands for it, so a dot of the name itself is marked. */
function idOf(principalArn: string): string {
  return principalArn.replace('arn:aws:iam::', '').replaceAll('.', ':.').replaceAll('/', '.');
}
