export * from './load-world';
export * from './load-world-around';
