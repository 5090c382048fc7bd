import { readActions } from './actions';
import type { Action } from './actions';
import { readCertificateUse } from './certificates';
import type { CertificateUse } from './certificates';
import type { Fields } from './fields';
import type { Identity } from './resource';
import { byKey, groupedBy } from './source';
import type { Entities, Source } from './source';
import type { ResourceKey } from './value';

/** A listener with the keys of its rules, the first to be tried first. */
export interface Listener extends Identity {
  readonly loadBalancer?: ResourceKey;
  readonly port?: number;
  readonly protocol?: string;
  readonly sslPolicy?: string;
  /** The default certificate first, if there is one. */
  readonly certificates: readonly CertificateUse[];
  readonly defaultActions: readonly Action[];
  readonly rules: readonly ResourceKey[];
}

/** What a rule asks of a request; all conditions of a rule must hold, any of their values. */
export type Condition =
  | { readonly field: 'host-header'; readonly values: readonly string[] }
  | { readonly field: 'path-pattern'; readonly values: readonly string[] }
  /** Any other, by the name of its block. */
  | { readonly field: 'other'; readonly name: string };

/** A listener rule. */
export interface ListenerRule extends Identity {
  readonly listener?: ResourceKey;
  /** 1 to 50000, lowest first; none when AWS is to choose. */
  readonly priority?: number;
  readonly conditions: readonly Condition[];
  readonly actions: readonly Action[];
}

const LISTENERS = ['aws_lb_listener', 'aws_alb_listener'] as const;

/** Reads listener rules. */
export function readListenerRules(source: Source): Entities<ListenerRule> {
  return byKey(
    ['aws_lb_listener_rule', 'aws_alb_listener_rule']
      .flatMap((type) => source.ofType(type))
      .map((fields) => ({
        ...fields.identity(),
        listener: fields.link('listener_arn', LISTENERS),
        priority: fields.number('priority'),
        conditions: fields.blocks('condition').flatMap(conditionsOf),
        actions: readActions(fields.blocks('action')),
      })),
  );
}

function conditionsOf(block: Fields): readonly Condition[] {
  return block.names().map((name): Condition => {
    const values = block.block(name)?.texts('values') ?? [];
    if (name === 'host_header') return { field: 'host-header', values };
    if (name === 'path_pattern') return { field: 'path-pattern', values };
    return { field: 'other', name };
  });
}

/** Reads listeners, with the certificates that are attached to them from anywhere. */
export function readListeners(source: Source, rules: Entities<ListenerRule>): Entities<Listener> {
  const inOrder = [...rules.values()].sort((a, b) => (a.priority ?? Infinity) - (b.priority ?? Infinity));
  const ruleKeys = groupedBy(inOrder, ({ listener }) => listener);
  const attached = groupedBy(
    source.ofType('aws_lb_listener_certificate').map((fields) => ({
      listener: fields.link('listener_arn', LISTENERS),
      use: readCertificateUse(fields),
    })),
    ({ listener }) => listener,
  );
  return byKey(
    LISTENERS.flatMap((type) => source.ofType(type)).map((fields) => ({
      ...fields.identity(),
      loadBalancer: fields.link('load_balancer_arn', ['aws_lb', 'aws_alb']),
      port: fields.number('port'),
      protocol: fields.text('protocol'),
      sslPolicy: fields.text('ssl_policy'),
      certificates: [
        ...(fields.has('certificate_arn') ? [readCertificateUse(fields)] : []),
        ...(attached.get(fields.resource.key) ?? []).map(({ use }) => use),
      ],
      defaultActions: readActions(fields.blocks('default_action')),
      rules: (ruleKeys.get(fields.resource.key) ?? []).map(({ key }) => key),
    })),
  );
}
