export * from './service-name';
export * from './handovers';
