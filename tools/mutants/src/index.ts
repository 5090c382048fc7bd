export { BreakableWorld } from './breakable-world';
export type { Json } from './breakable-world';
export type { Mutant } from './mutant';
export { MUTANTS } from './mutants';
