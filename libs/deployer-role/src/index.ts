export * from './permissions-boundary';
export * from './deployer-role';
export * from './state-access';
