export * from './kubernetes-access';
export { ChartFileError } from './chart-location';
export * from './load-balancer-controller';
export * from './ingress-controller';
export * from './pod-registration';
export * from './internet-service';
export * from './sample-workload';
