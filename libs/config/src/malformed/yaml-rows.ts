import { MAIN, PAYMENTS, PLATFORM } from '../sample-files';
import type { MalformedRow } from './row';

/** What can be wrong with a file as YAML. */
export const YAML_ROWS: readonly MalformedRow[] = [
  {
    rejects: 'a file that is no YAML',
    change: { [PLATFORM]: 'namePrefix: [acme\nregion: x\n' },
    says: 'platform.yaml: line 2: is not valid YAML (flow sequence in block collection must be sufficiently indented and end with a ]); got "region: x"; expected YAML 1.2. Correct the line, or quote the value if it begins with a special character.',
  },
  {
    rejects: 'a key that a program cannot keep',
    change: { [PLATFORM]: ['namePrefix: acme', 'tags:\n  __proto__: x\nnamePrefix: acme'] },
    says: 'platform.yaml: line 2: has a key that means nothing here; got "__proto__"; expected a plain word as the key. Remove it.',
  },
  {
    rejects: 'a value that begins with a special character',
    change: { [PLATFORM]: ['acme', '@acme'] },
    says: 'platform.yaml: line 1: is not valid YAML (plain value cannot start with reserved character @); got "namePrefix: @acme"; expected YAML 1.2. Correct the line, or quote the value if it begins with a special character.',
  },
  {
    rejects: 'a repeated key',
    change: { [PLATFORM]: ['region: eu-central-1', 'region: eu-central-1\nregion: eu-west-1'] },
    says: 'platform.yaml: line 3: repeats a key of the same mapping; got "region: eu-west-1"; expected each key once. Remove one of the two, or merge them.',
  },
  {
    rejects: 'a tab as indentation',
    change: { [PLATFORM]: ['  - arn', '	- arn'] },
    says: 'platform.yaml: line 5: is indented by a tab; got "- arn:aws:iam::111111111111:role/platform-ci"; expected spaces, because YAML allows no tab there. Replace the tab by spaces.',
  },
  {
    rejects: 'a second document',
    change: {
      [PAYMENTS]:
        "connectionName: payments\naccountId: '222222222222'\ncidr: 10.11.0.0/16\navailabilityZoneIds: [euc1-az1, euc1-az2, euc1-az3]\nexposure:\n  type: central\n  internetVpc: main\n  slot: 1\n  hosts:\n    - payments.apps.example.com\n---\nslot: 2\n",
    },
    says: 'apps/eks-service-account/tenants/payments/tenant.yaml: line 11: begins a second YAML document; got "---"; expected one document per file. Remove the line --- or move the rest to a file of its own.',
  },
  {
    rejects: 'an empty file',
    change: { [PLATFORM]: '' },
    says: 'platform.yaml: (file): is empty; got no content; expected a mapping of keys. Fill it as docs/configuration.md describes.',
  },
  {
    rejects: 'a file of comments',
    change: { [MAIN]: '# nothing yet\n' },
    says: 'apps/central-internet-account/internet-vpcs/main/internet-vpc.yaml: (file): is empty; got no content; expected a mapping of keys. Fill it as docs/configuration.md describes.',
  },
  {
    rejects: 'a file that is a list',
    change: { [PAYMENTS]: '- connectionName: payments\n' },
    says: 'apps/eks-service-account/tenants/payments/tenant.yaml: (file): is no mapping of keys; got "- connectionName: payments"; expected a mapping of keys. Fill it as docs/configuration.md describes.',
  },
  {
    rejects: 'a file that is a text',
    change: { [PAYMENTS]: 'payments\n' },
    says: 'apps/eks-service-account/tenants/payments/tenant.yaml: (file): is no mapping of keys; got "payments"; expected a mapping of keys. Fill it as docs/configuration.md describes.',
  },
  {
    rejects: 'an alias without its anchor',
    change: { [PAYMENTS]: ['cidr: 10.11.0.0/16', 'cidr: *block'] },
    says: 'apps/eks-service-account/tenants/payments/tenant.yaml: (file): uses the alias *block, which no anchor before it defines; got text that cannot be read; expected an anchor &block above its alias. Define the anchor, or write the value out.',
  },
  {
    rejects: 'aliases that multiply',
    change: {
      [PLATFORM]:
        'a: &a [1,1,1,1,1,1,1,1,1,1]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]\n',
    },
    says: 'platform.yaml: (file): repeats values through aliases without bound; got text that cannot be read; expected at most 100 repetitions through aliases. Write the values out.',
  },
  {
    rejects: 'a merge key',
    change: { [PLATFORM]: ['region: eu-central-1', 'region: eu-central-1\n<<: {tags: {}}'] },
    says: 'platform.yaml: ["<<"]: is no known key; got "<<"; expected one of the keys namePrefix, region, centralAccountId, deployerPrincipals, operatorAccess, charts, tags. Remove it.',
  },
  {
    rejects: 'a tag of YAML',
    change: { [PLATFORM]: ['acme', '!env PREFIX'] },
    says: 'platform.yaml: line 1: has a tag that means nothing here; got "namePrefix: !env PREFIX"; expected plain values without ! tags. Remove the tag.',
  },
  {
    rejects: 'a list as a key',
    change: { [PLATFORM]: ['region: eu-central-1', 'region: eu-central-1\n? [a]\n: 1'] },
    says: 'platform.yaml: line 3: has a list or mapping as a key; got "? [a]"; expected a word as the key. Write a plain key, then a colon.',
  },
];
