/** Tag on everything that the stacks make; the deployers' rights are limited to what carries it. */
export const OUR_TAG = { key: 'managed-by', value: 'central-ingress' } as const;
