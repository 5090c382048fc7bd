export * from './registrar-role';
export * from './registrar-rights';
export * from './public-zone';
