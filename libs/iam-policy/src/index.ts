export * from './statement';
export * from './role-creation';
