export * from './run-stacks';
export * from './cdktf-command';
export * from './process-group';
export * from './deployment-report';
export * from './progress';
export * from './plan-stack';
export * from './interrupts';
