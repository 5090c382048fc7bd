export * from './quota-budget';
export * from './granted-quotas';
export * from './render-budgets';
