/** True for a registry that only this machine reaches, e.g. `127.0.0.1:5000`: the only ones that may speak plain HTTP. */
export function isLoopback(registry: string): boolean {
  const [host = ''] = registry.split('/');
  return /^(?:127(?:\.\d{1,3}){3}|localhost|\[::1\])(?::\d+)?$/.test(host);
}
