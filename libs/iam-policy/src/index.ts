export * from './statement';
export * from './role-creation';
export * from './parameter-actions';
export * from './evaluation';
export * from './default-group-rights';
export * from './key-actions';
export * from './load-balancer-actions';
export * from './log-group-actions';
