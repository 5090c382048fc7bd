export * from './direct-certificates';
export * from './host-records';
