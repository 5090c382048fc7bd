export * from './stack-graph';
export * from './order';
