export * from './model';
export * from './lookup';
export * from './host-rules';
export { ConfigError, problemText, WHOLE_FILE } from './problems';
export type { ConfigProblem } from './problems';
export * from './layout';
export { parseWorld } from './parse-world';
export { nextFreeSlot } from './checks/slot-check';
export { configJsonSchemas } from './json-schemas';
