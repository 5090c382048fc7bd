import { z } from 'zod';
import { ACCESS_POLICIES, DEFAULT_VPC_ENDPOINTS, EXTRA_VPC_ENDPOINTS, KUBERNETES_VERSIONS } from './aws-values';
import { exposureSchema } from './exposure-schema';
import { choice, cidr, described, flag, listOf, report, section, text } from './field-types';
import { findingMessage } from './finding';
import { privateCidr, subnetsByAz, vpcCidr } from './vpc-fields';
import { nodegroupsSchema } from './nodegroup-schema';
import { accountId, availabilityZoneIds, logRetentionDays, ownerName, principalArn } from './text-fields';

const allowedCidrs = listOf(
  cidr(
    8,
    32,
    'Name the networks of the people who need the API, or leave the list empty',
    'opens the Kubernetes API to the internet',
  ),
  0,
  40,
  { expected: 'a list of at most 40 IPv4 blocks', fix: 'Leave the list empty to keep the public endpoint off' },
).default([]);

const privateCidrs = listOf(
  privateCidr(8, 32, 'Name networks of runners and people inside your networks; allowedCidrs has the public ones'),
  0,
  20,
  { expected: 'a list of at most 20 IPv4 blocks', fix: 'Leave the list empty where only the nodes use the API' },
).default([]);

const namespace = text(/^[a-z0-9](?:[a-z0-9-]{0,61}(?:[a-z0-9]|\*))?$/, {
  expected: 'the name of a Kubernetes namespace, or its beginning and a *',
  fix: 'Write it like payments',
});

const accessEntry = section({
  principalArn: described(principalArn(), 'IAM role or user.'),
  policy: described(choice(ACCESS_POLICIES), 'EKS access policy.'),
  namespaces: described(
    listOf(namespace, 0, 100, {
      expected: 'a list of at most 100 namespaces',
      fix: 'Leave the list empty for the whole cluster',
    }).default([]),
    'Namespaces the policy is limited to; none: the whole cluster.',
  ),
});

const accessEntries = z
  .array(accessEntry, findingMessage({ expected: 'a list of access entries', fix: 'Write one item per principal' }))
  .superRefine((entries, context) => {
    const principals = entries.map((entry) => entry.principalArn);
    principals.forEach((principal, index) => {
      if (principals.indexOf(principal) === index) return;
      const what = `names the principal of accessEntries[${principals.indexOf(principal)}] again`;
      const rule = { expected: 'one entry per principal, as EKS has it', fix: 'Merge the two entries' };
      report(context, { what, ...rule }, [index, 'principalArn']);
    });
  })
  .default([]);

const tlsSecretName = text(/^(?=.{1,253}$)[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*$/, {
  expected: 'the name of a Kubernetes secret',
  fix: 'Write it like ingress-tls, without a namespace',
});

const extraVpcEndpoint = z
  .string(findingMessage({ expected: 'the name of an AWS service', fix: 'Write it like monitoring' }))
  .superRefine((service, context) => {
    const expected = `one of ${EXTRA_VPC_ENDPOINTS.join(', ')}`;
    if (DEFAULT_VPC_ENDPOINTS.some((name) => name === service)) {
      report(context, { what: 'is redundant: every tenant has this endpoint', expected, fix: 'Remove it' });
    } else if (!EXTRA_VPC_ENDPOINTS.some((name) => name === service)) {
      report(context, { what: 'is no known interface endpoint', expected, fix: 'Choose one of them' });
    }
  })
  .meta({ enum: [...EXTRA_VPC_ENDPOINTS] });

/** Schema of `tenant.yaml`. */
export const tenantSchema = section({
  connectionName: described(ownerName(), "Unique name of the connection, the folder's name."),
  accountId: described(accountId(), 'Account of the cluster, in quotes.'),
  cidr: described(vpcCidr(), 'Block of the VPC, /16 to /20; may equal that of another tenant.'),
  availabilityZoneIds: described(availabilityZoneIds(), 'Three AZ ids, those of the internet VPC.'),
  privateSubnets: described(subnetsByAz(), 'Private subnets for nodes, NLB and endpoints, by AZ id.'),
  exposure: described(exposureSchema, 'How the tenant is reached from the internet.'),
  controlPlane: described(
    section({
      version: described(
        choice(KUBERNETES_VERSIONS, 'Choose a version that EKS supports').default('1.35'),
        'Kubernetes minor version, in quotes.',
      ),
      allowedCidrs: described(allowedCidrs, 'Who may reach the public API endpoint; none: it is off.'),
      privateCidrs: described(
        privateCidrs,
        'Private networks, beside the nodes, that may reach the private API endpoint.',
      ),
    }).prefault({}),
    'Control plane of the cluster.',
  ),
  nodegroups: described(nodegroupsSchema, 'Managed node groups by name.'),
  accessEntries: described(accessEntries, 'Who may use the Kubernetes API.'),
  extraVpcEndpoints: described(
    listOf(extraVpcEndpoint, 0, EXTRA_VPC_ENDPOINTS.length, {
      expected: 'a list of AWS services',
      fix: 'Write one item per service, e.g. monitoring',
    }).default([]),
    'AWS services that get an interface endpoint beside the default ones.',
  ),
  ingressController: described(
    choice(['contour', 'nginx']).default('contour'),
    'Ingress controller of the cluster; nginx is retired upstream.',
  ),
  inClusterTls: described(
    flag().default(false),
    'Whether the NLB speaks TLS to the ingress controller, with a second certificate inside the cluster.',
  ),
  inClusterTlsSecret: described(
    tlsSecretName.optional(),
    "TLS secret in the ingress controller's namespace that holds that certificate.",
  ),
  proxyProtocolV2: described(
    flag().default(false),
    'Whether the NLB tells the ingress controller of each connection by proxy protocol v2.',
  ),
  sampleWorkload: described(
    flag().default(false),
    'Whether a workload that echoes what a pod sees of a request is installed.',
  ),
  logRetentionDays: described(logRetentionDays(), 'Days that control-plane and flow logs are kept.'),
  deletionProtection: described(flag().default(true), 'Whether the NLB refuses deletion.'),
});

/** What a `tenant.yaml` says once it fits {@link tenantSchema}. */
export type TenantFile = z.output<typeof tenantSchema>;
