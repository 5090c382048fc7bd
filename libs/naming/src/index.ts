export * from './physical-names';
export * from './state';
export * from './roles';
export * from './tenant-names';
export * from './tenant-role-names';
export * from './tight-names';
export * from './log-names';
export * from './tags';
