import type { HostFields, TenantFields } from './tenant-fields';
import { yamlText } from './world-file';

/** The text of a new tenant's file, with what the next reader of it has to know. */
export function tenantText(schemaLine: string, fields: TenantFields): string {
  const { connectionName, accountId, cidr, availabilityZoneIds, ingressController } = fields;
  return `${schemaLine}
# One EKS cluster in an account of its own. Every key and its default: docs/configuration.md
connectionName: ${yamlText(connectionName)}
accountId: ${yamlText(accountId)}
# May equal that of another tenant: PrivateLink routes nothing between VPCs.
cidr: ${yamlText(cidr)}
availabilityZoneIds: [${availabilityZoneIds.map(yamlText).join(', ')}]
${exposureText(fields)}
ingressController: ${yamlText(ingressController)}
# The load balancer cannot be deleted until this is false and deployed.
deletionProtection: true
`;
}

function exposureText({ exposure: { type, place, hostedZone, hosts } }: TenantFields): string {
  const lines = ['exposure:', `  type: ${yamlText(type)}`];
  if (place) {
    lines.push(
      `  internetVpc: ${yamlText(place.internetVpc)}`,
      "  # The tenant's rule priorities come from it: unique in the internet VPC, and never changed.",
      `  slot: ${typeof place.slot === 'number' ? place.slot : yamlText(place.slot)}`,
    );
  }
  if (hostedZone !== undefined) {
    lines.push(
      '  # Public hosted zone of the central account that holds the hosts.',
      `  hostedZone: ${yamlText(hostedZone)}`,
    );
  }
  return [...lines, '  hosts:', ...hosts.map(hostText)].join('\n');
}

function hostText({ name, hostedZone }: HostFields): string {
  const host = yamlText(name);
  return hostedZone === undefined ? `    - ${host}` : `    - name: ${host}\n      hostedZone: ${yamlText(hostedZone)}`;
}
