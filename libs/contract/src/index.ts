export * from './service-name';
export * from './handovers';
export * from './tenant-hold';
