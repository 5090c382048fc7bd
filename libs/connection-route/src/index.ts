export * from './connection-route';
export * from './registered-service';
