import { Option } from 'commander';

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

/** The rules of `--from`, else of `INGRESS_MIRROR_FROM`, where commas part them. */
export function upstreamRules({ from }: UpstreamOption, env: NodeJS.ProcessEnv = process.env): readonly string[] {
  return from ?? (env['INGRESS_MIRROR_FROM'] ?? '').split(',').filter(Boolean);
}
