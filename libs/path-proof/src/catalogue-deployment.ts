import type { CatalogueEntry } from './catalogue';

/** What can be wrong with who deploys a stack, and where its state lies. */
export const DEPLOYMENT_FINDINGS = {
  'deployer-stranger': {
    hop: 'deployers',
    wrong: 'the stack is deployed by {got}; expected a role of account {expected} that the stacks make for its owner',
    fix: 'Set assume_role to the deployer of the stack.',
  },
  'deployer-region': {
    hop: 'deployers',
    wrong: 'the provider has no region; the environment of whoever runs Terraform would decide it',
    fix: 'Set region to that of platform.yaml.',
  },
  'state-elsewhere': {
    hop: 'state',
    wrong: 'the state of {stack} does not lie in S3',
    fix: 'Use the S3 backend of the account.',
  },
  'state-plain': {
    hop: 'state',
    wrong: 'the state of {stack} is not encrypted',
    fix: 'Set encrypt = true.',
  },
  'state-unlocked': {
    hop: 'state',
    wrong: 'nothing keeps two runs of {stack} apart',
    fix: 'Set use_lockfile = true.',
  },
  'state-shared': {
    hop: 'state',
    wrong: '{stack} and {other} have one state, {key}; each would destroy what the other made',
    fix: 'Give each stack a key of its own.',
  },
  'state-key': {
    hop: 'state',
    wrong: 'the state of {stack} has the key {got}; expected {expected}, or it would destroy what another stack made',
    fix: 'Set the key of the stack.',
  },
  'state-account': {
    hop: 'state',
    wrong: 'the state of {stack} lies in {bucket}, by account {got}; its resources lie in {expected}',
    fix: 'Use the bucket of the account.',
  },
  'state-role': {
    hop: 'state',
    wrong: 'the state of {stack} is written by {got}; the stack is deployed by {expected}',
    fix: 'Assume the same role in the backend as in the provider.',
  },
} as const satisfies Record<string, CatalogueEntry>;
