import type { DnsRecord, NetworkModel } from '@central-ingress/network-model';
import { finding } from './finding';
import type { Finding } from './finding';
import { isInZone } from './names';
import { tenantOfStack } from './tenants';
import type { Tenant } from './tenants';
import type { WorldIndex } from './world-index';

/** Whose host it is, and where it is looked up. */
interface Asked {
  readonly model: NetworkModel;
  readonly index: WorldIndex;
  readonly tenants: ReadonlySet<string>;
  readonly tenant: Tenant;
  readonly host: string;
}

/** What must hold of a host's record, wherever it leads: one, the tenant's own, of type A, in a zone of its name. */
export function recordFindings({ model, index, tenants, tenant, host }: Asked, record: DnsRecord): readonly Finding[] {
  const found: Finding[] = [];
  const records = index.recordsOf.get(host) ?? [];
  if (records.length > 1) {
    const list = records.map(({ key }) => key).join(', ');
    found.push(finding('record-twice', record, { host, count: records.length, records: list }));
  }
  if (tenantOfStack(record.stack, tenants) !== tenant.name) {
    found.push(finding('record-foreign', record, { host, stack: record.stack }));
  }
  const zone = record.zone ? model.hostedZones.get(record.zone) : undefined;
  if (!zone?.name || zone.isPrivate) found.push(finding('record-zone-unknown', record, { host }));
  else if (!isInZone(host, zone.name)) found.push(finding('record-outside-zone', record, { host, zone: zone.name }));
  if (record.type !== 'A') found.push(finding('record-type', record, { host, type: record.type ?? 'nothing' }));
  return found;
}
