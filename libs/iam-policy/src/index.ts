export * from './statement';
export * from './role-creation';
export * from './parameter-actions';
export * from './evaluation';
export * from './default-group-rights';
export * from './key-actions';
