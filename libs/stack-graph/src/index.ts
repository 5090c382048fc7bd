export * from './stack-graph';
export * from './order';
export * from './kind-of';
