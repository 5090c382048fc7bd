import type { NetworkView } from './view';

/** Names of the tenants in a view, sorted. */
export function tenantsIn({ doors, direct, unconnected }: NetworkView): readonly string[] {
  const connected = doors.flatMap(({ connections }) => connections.map(({ tenant }) => tenant.name));
  return [...new Set([...connected, ...[...direct, ...unconnected].map(({ name }) => name)])].sort();
}

/** The part of a view that has to do with one tenant. */
export function viewOfTenant({ doors, direct, unconnected }: NetworkView, name: string): NetworkView {
  return {
    doors: doors
      .map((door) => ({ ...door, connections: door.connections.filter(({ tenant }) => tenant.name === name) }))
      .filter(({ connections }) => connections.length > 0),
    direct: direct.filter((tenant) => tenant.name === name),
    unconnected: unconnected.filter((tenant) => tenant.name === name),
  };
}
