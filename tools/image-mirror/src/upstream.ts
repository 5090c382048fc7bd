import type { LockedImage } from '@central-ingress/addon-lock';
import type { UserError } from '@central-ingress/user-error';
import { UsageError } from './errors';

/** Tells where an image is read, e.g. `ghcr.io/projectcontour/contour`, without tag and digest. */
export type Upstream = (image: Pick<LockedImage, 'registry' | 'repository'>) => string;

const RULE =
  /^(?:(?<registry>[a-z0-9][a-z0-9.-]*(?::\d+)?)=)?(?<prefix>[a-z0-9][a-z0-9.-]*(?::\d+)?(?:\/[a-z0-9._-]+)*)$/;

/**
 * Reads rules that put another registry in the place of the publishers', for a company's proxy or behind an air gap.
 * `<prefix>` stands for every registry, `<registry>=<prefix>` for one; `docker.io/envoyproxy/envoy` is then read from
 * `<prefix>/envoyproxy/envoy`.
 * @param source where the rules were written, for messages: an option or a variable of the environment
 * @param Failure the error of a wrong rule, which has the exit code of the command
 * @throws UserError for a rule of another form, and for two that speak of the same registry
 */
export function parseUpstream(
  rules: readonly string[],
  source = '--from',
  Failure: new (message: string) => UserError = UsageError,
): Upstream {
  const prefixes = new Map<string, string>();
  for (const rule of rules) {
    const { registry = '', prefix = '' } = RULE.exec(rule)?.groups ?? {};
    if (!prefix || prefixes.has(registry)) {
      throw new Failure(
        `${source}: ${prefix ? 'names the same registry twice' : 'is no rule'}; got ${JSON.stringify(rule)}; expected ` +
          'host/path for every image, or registry=host/path for the images of one registry, once each. ' +
          `Write for example ${source}${source.startsWith('-') ? ' ' : '='}docker.io=registry.example.com/hub.`,
      );
    }
    prefixes.set(registry, prefix);
  }
  return ({ registry, repository }) => `${prefixes.get(registry) ?? prefixes.get('') ?? registry}/${repository}`;
}
