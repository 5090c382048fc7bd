import { controllerPlace, targetGroupBinding } from '@central-ingress/addon-values';
import type { TargetGroupBindingSettings } from '@central-ingress/addon-values';
import { Construct } from 'constructs';
import type { AfterProps } from './addon-context';
import { ObjectsRelease } from './objects-release';

/** Which pods, and which target group. */
export interface PodRegistrationProps extends TargetGroupBindingSettings, AfterProps {}

/** Keeps the ingress controller's pods in the target group of a central tenant's NLB, which Terraform owns. */
export class PodRegistration extends Construct {
  constructor(scope: Construct, id: string, { after, ...settings }: PodRegistrationProps) {
    super(scope, id);
    new ObjectsRelease(this, 'target-group-binding', {
      name: 'target-group-binding',
      namespace: controllerPlace(settings.tenant).namespace,
      objects: [targetGroupBinding(settings)],
      after,
    });
  }
}
