import type { CatalogueEntry } from './catalogue';

/** What can be wrong with a cluster and its nodes. */
export const CLUSTER_FINDINGS = {
  'public-api-open': {
    hop: 'cluster',
    wrong: 'the Kubernetes API of {label} is open to {cidrs}',
    fix: 'Set endpoint_public_access = false, or name the CIDRs that need it.',
  },
  'private-api-off': {
    hop: 'cluster',
    wrong: 'the Kubernetes API of {label} has no private endpoint; nodes without internet cannot join',
    fix: 'Set endpoint_private_access = true.',
  },
  'cluster-authentication': {
    hop: 'cluster',
    wrong: '{label} takes whom a config map within it names (authentication mode {mode})',
    fix: 'Set authentication_mode = API; access entries say who may use it.',
  },
  'cluster-creator': {
    hop: 'cluster',
    wrong: 'whoever creates {label} administers it for ever',
    fix: 'Set bootstrap_cluster_creator_admin_permissions = false.',
  },
  'cluster-secrets': {
    hop: 'cluster',
    wrong: 'no key of the stacks encrypts the secrets of {label}',
    fix: 'Name a key of KMS in encryption_config, for secrets.',
  },
  'cluster-logs': {
    hop: 'cluster',
    wrong: '{label} does not log {logs}',
    fix: 'Name them in enabled_cluster_log_types.',
  },
  'node-credentials': {
    hop: 'cluster',
    wrong: 'the nodes of {label} give their credentials to whoever asks, without a token',
    fix: 'Set http_tokens = required in the launch template.',
  },
  'node-volumes': {
    hop: 'cluster',
    wrong: 'a volume of the nodes of {label} is not encrypted',
    fix: 'Set encrypted = true for each volume of the launch template.',
  },
  'node-credential-hops': {
    hop: 'cluster',
    wrong:
      'the nodes of {label} give their credentials {hops} hops far; pods on them would have the rights of the node',
    fix: 'Set http_put_response_hop_limit = 1 in the launch template.',
  },
  'cluster-add-on': {
    hop: 'cluster',
    wrong: '{label} has no add-on {name}, without which no pod works',
    fix: 'Add it to the cluster stack.',
  },
  'cluster-role-right': {
    hop: 'cluster',
    wrong: '{component} becomes {label}, which has not the policy {policy}',
    fix: 'Attach {policy} to the role.',
  },
  'cluster-deployer': {
    hop: 'cluster',
    wrong: '{deployer}, which deploys {stack}, does not administer {label}',
    fix: 'Give it an access entry, and AmazonEKSClusterAdminPolicy in the scope cluster.',
  },
  'key-off': {
    hop: 'cluster',
    wrong: 'the key of the secrets of {label} is disabled; nobody could read them',
    fix: 'Set is_enabled = true.',
  },
  'key-fixed': {
    hop: 'cluster',
    wrong: 'the key of the secrets of {label} is never renewed',
    fix: 'Set enable_key_rotation = true.',
  },
  'cluster-stranger': {
    hop: 'cluster',
    wrong: '{principal} may use the Kubernetes API of {cluster}, and is neither of its account nor of the same owner',
    fix: 'Remove the access entry.',
  },
} as const satisfies Record<string, CatalogueEntry>;
