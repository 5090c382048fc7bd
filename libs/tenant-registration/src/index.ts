export * from './registrar-role';
export * from './registrar-rights';
