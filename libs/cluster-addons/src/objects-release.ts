import { join } from 'node:path';
import { Release } from '@cdktf/provider-helm/lib/release';
import type { KubernetesFields } from '@central-ingress/addon-values';
import { AssetType, Fn, TerraformAsset } from 'cdktf';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import type { AfterProps } from './addon-context';
import { RELEASE_DEFAULTS } from './chart-release';

/** Our own chart, whose values are the objects. */
const CHART = join(__dirname, '..', '..', '..', 'charts', 'kubernetes-objects');
/** Version in its Chart.yaml. */
export const OBJECTS_CHART_VERSION = '0.1.0';

/** Objects that come and go together. */
export interface ObjectsReleaseProps extends AfterProps {
  readonly name: string;
  readonly namespace: string;
  readonly objects: readonly KubernetesFields[];
}

/**
 * Objects of kinds that a cluster knows only once a controller is installed: Terraform's Kubernetes provider would ask
 * for the kind when it plans, so that the first plan of a cluster would fail. Helm asks when it installs.
 */
export class ObjectsRelease extends Construct {
  public readonly release: ITerraformDependable;

  constructor(scope: Construct, id: string, { name, namespace, objects, after }: ObjectsReleaseProps) {
    super(scope, id);
    const chart = new TerraformAsset(this, 'chart', { path: CHART, type: AssetType.DIRECTORY });
    this.release = new Release(this, 'release', {
      ...RELEASE_DEFAULTS,
      chart: `./${chart.path}`,
      version: OBJECTS_CHART_VERSION,
      name,
      namespace,
      values: [Fn.jsonencode({ objects })],
      dependsOn: [...after],
    });
  }
}
