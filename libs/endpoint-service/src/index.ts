export * from './private-nlb';
export * from './endpoint-service';
export * from './controller-ports';
export * from './central-access';
