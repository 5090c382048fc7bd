import { TokenMap } from 'cdktf/lib/tokens/private/token-map';

/**
 * Does some work, and lets go of the tokens that it made: cdktf keeps every token of the process, and with each the
 * constructs it speaks of. Nothing that the work has built may be resolved afterwards.
 */
export function forgettingTokens(work: () => void): void {
  const maps = Object.values(TokenMap.instance()).filter((value) => value instanceof Map);
  const before = maps.map(({ size }) => size);
  try {
    work();
  } finally {
    maps.forEach((map, index) => [...map.keys()].slice(before[index]).forEach((key) => map.delete(key)));
  }
}
