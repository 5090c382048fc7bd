import type { Upstream } from '@central-ingress/image-mirror';
import type { UserError } from '@central-ingress/user-error';
import { Option } from 'commander';
import { whenNeeded } from './when-needed';

/** `--from`: where images are read instead of their publishers' registries; may be repeated. */
export function upstreamOption(): Option {
  return new Option(
    '--from <[registry=]prefix>',
    'read images from here, e.g. a company proxy; may be repeated (default: INGRESS_MIRROR_FROM, else the publishers)',
  )
    .argParser((rule: string, former: readonly string[] | undefined) => [...(former ?? []), rule])
    .default(undefined);
}

/** What {@link upstreamOption} gives a command. */
export interface UpstreamOption {
  readonly from?: readonly string[];
}

/**
 * Where images are read: as the rules of `--from` say, else those of `INGRESS_MIRROR_FROM`, where commas part them.
 * @param Failure the error of a wrong rule, which has the exit code of the command; default: one with 2
 * @throws UserError for what is no rule, with the name of what it was written in
 */
export function upstreamOf({ from }: UpstreamOption, Failure?: new (message: string) => UserError): Upstream {
  const { parseUpstream } = whenNeeded.imageMirror;
  if (from) return parseUpstream(from, '--from', Failure);
  const rules = (process.env['INGRESS_MIRROR_FROM'] ?? '').split(',').filter(Boolean);
  return parseUpstream(rules, 'INGRESS_MIRROR_FROM', Failure);
}
