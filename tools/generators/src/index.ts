export * from './tenant-generator';
export * from './internet-vpc-generator';
