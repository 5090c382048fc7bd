export * from './shown-plan';
export * from './planned-change';
export * from './synthesized-changes';
export * from './guard';
export * from './summary';
export * from './render-text';
export * from './render-markdown';
