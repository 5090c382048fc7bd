import { Resolver } from 'node:dns/promises';
import { withinTime } from './time-limit';

/** Looks up IPv4 addresses, as `Resolver` of node:dns does. */
export interface NameResolver {
  resolve4(name: string): Promise<readonly string[]>;
}

/** What the DNS says of one name from where the command runs. */
export type DnsAnswer =
  | { readonly state: 'answered'; readonly addresses: readonly string[] }
  | { readonly state: 'no such name' }
  | { readonly state: 'untried'; readonly reason: string };

const NO_SUCH_NAME = ['ENOTFOUND', 'ENODATA'];

/** The resolver of this machine. */
export function systemResolver(milliseconds: number): NameResolver {
  return new Resolver({ timeout: milliseconds, tries: 1 });
}

/** Asks for the IPv4 addresses of a name; the ALB has no others. */
export async function askDns(resolver: NameResolver, name: string, milliseconds: number): Promise<DnsAnswer> {
  try {
    const addresses = await withinTime(resolver.resolve4(name), milliseconds);
    return { state: 'answered', addresses: [...addresses].sort() };
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    if (NO_SUCH_NAME.includes(code)) return { state: 'no such name' };
    return { state: 'untried', reason: `the DNS gives no answer for ${name} here: ${message}` };
  }
}
