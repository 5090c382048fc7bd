export * from './load-world';
