import type { CatalogueEntry } from './catalogue';

/** What can be wrong with what tells who came. */
export const LOGS_FINDINGS = {
  'flow-log-missing': {
    hop: 'logs',
    wrong: 'nothing logs the flows of the VPC {label}',
    fix: 'Add a flow log of the VPC, of all traffic.',
  },
  'flow-log-part': {
    hop: 'logs',
    wrong: 'the flow log of the VPC {label} tells of {traffic} only',
    fix: 'Set traffic_type = ALL.',
  },
  'flow-log-unwritten': {
    hop: 'logs',
    wrong: 'the role of the flow log of {label} may not write to its log group, so nothing arrives',
    fix: 'Allow logs:PutLogEvents on the log group to the role that the flow log names.',
  },
  'cluster-log-group': {
    hop: 'logs',
    wrong: 'no stack makes the log group {expected} of {label}; EKS would make one that keeps everything for ever',
    fix: 'Add the log group, with its retention.',
  },
} as const satisfies Record<string, CatalogueEntry>;
