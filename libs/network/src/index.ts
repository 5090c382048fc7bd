export * from './flow-logged-vpc';
export * from './az-subnets';
