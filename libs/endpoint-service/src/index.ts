export * from './private-nlb';
export * from './endpoint-service';
export * from './central-access';
