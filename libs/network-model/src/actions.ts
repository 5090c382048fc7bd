import type { Fields } from './fields';
import { TARGET_GROUP_TYPES } from './target-groups';
import type { ResourceKey } from './value';

/** What a listener or rule does with a request. */
export type Action =
  | { readonly type: 'forward'; readonly targetGroups: readonly ResourceKey[] }
  | { readonly type: 'redirect'; readonly protocol: string; readonly port: string; readonly statusCode: string }
  | { readonly type: 'fixed-response'; readonly statusCode: string }
  | { readonly type: 'other'; readonly name: string };

/** Reads what a listener or rule does, in order. */
export function readActions(blocks: readonly Fields[]): readonly Action[] {
  return blocks.map((block): Action => {
    const type = block.text('type') ?? 'nothing';
    if (type === 'forward') return { type, targetGroups: forwardTargets(block) };
    if (type === 'fixed-response') {
      return { type, statusCode: block.block('fixed_response')?.text('status_code') ?? '200' };
    }
    if (type !== 'redirect') return { type: 'other', name: type };
    const redirect = block.block('redirect');
    return {
      type,
      protocol: redirect?.text('protocol') ?? '#{protocol}',
      port: redirect?.text('port') ?? '#{port}',
      statusCode: redirect?.text('status_code') ?? '',
    };
  });
}

function forwardTargets(block: Fields): readonly ResourceKey[] {
  const only = block.link('target_group_arn', TARGET_GROUP_TYPES);
  const weighted = block.blocks('forward').flatMap((forward) => forward.blocks('target_group'));
  return [...(only ? [only] : []), ...weighted.flatMap((target) => target.link('arn', TARGET_GROUP_TYPES) ?? [])];
}
