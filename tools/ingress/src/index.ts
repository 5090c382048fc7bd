export * from './affected-stacks';
export * from './deploy-stacks';
export * from './owners';
export * from './stacks-of';
export * from './synthesize';
export * from './synthesized-documents';
export * from './world-folder';
