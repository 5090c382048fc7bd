import type { NetworkView } from './view';

/** Names of the tenants in a view, sorted. */
export function tenantsIn({ doors, unconnected }: NetworkView): readonly string[] {
  const connected = doors.flatMap(({ connections }) => connections.map(({ tenant }) => tenant.name));
  return [...new Set([...connected, ...unconnected.map(({ name }) => name)])].sort();
}

/** The part of a view that has to do with one tenant. */
export function viewOfTenant({ doors, unconnected }: NetworkView, name: string): NetworkView {
  return {
    doors: doors
      .map((door) => ({ ...door, connections: door.connections.filter(({ tenant }) => tenant.name === name) }))
      .filter(({ connections }) => connections.length > 0),
    unconnected: unconnected.filter((tenant) => tenant.name === name),
  };
}
