/** Account of {@link THIRD_TENANT}. */
export const THIRD_TENANT_ACCOUNT = '777777777777';

/** File of the tenant that the tests add to the reference set and remove again; its six hosts need two rules. */
export const THIRD_TENANT = `connectionName: reporting
accountId: "${THIRD_TENANT_ACCOUNT}"
cidr: 10.11.0.0/16
availabilityZoneIds: [euc1-az1, euc1-az2, euc1-az3]
exposure:
  type: central
  internetVpc: main
  slot: 3
  hosts: [a.apps.example.com, b.apps.example.com, c.apps.example.com, d.apps.example.com, e.apps.example.com, f.apps.example.com]
deletionProtection: false
`;
