/** True when a pattern takes a text, as load balancers and IAM have it: `*` any characters, `?` one. */
export function globMatches(pattern: string, text: string): boolean {
  if (!/[*?]/.test(pattern)) return pattern === text;
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*/g, '.*')
    .replace(/\?/g, '.');
  return new RegExp(`^${source}$`, 's').test(text);
}

/** True when an ALB's host pattern takes the host, upper and lower case alike. */
export function hostMatches(pattern: string, host: string): boolean {
  return globMatches(pattern.toLowerCase(), host.toLowerCase());
}

/** True when a certificate name covers the host: the name itself, or one label in place of a leading `*`. */
export function certificateCovers(name: string, host: string): boolean {
  if (!name.startsWith('*.')) return name === host;
  const dot = host.indexOf('.');
  return dot > 0 && host.slice(dot) === name.slice(1);
}

/** True for a zone's own name and every name below it. */
export function isInZone(name: string, zone: string): boolean {
  return name === zone || name.endsWith(`.${zone}`);
}
