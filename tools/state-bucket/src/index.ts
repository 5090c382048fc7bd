export * from './bootstrap-account';
export * from './errors';
export { operatorCredentials } from './operator-credentials';
export { roleCredentials } from './role-credentials';
