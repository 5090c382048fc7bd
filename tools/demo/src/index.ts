export * from './demo';
export * from './stage';
