import { DataAwsSsmParameter } from '@cdktf/provider-aws/lib/data-aws-ssm-parameter';
import { SsmParameter } from '@cdktf/provider-aws/lib/ssm-parameter';
import { handoverParameter } from '@central-ingress/contract';
import type { HandoverKey, Handovers } from '@central-ingress/contract';
import { Fn } from 'cdktf';
import type { TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';

/** Which hand-over document: its key, its owner (internet VPC or connection name), the platform's name prefix. */
export interface HandoverProps<K extends HandoverKey> {
  readonly key: K;
  readonly owner: string;
  readonly namePrefix: string;
  /** Provider of the account that holds the parameter; default: the stack's own. */
  readonly provider?: TerraformProvider;
}

type TextField<D> = { [F in keyof D]: D[F] extends string ? F : never }[keyof D] & string;
type MapField<D> = Exclude<keyof D, TextField<D>> & string;

/** Writes one hand-over document as one SSM parameter. */
export class PublishedHandover<K extends HandoverKey> extends Construct {
  constructor(scope: Construct, id: string, props: HandoverProps<K> & { readonly document: Handovers[K] }) {
    super(scope, id);
    new SsmParameter(this, 'parameter', {
      ...(props.provider ? { provider: props.provider } : {}),
      name: handoverParameter(props.namePrefix, props.key, props.owner),
      description: `Hand-over ${props.key} of ${props.owner}, read by the stacks that need it`,
      type: 'String',
      insecureValue: Fn.jsonencode(props.document),
    });
  }
}

/** Reads one hand-over document; its values are known when the stack is planned. */
export class ReceivedHandover<K extends HandoverKey> extends Construct {
  private readonly document: string;

  constructor(scope: Construct, id: string, props: HandoverProps<K>) {
    super(scope, id);
    const parameter = new DataAwsSsmParameter(this, 'parameter', {
      ...(props.provider ? { provider: props.provider } : {}),
      name: handoverParameter(props.namePrefix, props.key, props.owner),
    });
    this.document = parameter.insecureValue;
  }

  /** One text of the document. */
  public text(field: TextField<Handovers[K]>): string {
    return Fn.lookup(Fn.jsondecode(this.document), field) as string;
  }

  /** One entry of a map in the document, e.g. the subnet of one AZ id. */
  public entry(field: MapField<Handovers[K]>, name: string): string {
    return Fn.lookup(Fn.lookup(Fn.jsondecode(this.document), field), name) as string;
  }
}
