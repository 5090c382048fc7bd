export * from './physical-names';
export * from './state';
export * from './roles';
export * from './tenant-names';
export * from './tight-names';
export * from './log-names';
