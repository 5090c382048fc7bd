export * from './aws-service-endpoints';
