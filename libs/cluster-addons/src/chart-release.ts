import { Release } from '@cdktf/provider-helm/lib/release';
import type { ChartName } from '@central-ingress/addon-lock';
import type { KubernetesFields } from '@central-ingress/addon-values';
import { Fn } from 'cdktf';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import type { AddonProps } from './addon-context';
import { chartLocation } from './chart-location';

/**
 * How every release is installed: complete or not at all, and known to run before anything builds on it. A tenant that
 * changes its ingress controller has the new one, with its pods behind the NLB, before the old one goes.
 */
export const RELEASE_DEFAULTS = {
  atomic: true,
  wait: true,
  timeout: 600,
  maxHistory: 5,
  lifecycle: { createBeforeDestroy: true },
} as const;

/** One published chart in one namespace. */
export interface ChartReleaseProps extends Pick<AddonProps, 'platform' | 'lock'> {
  readonly chart: ChartName;
  readonly name: string;
  readonly namespace: string;
  readonly values: KubernetesFields;
  /** @default nothing */
  readonly after?: readonly ITerraformDependable[];
}

/** A Helm release of a chart in the lock file. */
export class ChartRelease extends Construct {
  public readonly release: ITerraformDependable;

  constructor(scope: Construct, id: string, props: ChartReleaseProps) {
    super(scope, id);
    this.release = new Release(this, 'release', {
      ...RELEASE_DEFAULTS,
      ...chartLocation(this, props.chart, props.platform.charts, props.lock),
      name: props.name,
      namespace: props.namespace,
      values: [Fn.jsonencode(props.values)],
      ...(props.after?.length ? { dependsOn: [...props.after] } : {}),
    });
  }
}
