export * from './internet-vpc';
export * from './domain-zone';
export * from './internet-ingress-alb';
export * from './load-balancer-alarm';
