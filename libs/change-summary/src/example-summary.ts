import { shownChange } from './example-plan';
import { changesOf, driftOf } from './planned-change';
import type { StackChanges } from './summary';

/** Stacks with something of everything, for specs of the renderers. */
export const EXAMPLE_STACKS: readonly StackChanges[] = [
  { stack: 'central-roles', status: 'planned', changes: [], waitsFor: [] },
  {
    stack: 'main-alb',
    status: 'planned',
    waitsFor: [],
    changes: changesOf({
      resource_changes: [
        shownChange('aws_lb.alb', 'replace', { replace_paths: [['internal'], ['name']] }),
        shownChange('aws_route53_record.www', 'update', { before: { ttl: 60 }, after: { ttl: 300 } }),
        shownChange('aws_vpc.extra', 'create'),
      ],
    }),
  },
  {
    stack: 'payments-ingress',
    status: 'waiting',
    waitsFor: ['payments-networking', 'payments-registration'],
    changes: changesOf({ resource_changes: [shownChange('aws_lb.nlb', 'create')] }),
  },
  {
    stack: 'payments-roles',
    status: 'failed',
    waitsFor: [],
    changes: [],
    reason: 'Error: no access\n\n  `role` | <b>',
  },
];

/** What moved by itself, for specs of the renderers. */
export const EXAMPLE_DRIFT: readonly StackChanges[] = [
  {
    stack: 'main-networking',
    status: 'planned',
    waitsFor: [],
    changes: driftOf({
      resource_drift: [
        shownChange('aws_vpc.main', 'update', { before: { tags: {} }, after: { tags: { a: '1' } } }),
        shownChange('aws_flow_log.main', 'destroy', { before: { id: 'x' } }),
      ],
    }),
  },
  { stack: 'payments-roles', status: 'not deployed', changes: [], waitsFor: [] },
];
