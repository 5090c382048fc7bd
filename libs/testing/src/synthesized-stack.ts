import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { App, TerraformElement, TerraformStack, Testing } from 'cdktf';
import type { Construct } from 'constructs';

/** Synthesized Terraform JSON of one stack. */
export type TerraformJson = {
  readonly [section: string]: Record<string, Record<string, Record<string, unknown>>>;
};

/** One resource or data source of the synthesized JSON. */
export interface SynthesizedBlock {
  /** Terraform address, e.g. `aws_vpc.network_main_12A30C1C` or `data.aws_ssm_parameter.x`. */
  readonly address: string;
  readonly type: string;
  /** The whole body, keys sorted, without cdktf's own metadata. */
  readonly body: Record<string, unknown>;
}

/** A synthesized stack, from which a test picks blocks by construct path and compares whole bodies. */
export class SynthesizedStack {
  public readonly json: TerraformJson;
  /** Construct path, without the stack's own name, by the name in the Terraform address. */
  private readonly pathByName: ReadonlyMap<string, string>;

  /** Synthesizes with every validation on. @throws what the stack's validations report. */
  constructor(stack: TerraformStack) {
    this.json = JSON.parse(Testing.synth(stack, true)) as TerraformJson;
    this.pathByName = new Map(
      stack.node
        .findAll()
        .filter((construct) => TerraformElement.isTerraformElement(construct))
        .map((element) => [element.friendlyUniqueId, element.node.path.split('/').slice(1).join('/')]),
    );
  }

  /** Every resource and data source by construct path, e.g. `network/main`, without the stack's own name. */
  public blocks(): ReadonlyMap<string, SynthesizedBlock> {
    const found = new Map<string, SynthesizedBlock>();
    for (const [section, prefix] of [
      ['resource', ''],
      ['data', 'data.'],
    ] as const) {
      for (const [type, byName] of Object.entries(this.json[section] ?? {})) {
        for (const [name, body] of Object.entries(byName)) {
          found.set(this.pathByName.get(name) ?? name, { address: `${prefix}${type}.${name}`, type, body });
        }
      }
    }
    return found;
  }

  /** The one block at a construct path. @throws Error naming the paths there are when there is none. */
  public at(path: string): SynthesizedBlock {
    const blocks = this.blocks();
    const block = blocks.get(path);
    if (!block) throw new Error(`no block at ${path}; there are:\n${[...blocks.keys()].sort().join('\n')}`);
    return block;
  }

  /** The bodies of all blocks of one Terraform type. */
  public ofType(type: string): readonly SynthesizedBlock[] {
    return [...this.blocks().values()].filter((block) => block.type === type);
  }
}

/** Builds a construct in a stack of its own, which has an AWS provider, and synthesizes it. */
export function synthesizeConstruct(build: (scope: TerraformStack) => Construct | void): SynthesizedStack {
  const stack = new TerraformStack(new App({ stackTraces: false }), 'test');
  new AwsProvider(stack, 'aws', { region: 'eu-central-1' });
  build(stack);
  return new SynthesizedStack(stack);
}
