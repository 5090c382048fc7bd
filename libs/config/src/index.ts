export * from './model';
export * from './lookup';
export * from './host-rules';
