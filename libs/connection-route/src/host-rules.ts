import { LbListenerRule } from '@cdktf/provider-aws/lib/lb-listener-rule';
import { hostRules } from '@central-ingress/config';
import type { CentralExposure } from '@central-ingress/config';
import { physicalName } from '@central-ingress/naming';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import type { EndpointTargetGroup } from './endpoint-target-group';

/** Which hosts go to which targets. */
export interface HostRulesProps {
  readonly namePrefix: string;
  readonly connectionName: string;
  readonly exposure: CentralExposure;
  readonly httpsListenerArn: string;
  readonly targets: EndpointTargetGroup;
}

/**
 * The listener rules that send a tenant's hosts to its target group, and nobody else's.
 * @source central-internet-acc-setup/networking-setup/terraform/modules/target-group/target-group.tf
 */
export class HostRules extends Construct {
  public readonly all: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, props: HostRulesProps) {
    super(scope, id);
    this.all = hostRules(props.exposure).map(
      ({ priority, hosts }, index) =>
        new LbListenerRule(this, `alb_listener_rule-${index + 1}`, {
          listenerArn: props.httpsListenerArn,
          priority,
          condition: [{ hostHeader: { values: hosts.map(({ name }) => name) } }],
          action: [{ type: 'forward', targetGroupArn: props.targets.arn }],
          dependsOn: [...props.targets.attachments],
          tags: { Name: physicalName('Name tag', props.namePrefix, props.connectionName, `${index + 1}`) },
        }),
    );
  }
}
