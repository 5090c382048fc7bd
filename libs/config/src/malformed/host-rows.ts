import { MAIN, PAYMENTS, STOREFRONT } from '../sample-files';
import type { MalformedRow } from './row';

const GIVEN_CERTIFICATE = 'arn:aws:acm:eu-central-1:111111111111:certificate/12345678-1234-1234-1234-123456789012';

/** What can be wrong with hosts and their certificates. */
export const HOST_ROWS: readonly MalformedRow[] = [
  {
    rejects: 'no hosts',
    change: { [PAYMENTS]: ['hosts:\n    - payments.apps.example.com', 'hosts: []'] },
    says: 'apps/eks-service-account/tenants/payments/tenant.yaml: exposure.hosts: is not valid; got an empty list; expected a list of 1 to 100 hosts. List the DNS names that the tenant serves.',
  },
  {
    rejects: 'more hosts than a slot has rules for',
    change: {
      [PAYMENTS]: [
        '    - payments.apps.example.com',
        '    - h0.apps.example.com\n    - h1.apps.example.com\n    - h2.apps.example.com\n    - h3.apps.example.com\n    - h4.apps.example.com\n    - h5.apps.example.com\n    - h6.apps.example.com\n    - h7.apps.example.com\n    - h8.apps.example.com\n    - h9.apps.example.com\n    - h10.apps.example.com\n    - h11.apps.example.com\n    - h12.apps.example.com\n    - h13.apps.example.com\n    - h14.apps.example.com\n    - h15.apps.example.com\n    - h16.apps.example.com\n    - h17.apps.example.com\n    - h18.apps.example.com\n    - h19.apps.example.com\n    - h20.apps.example.com\n    - h21.apps.example.com\n    - h22.apps.example.com\n    - h23.apps.example.com\n    - h24.apps.example.com\n    - h25.apps.example.com\n    - h26.apps.example.com\n    - h27.apps.example.com\n    - h28.apps.example.com\n    - h29.apps.example.com\n    - h30.apps.example.com\n    - h31.apps.example.com\n    - h32.apps.example.com\n    - h33.apps.example.com\n    - h34.apps.example.com\n    - h35.apps.example.com\n    - h36.apps.example.com\n    - h37.apps.example.com\n    - h38.apps.example.com\n    - h39.apps.example.com\n    - h40.apps.example.com\n    - h41.apps.example.com\n    - h42.apps.example.com\n    - h43.apps.example.com\n    - h44.apps.example.com\n    - h45.apps.example.com\n    - h46.apps.example.com\n    - h47.apps.example.com\n    - h48.apps.example.com\n    - h49.apps.example.com\n    - h50.apps.example.com\n    - h51.apps.example.com\n    - h52.apps.example.com\n    - h53.apps.example.com\n    - h54.apps.example.com\n    - h55.apps.example.com\n    - h56.apps.example.com\n    - h57.apps.example.com\n    - h58.apps.example.com\n    - h59.apps.example.com\n    - h60.apps.example.com\n    - h61.apps.example.com\n    - h62.apps.example.com\n    - h63.apps.example.com\n    - h64.apps.example.com\n    - h65.apps.example.com\n    - h66.apps.example.com\n    - h67.apps.example.com\n    - h68.apps.example.com\n    - h69.apps.example.com\n    - h70.apps.example.com\n    - h71.apps.example.com\n    - h72.apps.example.com\n    - h73.apps.example.com\n    - h74.apps.example.com\n    - h75.apps.example.com\n    - h76.apps.example.com\n    - h77.apps.example.com\n    - h78.apps.example.com\n    - h79.apps.example.com\n    - h80.apps.example.com\n    - h81.apps.example.com\n    - h82.apps.example.com\n    - h83.apps.example.com\n    - h84.apps.example.com\n    - h85.apps.example.com\n    - h86.apps.example.com\n    - h87.apps.example.com\n    - h88.apps.example.com\n    - h89.apps.example.com\n    - h90.apps.example.com\n    - h91.apps.example.com\n    - h92.apps.example.com\n    - h93.apps.example.com\n    - h94.apps.example.com\n    - h95.apps.example.com\n    - h96.apps.example.com\n    - h97.apps.example.com\n    - h98.apps.example.com\n    - h99.apps.example.com\n    - h100.apps.example.com',
      ],
    },
    says: 'apps/eks-service-account/tenants/payments/tenant.yaml: exposure.hosts: is not valid; got a list of 101; expected a list of 1 to 100 hosts. List the DNS names that the tenant serves.',
  },
  {
    rejects: 'a host in upper case',
    change: { [PAYMENTS]: ['- payments.apps.example.com', '- Payments.apps.example.com'] },
    says: 'apps/eks-service-account/tenants/payments/tenant.yaml: exposure.hosts[0]: has upper-case letters; got "Payments.apps.example.com"; expected a lower-case DNS name of two labels or more, without a trailing dot. Write it in lower case.',
  },
  {
    rejects: 'a host that is a URL',
    change: { [PAYMENTS]: ['- payments.apps.example.com', '- https://payments.apps.example.com/'] },
    says: 'apps/eks-service-account/tenants/payments/tenant.yaml: exposure.hosts[0]: is a URL; got "https://payments.apps.example.com/"; expected a lower-case DNS name of two labels or more, without a trailing dot. Leave out the scheme, the port and the path.',
  },
  {
    rejects: 'a host that is a wildcard',
    change: { [PAYMENTS]: ['- payments.apps.example.com', `- '*.apps.example.com'`] },
    says: 'apps/eks-service-account/tenants/payments/tenant.yaml: exposure.hosts[0]: is a wildcard; got "*.apps.example.com"; expected a lower-case DNS name of two labels or more, without a trailing dot. Write each name out, without *.',
  },
  {
    rejects: 'a host with a trailing dot',
    change: { [PAYMENTS]: ['- payments.apps.example.com', '- payments.apps.example.com.'] },
    says: 'apps/eks-service-account/tenants/payments/tenant.yaml: exposure.hosts[0]: ends with a dot; got "payments.apps.example.com."; expected a lower-case DNS name of two labels or more, without a trailing dot. Remove the dot.',
  },
  {
    rejects: 'a host with an underscore',
    change: { [PAYMENTS]: ['- payments.apps.example.com', '- pay_ments.apps.example.com'] },
    says: 'apps/eks-service-account/tenants/payments/tenant.yaml: exposure.hosts[0]: is not valid; got "pay_ments.apps.example.com"; expected a lower-case DNS name of two labels or more, without a trailing dot. Write it like payments.apps.example.com.',
  },
  {
    rejects: 'a host that is a number',
    change: { [PAYMENTS]: ['- payments.apps.example.com', '- 42'] },
    says: 'apps/eks-service-account/tenants/payments/tenant.yaml: exposure.hosts[0]: is not valid; got 42; expected a DNS name, or a mapping with name and hostedZone or certificateArn. Write it like payments.apps.example.com.',
  },
  {
    rejects: 'a host that is empty',
    change: { [PAYMENTS]: ['- payments.apps.example.com', '-'] },
    says: 'apps/eks-service-account/tenants/payments/tenant.yaml: exposure.hosts[0]: is empty; got nothing; expected a DNS name, or a mapping with name and hostedZone or certificateArn. Write it like payments.apps.example.com.',
  },
  {
    rejects: 'a host mapping without a name',
    change: { [PAYMENTS]: ['- payments.apps.example.com', '- {hostedZone: example.org}'] },
    says: 'apps/eks-service-account/tenants/payments/tenant.yaml: exposure.hosts[0].name: is missing; got nothing; expected a lower-case DNS name of two labels or more, without a trailing dot. Write it like payments.apps.example.com.',
  },
  {
    rejects: 'a host mapping with both kinds of certificate',
    change: {
      [PAYMENTS]: [
        '- payments.apps.example.com',
        '- {name: pay.example.org, hostedZone: example.org, certificateArn: "arn:aws:acm:eu-central-1:111111111111:certificate/12345678-1234-1234-1234-123456789012"}',
      ],
    },
    says: 'apps/eks-service-account/tenants/payments/tenant.yaml: exposure.hosts[0]: has both a hostedZone and a certificateArn; got a mapping of 3; expected one of the two. Remove one: the ARN takes an existing certificate.',
  },
  {
    rejects: 'a host mapping with an unknown key',
    change: { [PAYMENTS]: ['- payments.apps.example.com', '- {name: pay.example.org, zone: example.org}'] },
    says: 'apps/eks-service-account/tenants/payments/tenant.yaml: exposure.hosts[0].zone: is no known key; got "zone"; expected one of the keys name, hostedZone, certificateArn. Remove it.',
  },
  {
    rejects: 'a host outside the domain without a certificate',
    change: { [PAYMENTS]: ['- payments.apps.example.com', '- pay.example.org'] },
    says: 'apps/eks-service-account/tenants/payments/tenant.yaml: exposure.hosts[0]: lies outside the domain apps.example.com and has no certificate of its own; got "pay.example.org"; expected a host inside apps.example.com, or a certificate. Write {name: pay.example.org, hostedZone: <public zone of the central account>} to get one, or {name: pay.example.org, certificateArn: <ARN>} to use one.',
  },
  {
    rejects: 'a host outside its zone',
    change: { [PAYMENTS]: ['- payments.apps.example.com', '- {name: pay.example.org, hostedZone: example.net}'] },
    says: 'apps/eks-service-account/tenants/payments/tenant.yaml: exposure.hosts[0]: lies outside its hosted zone example.net; got "pay.example.org"; expected a zone that the host ends with. Name the zone that holds the host.',
  },
  {
    rejects: 'a host that only ends like its domain',
    change: { [PAYMENTS]: ['- payments.apps.example.com', '- myapps.example.com'] },
    says: 'apps/eks-service-account/tenants/payments/tenant.yaml: exposure.hosts[0]: lies outside the domain apps.example.com and has no certificate of its own; got "myapps.example.com"; expected a host inside apps.example.com, or a certificate. Write {name: myapps.example.com, hostedZone: <public zone of the central account>} to get one, or {name: myapps.example.com, certificateArn: <ARN>} to use one.',
  },
  {
    rejects: 'a certificate that is no ARN',
    change: { [PAYMENTS]: ['- payments.apps.example.com', '- {name: pay.example.org, certificateArn: pay}'] },
    says: 'apps/eks-service-account/tenants/payments/tenant.yaml: exposure.hosts[0].certificateArn: is not valid; got "pay"; expected the ARN of an ACM certificate. Copy it from ACM in the central account.',
  },
  {
    rejects: 'a certificate of another region',
    change: {
      [PAYMENTS]: [
        '- payments.apps.example.com',
        '- {name: pay.example.org, certificateArn: "arn:aws:acm:us-east-1:111111111111:certificate/12345678-1234-1234-1234-123456789012"}',
      ],
    },
    says: 'apps/eks-service-account/tenants/payments/tenant.yaml: exposure.hosts[0].certificateArn: lies in the region us-east-1; got "arn:aws:acm:us-east-1:111111111111:certificate/12345678-1234-1234-1234-123456789012"; expected an ARN in eu-central-1, the region of platform.yaml. Create it in eu-central-1.',
  },
  {
    rejects: 'a certificate of another account',
    change: {
      [PAYMENTS]: [
        '- payments.apps.example.com',
        '- {name: pay.example.org, certificateArn: "arn:aws:acm:eu-central-1:222222222222:certificate/12345678-1234-1234-1234-123456789012"}',
      ],
    },
    says: 'apps/eks-service-account/tenants/payments/tenant.yaml: exposure.hosts[0].certificateArn: belongs to the account 222222222222; got "arn:aws:acm:eu-central-1:222222222222:certificate/12345678-1234-1234-1234-123456789012"; expected an ARN in the central account 111111111111. Create or import it there.',
  },
  {
    rejects: 'a host that is too long for a certificate',
    change: {
      [PAYMENTS]: [
        '- payments.apps.example.com',
        '- a-very-long-name-of-a-service-that-nobody-can-remember-either.apps.example.com',
      ],
    },
    says: `apps/eks-service-account/tenants/payments/tenant.yaml: exposure.hosts[0]: has 78 characters; got "a-very-long-name-of-a-service-that-nobody-can-remember-either.apps.example.com"; expected at most 64 characters, as ACM asks of a certificate's name. Choose a shorter host.`,
  },
  {
    rejects: 'a host of another tenant',
    change: { [PAYMENTS]: ['- payments.apps.example.com', '- storefront.apps.example.com'] },
    says: 'apps/eks-service-account/tenants/storefront/tenant.yaml: exposure.hosts[0]: is served by apps/eks-service-account/tenants/payments/tenant.yaml already; got "storefront.apps.example.com"; expected a host that no other line of the world has. Remove it from one of the two.',
  },
  {
    rejects: 'a host twice in one tenant',
    change: {
      [PAYMENTS]: ['- payments.apps.example.com', '- payments.apps.example.com\n    - payments.apps.example.com'],
    },
    says: 'apps/eks-service-account/tenants/payments/tenant.yaml: exposure.hosts[1]: is listed twice; got "payments.apps.example.com"; expected each value once. Remove one of the two.',
  },
  {
    rejects: "another tenant's certificate on the same ALB",
    change: {
      [PAYMENTS]: ['- payments.apps.example.com', `- {name: pay.example.org, certificateArn: "${GIVEN_CERTIFICATE}"}`],
      [STOREFRONT]: [
        '- storefront.apps.example.com',
        `- {name: shop.example.org, certificateArn: "${GIVEN_CERTIFICATE}"}`,
      ],
    },
    says: `apps/eks-service-account/tenants/storefront/tenant.yaml: exposure.hosts[0].certificateArn: is attached to the same ALB by apps/eks-service-account/tenants/payments/tenant.yaml already; got "${GIVEN_CERTIFICATE}"; expected a certificate of one tenant. Import or request it once more for this tenant.`,
  },
  {
    rejects: 'a host that is the certificate name of another tenant',
    change: {
      [PAYMENTS]: ['- payments.apps.example.com', '- {name: pay.example.org, hostedZone: example.org}'],
      [STOREFRONT]: ['storefront.apps', 'payments.apps'],
    },
    says: 'apps/eks-service-account/tenants/storefront/tenant.yaml: exposure.hosts[0]: is the name on the NLB certificate of apps/eks-service-account/tenants/payments/tenant.yaml, whose hosts all lie outside apps.example.com; got "payments.apps.example.com"; expected a host of no other tenant. Choose another host, or rename that connection.',
  },
  {
    rejects: 'a certificate name that is too long',
    change: {
      [MAIN]: ['domain: apps.', 'domain: a-domain-that-is-nearly-too-long-for-acm.platform.'],
      [PAYMENTS]: ['- payments.apps.example.com', '- {name: pay.example.org, hostedZone: example.org}'],
      [STOREFRONT]: null,
    },
    says: 'apps/eks-service-account/tenants/payments/tenant.yaml: connectionName: makes a certificate name of 70 characters; got "payments.a-domain-that-is-nearly-too-long-for-acm.platform.example.com"; expected at most 64 characters. Shorten the connection name.',
  },
];
