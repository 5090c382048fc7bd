import { PAYMENTS } from '../sample-files';
import type { MalformedRow } from './row';

/** What can be wrong with the cluster of `tenant.yaml`. */
export const CLUSTER_ROWS: readonly MalformedRow[] = [
  {
    rejects: 'a cluster version without quotes',
    change: { [PAYMENTS]: ['connectionName: payments', 'connectionName: payments\ncontrolPlane: {version: 1.30}'] },
    says: `apps/eks-service-account/tenants/payments/tenant.yaml: controlPlane.version: is read by YAML as a number; got 1.30; expected one of 1.34, 1.35, 1.36. Put it in quotes: '1.30'.`,
  },
  {
    rejects: 'a cluster version that is not supported',
    change: { [PAYMENTS]: ['connectionName: payments', "connectionName: payments\ncontrolPlane: {version: '1.30'}"] },
    says: 'apps/eks-service-account/tenants/payments/tenant.yaml: controlPlane.version: is not known; got "1.30"; expected one of 1.34, 1.35, 1.36. Choose a version that EKS supports.',
  },
  {
    rejects: 'an API open to the internet',
    change: {
      [PAYMENTS]: ['connectionName: payments', 'connectionName: payments\ncontrolPlane: {allowedCidrs: [0.0.0.0/0]}'],
    },
    says: 'apps/eks-service-account/tenants/payments/tenant.yaml: controlPlane.allowedCidrs[0]: opens the Kubernetes API to the internet; got "0.0.0.0/0"; expected an IPv4 block of size /8 to /32. Name the networks of the people who need the API, or leave the list empty.',
  },
  {
    rejects: 'half of the internet as an API client',
    change: {
      [PAYMENTS]: ['connectionName: payments', 'connectionName: payments\ncontrolPlane: {allowedCidrs: [128.0.0.0/1]}'],
    },
    says: 'apps/eks-service-account/tenants/payments/tenant.yaml: controlPlane.allowedCidrs[0]: opens the Kubernetes API to the internet; got "128.0.0.0/1"; expected an IPv4 block of size /8 to /32. Name the networks of the people who need the API, or leave the list empty.',
  },
  {
    rejects: 'an API client by its address',
    change: {
      [PAYMENTS]: ['connectionName: payments', 'connectionName: payments\ncontrolPlane: {allowedCidrs: [203.0.113.7]}'],
    },
    says: 'apps/eks-service-account/tenants/payments/tenant.yaml: controlPlane.allowedCidrs[0]: is no CIDR block; got "203.0.113.7"; expected an IPv4 block like 10.11.0.0/16. Name the networks of the people who need the API, or leave the list empty.',
  },
  {
    rejects: 'a public network that may reach the private API',
    change: {
      [PAYMENTS]: [
        'connectionName: payments',
        'connectionName: payments\ncontrolPlane: {privateCidrs: [10.0.0.0/16, 172.0.0.0/9]}',
      ],
    },
    says: 'apps/eks-service-account/tenants/payments/tenant.yaml: controlPlane.privateCidrs[1]: is no private network; got "172.0.0.0/9"; expected a block inside 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16 or 100.64.0.0/10. Name networks of runners and people inside your networks; allowedCidrs has the public ones.',
  },
  {
    rejects: 'a client of the private API that is no block',
    change: {
      [PAYMENTS]: ['connectionName: payments', 'connectionName: payments\ncontrolPlane: {privateCidrs: [runner]}'],
    },
    says: 'apps/eks-service-account/tenants/payments/tenant.yaml: controlPlane.privateCidrs[0]: is no CIDR block; got "runner"; expected an IPv4 block like 10.11.0.0/16. Name networks of runners and people inside your networks; allowedCidrs has the public ones.',
  },
  {
    rejects: 'a node group of two processors',
    change: {
      [PAYMENTS]: [
        'connectionName: payments',
        'connectionName: payments\nnodegroups: {main: {instanceTypes: [m6g.large, m6i.large]}}',
      ],
    },
    says: 'apps/eks-service-account/tenants/payments/tenant.yaml: nodegroups.main.instanceTypes: mixes processors: m6g.large and m6i.large need different images; got a list of 2; expected instance types of one processor, ARM or x86. Make a node group of each.',
  },
  {
    rejects: 'an access entry for the deployer of the add-ons',
    change: {
      [PAYMENTS]: [
        'connectionName: payments',
        'connectionName: payments\naccessEntries: [{principalArn: "arn:aws:iam::222222222222:role/acme/acme-payments-addons-role", policy: AmazonEKSViewPolicy}]',
      ],
    },
    says: 'apps/eks-service-account/tenants/payments/tenant.yaml: accessEntries[0].principalArn: is the deployer of the add-ons, which is an administrator of the cluster already; got "arn:aws:iam::222222222222:role/acme/acme-payments-addons-role"; expected another principal. Remove the entry.',
  },
  {
    rejects: 'an access entry whose path has an empty part',
    change: {
      [PAYMENTS]: [
        'connectionName: payments',
        'connectionName: payments\naccessEntries: [{principalArn: "arn:aws:iam::222222222222:role//team", policy: AmazonEKSViewPolicy}]',
      ],
    },
    says: 'apps/eks-service-account/tenants/payments/tenant.yaml: accessEntries[0].principalArn: is not valid; got "arn:aws:iam::222222222222:role//team"; expected the exact ARN of an IAM role or user. Write it like arn:aws:iam::111111111111:role/platform-ci.',
  },
  {
    rejects: 'no node group',
    change: { [PAYMENTS]: ['connectionName: payments', 'connectionName: payments\nnodegroups: {}'] },
    says: 'apps/eks-service-account/tenants/payments/tenant.yaml: nodegroups: is not valid; got an empty mapping; expected 1 to 30 node groups. Remove the key to get the default group main.',
  },
  {
    rejects: 'a node group name that is too short',
    change: { [PAYMENTS]: ['connectionName: payments', 'connectionName: payments\nnodegroups: {ng: {}}'] },
    says: 'apps/eks-service-account/tenants/payments/tenant.yaml: nodegroups.ng: is no valid key; got "ng"; expected 3 to 20 lower-case letters, digits and single hyphens, beginning with a letter. Choose a short name such as main.',
  },
  {
    rejects: 'a node group with more nodes desired than allowed',
    change: {
      [PAYMENTS]: [
        'connectionName: payments',
        'connectionName: payments\nnodegroups: {main: {desiredSize: 7, maxSize: 6}}',
      ],
    },
    says: 'apps/eks-service-account/tenants/payments/tenant.yaml: nodegroups.main.maxSize: is below desiredSize; got 6; expected at least 7, the desiredSize. Raise it, or remove it.',
  },
  {
    rejects: 'a node group with fewer nodes desired than its least',
    change: {
      [PAYMENTS]: [
        'connectionName: payments',
        'connectionName: payments\nnodegroups: {main: {minSize: 4, desiredSize: 3}}',
      ],
    },
    says: 'apps/eks-service-account/tenants/payments/tenant.yaml: nodegroups.main.desiredSize: is below minSize; got 3; expected at least 4, the minSize. Raise it, or remove it.',
  },
  {
    rejects: 'a node group without nodes',
    change: { [PAYMENTS]: ['connectionName: payments', 'connectionName: payments\nnodegroups: {main: {maxSize: 0}}'] },
    says: 'apps/eks-service-account/tenants/payments/tenant.yaml: nodegroups.main.maxSize: is not valid; got 0; expected a whole number from 1 to 450. Write how many nodes there shall be.',
  },
  {
    rejects: 'an instance type that is none',
    change: {
      [PAYMENTS]: [
        'connectionName: payments',
        'connectionName: payments\nnodegroups: {main: {instanceTypes: [large]}}',
      ],
    },
    says: 'apps/eks-service-account/tenants/payments/tenant.yaml: nodegroups.main.instanceTypes[0]: is not valid; got "large"; expected an EC2 instance type. Write it like m6i.large.',
  },
  {
    rejects: 'an instance type that is no list',
    change: {
      [PAYMENTS]: [
        'connectionName: payments',
        'connectionName: payments\nnodegroups: {main: {instanceTypes: m6i.large}}',
      ],
    },
    says: 'apps/eks-service-account/tenants/payments/tenant.yaml: nodegroups.main.instanceTypes: is no list; got "m6i.large"; expected a list of 1 to 20 EC2 instance types. Write it like [m6i.large].',
  },
  {
    rejects: 'a disk that is too small',
    change: {
      [PAYMENTS]: ['connectionName: payments', 'connectionName: payments\nnodegroups: {main: {diskSizeGib: 8}}'],
    },
    says: 'apps/eks-service-account/tenants/payments/tenant.yaml: nodegroups.main.diskSizeGib: is not valid; got 8; expected a whole number from 20 to 16384. Write the size in GiB, e.g. 50.',
  },
  {
    rejects: 'a disk in part of a GiB',
    change: {
      [PAYMENTS]: ['connectionName: payments', 'connectionName: payments\nnodegroups: {main: {diskSizeGib: 50.5}}'],
    },
    says: 'apps/eks-service-account/tenants/payments/tenant.yaml: nodegroups.main.diskSizeGib: is no whole number; got 50.5; expected a whole number from 20 to 16384. Write the size in GiB, e.g. 50.',
  },
  {
    rejects: 'a label that EKS keeps',
    change: {
      [PAYMENTS]: [
        'connectionName: payments',
        'connectionName: payments\nnodegroups: {main: {k8sLabels: {eks.amazonaws.com/team: a}}}',
      ],
    },
    says: 'apps/eks-service-account/tenants/payments/tenant.yaml: nodegroups.main.k8sLabels["eks.amazonaws.com/team"]: has a prefix that EKS keeps for itself; got "eks.amazonaws.com/team"; expected the key of a Kubernetes label. Write it like team or example.com/team.',
  },
  {
    rejects: 'a label value that YAML reads as a boolean',
    change: {
      [PAYMENTS]: [
        'connectionName: payments',
        'connectionName: payments\nnodegroups: {main: {k8sLabels: {gpu: true}}}',
      ],
    },
    says: `apps/eks-service-account/tenants/payments/tenant.yaml: nodegroups.main.k8sLabels.gpu: is read by YAML as true or false; got true; expected the value of a Kubernetes label, at most 63 letters, digits, _ . or -. Put it in quotes: 'true'.`,
  },
  {
    rejects: 'an unknown key of a node group',
    change: {
      [PAYMENTS]: ['connectionName: payments', 'connectionName: payments\nnodegroups: {main: {minimumSize: 3}}'],
    },
    says: 'apps/eks-service-account/tenants/payments/tenant.yaml: nodegroups.main.minimumSize: is no known key; got "minimumSize"; expected one of the keys instanceTypes, minSize, desiredSize, maxSize, diskSizeGib, k8sLabels. Remove it.',
  },
  {
    rejects: 'an access entry without a principal',
    change: {
      [PAYMENTS]: [
        'connectionName: payments',
        'connectionName: payments\naccessEntries: [{policy: AmazonEKSViewPolicy}]',
      ],
    },
    says: 'apps/eks-service-account/tenants/payments/tenant.yaml: accessEntries[0].principalArn: is missing; got nothing; expected the exact ARN of an IAM role or user. Write it like arn:aws:iam::111111111111:role/platform-ci.',
  },
  {
    rejects: 'an access entry of everybody',
    change: {
      [PAYMENTS]: [
        'connectionName: payments',
        "connectionName: payments\naccessEntries: [{principalArn: '*', policy: AmazonEKSViewPolicy}]",
      ],
    },
    says: 'apps/eks-service-account/tenants/payments/tenant.yaml: accessEntries[0].principalArn: has a wildcard, which opens it to principals nobody has named; got "*"; expected the exact ARN of an IAM role or user. Write it like arn:aws:iam::111111111111:role/platform-ci.',
  },
  {
    rejects: 'an unknown access policy',
    change: {
      [PAYMENTS]: [
        'connectionName: payments',
        'connectionName: payments\naccessEntries: [{principalArn: "arn:aws:iam::222222222222:role/dev", policy: ViewPolicy}]',
      ],
    },
    says: 'apps/eks-service-account/tenants/payments/tenant.yaml: accessEntries[0].policy: is not known; got "ViewPolicy"; expected one of AmazonEKSAdminPolicy, AmazonEKSAdminViewPolicy, AmazonEKSClusterAdminPolicy, AmazonEKSEditPolicy, AmazonEKSViewPolicy. Choose one of them.',
  },
  {
    rejects: 'a principal with two access entries',
    change: {
      [PAYMENTS]: [
        'connectionName: payments',
        'connectionName: payments\naccessEntries:\n  - {principalArn: "arn:aws:iam::222222222222:role/dev", policy: AmazonEKSViewPolicy}\n  - {principalArn: "arn:aws:iam::222222222222:role/dev", policy: AmazonEKSEditPolicy}',
      ],
    },
    says: 'apps/eks-service-account/tenants/payments/tenant.yaml: accessEntries[1].principalArn: names the principal of accessEntries[0] again; got "arn:aws:iam::222222222222:role/dev"; expected one entry per principal, as EKS has it. Merge the two entries.',
  },
  {
    rejects: 'a namespace that is none',
    change: {
      [PAYMENTS]: [
        'connectionName: payments',
        'connectionName: payments\naccessEntries: [{principalArn: "arn:aws:iam::222222222222:role/dev", policy: AmazonEKSViewPolicy, namespaces: [Team A]}]',
      ],
    },
    says: 'apps/eks-service-account/tenants/payments/tenant.yaml: accessEntries[0].namespaces[0]: is not valid; got "Team A"; expected the name of a Kubernetes namespace, or its beginning and a *. Write it like payments.',
  },
  {
    rejects: 'an endpoint that every tenant has',
    change: { [PAYMENTS]: ['connectionName: payments', 'connectionName: payments\nextraVpcEndpoints: [ecr.api]'] },
    says: 'apps/eks-service-account/tenants/payments/tenant.yaml: extraVpcEndpoints[0]: is redundant: every tenant has this endpoint; got "ecr.api"; expected one of acm, autoscaling, ec2messages, eks, eks-auth, kms, monitoring, oidc-eks, secretsmanager, sns, sqs, ssm, ssmmessages, wafv2, xray. Remove it.',
  },
  {
    rejects: 'an unknown endpoint',
    change: { [PAYMENTS]: ['connectionName: payments', 'connectionName: payments\nextraVpcEndpoints: [dynamodb]'] },
    says: 'apps/eks-service-account/tenants/payments/tenant.yaml: extraVpcEndpoints[0]: is no known interface endpoint; got "dynamodb"; expected one of acm, autoscaling, ec2messages, eks, eks-auth, kms, monitoring, oidc-eks, secretsmanager, sns, sqs, ssm, ssmmessages, wafv2, xray. Choose one of them.',
  },
  {
    rejects: 'an endpoint twice',
    change: { [PAYMENTS]: ['connectionName: payments', 'connectionName: payments\nextraVpcEndpoints: [kms, kms]'] },
    says: 'apps/eks-service-account/tenants/payments/tenant.yaml: extraVpcEndpoints[1]: is listed twice; got "kms"; expected each value once. Remove one of the two.',
  },
  {
    rejects: 'an unknown ingress controller',
    change: { [PAYMENTS]: ['connectionName: payments', 'connectionName: payments\ningressController: traefik'] },
    says: 'apps/eks-service-account/tenants/payments/tenant.yaml: ingressController: is not known; got "traefik"; expected one of contour, nginx. Choose one of them.',
  },
];
