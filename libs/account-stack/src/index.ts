export * from './account-stack';
export * from './handover';
export { providerAccess } from './access';
