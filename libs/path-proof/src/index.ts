export { CATALOGUE } from './catalogue';
export type { CatalogueEntry, FindingCode } from './catalogue';
export type { Finding, Place } from './finding';
export { proveWorld } from './prove';
export { DIRECT_HOPS, findingsOf, HOPS } from './report';
export type { Hop, HostProof, ProofReport, Step, TenantProof, Verdict } from './report';
export { findTenants } from './tenants';
export type { Tenant } from './tenants';
