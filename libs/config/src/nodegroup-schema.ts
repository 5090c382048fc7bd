import { z } from 'zod';
import { described, integer, listOf, report, section, text } from './field-types';
import { findingMessage } from './finding';
import type { NodeGroupConfig } from './model';
import { isArm } from './processor';
import { NAME_PATTERN, NAME_RULE } from './text-fields';

/** Node group quotas. @source EKS service quotas: nodes per managed node group, node groups per cluster */
const MOST_NODES = 450;
const MOST_GROUPS = 30;

const instanceTypes = listOf(
  text(/^[a-z][a-z0-9-]*\.[a-z0-9-]+$/, { expected: 'an EC2 instance type', fix: 'Write it like m6i.large' }),
  1,
  20,
  { expected: 'a list of 1 to 20 EC2 instance types', fix: 'Write it like [m6i.large]' },
)
  .superRefine((types, context) => {
    const odd = types.find((type) => isArm(type) !== isArm(types[0] ?? ''));
    if (!odd) return;
    const what = `mixes processors: ${types[0]} and ${odd} need different images`;
    const expected = 'instance types of one processor, ARM or x86';
    report(context, { what, expected, fix: 'Make a node group of each' });
  })
  .default(['m6i.large']);

const labelKey = text(
  /^(?:[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?\/)?[A-Za-z0-9](?:[\w.-]{0,61}[A-Za-z0-9])?$/,
  { expected: 'the key of a Kubernetes label', fix: 'Write it like team or example.com/team' },
  [{ when: /(?:^|\.)(?:kubernetes\.io|k8s\.io|amazonaws\.com)\//, what: 'has a prefix that EKS keeps for itself' }],
);
const labelValue = text(/^(?:[A-Za-z0-9](?:[\w.-]{0,61}[A-Za-z0-9])?)?$/, {
  expected: 'the value of a Kubernetes label, at most 63 letters, digits, _ . or -',
  fix: 'Write it like payments',
});
const k8sLabels = z
  .record(
    labelKey,
    labelValue,
    findingMessage({ expected: 'a mapping from label to value', fix: 'Write one line per label' }),
  )
  .default({});

const SIZE_FIX = 'Write how many nodes there shall be';

/** One node group; the sizes that are left out follow from those that are given. */
const nodegroup = section({
  instanceTypes: described(instanceTypes, 'EC2 instance types.'),
  minSize: described(integer(0, MOST_NODES, SIZE_FIX).default(3), 'Fewest nodes.'),
  desiredSize: described(integer(0, MOST_NODES, SIZE_FIX).optional(), 'Nodes at the start; default: minSize.'),
  maxSize: described(integer(1, MOST_NODES, SIZE_FIX).optional(), 'Most nodes; default: twice desiredSize.'),
  diskSizeGib: described(
    integer(20, 16_384, 'Write the size in GiB, e.g. 50').default(50),
    'Size of the encrypted root volume in GiB.',
  ),
  k8sLabels: described(k8sLabels, 'Kubernetes labels of the nodes.'),
}).transform(({ minSize, desiredSize = minSize, maxSize, ...rest }, context): NodeGroupConfig => {
  const sizes = { minSize, desiredSize, maxSize: maxSize ?? Math.min(MOST_NODES, Math.max(1, 2 * desiredSize)) };
  if (desiredSize < minSize) {
    const expected = `at least ${minSize}, the minSize`;
    report(context, { what: 'is below minSize', expected, fix: 'Raise it, or remove it' }, ['desiredSize']);
  }
  if (sizes.maxSize < desiredSize) {
    const expected = `at least ${desiredSize}, the desiredSize`;
    report(context, { what: 'is below desiredSize', expected, fix: 'Raise it, or remove it' }, ['maxSize']);
  }
  return { ...rest, ...sizes };
});

/** Schema of `nodegroups`. */
export const nodegroupsSchema = z
  .record(
    text(NAME_PATTERN, { ...NAME_RULE, fix: 'Choose a short name such as main' }),
    nodegroup,
    findingMessage({ expected: 'a mapping from name to node group', fix: 'Write it like main: {minSize: 3}' }),
  )
  .superRefine((groups, context) => {
    const count = Object.keys(groups).length;
    if (count >= 1 && count <= MOST_GROUPS) return;
    const expected = `1 to ${MOST_GROUPS} node groups`;
    report(context, { expected, fix: 'Remove the key to get the default group main' });
  })
  .prefault({ main: {} });
