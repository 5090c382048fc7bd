export * from './flow-logged-vpc';
export * from './az-subnets';
export * from './route-to-internet';
