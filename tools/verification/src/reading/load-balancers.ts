import { DescribeCertificateCommand } from '@aws-sdk/client-acm';
import type { CertificateDetail } from '@aws-sdk/client-acm';
import {
  DescribeLoadBalancerAttributesCommand,
  DescribeLoadBalancersCommand,
  DescribeTargetGroupsCommand,
  DescribeTargetHealthCommand,
  paginateDescribeListenerCertificates,
  paginateDescribeListeners,
  paginateDescribeRules,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import type {
  Listener,
  LoadBalancer,
  Rule,
  TargetGroup,
  TargetHealthDescription,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import type { AccountClients } from './account-clients';
import { follow, found, missing, read } from './reading';
import type { Reading } from './reading';

/** A load balancer with what hangs on it. */
export interface BalancerReadings {
  readonly balancer: Reading<LoadBalancer>;
  readonly listeners: Reading<readonly Listener[]>;
  /** The listener on port 443. */
  readonly secure: Reading<Listener>;
  /** Those that the listener on port 443 serves. */
  readonly certificates: Reading<readonly CertificateDetail[]>;
}

/** Reads an ALB or an NLB by its name, with its listeners and their certificates. */
export async function readBalancer(clients: AccountClients, name: string): Promise<BalancerReadings> {
  const { elb } = clients;
  const balancer = await read(`load balancer ${name}`, async () => {
    const { LoadBalancers } = await elb.send(new DescribeLoadBalancersCommand({ Names: [name] }));
    return LoadBalancers?.[0];
  });
  const listeners = await follow(balancer, ({ LoadBalancerArn }) =>
    read(`listeners of ${name}`, async () => {
      const all: Listener[] = [];
      for await (const page of paginateDescribeListeners({ client: elb }, { LoadBalancerArn })) {
        all.push(...(page.Listeners ?? []));
      }
      return all as readonly Listener[];
    }),
  );
  const secure = await follow(listeners, (all): Reading<Listener> => {
    const listener = all.find(({ Port }) => Port === 443);
    return listener ? found(listener) : missing(`listener 443 of ${name}`);
  });
  const certificates = await follow(secure, (listener) => certificatesOf(clients, listener, name));
  return { balancer, listeners, secure, certificates };
}

/** Reads the certificates of a listener, of those that ACM holds. */
export async function certificatesOf(
  { elb, acm }: AccountClients,
  { ListenerArn }: Listener,
  name: string,
): Promise<Reading<readonly CertificateDetail[]>> {
  return read(`certificates of ${name}`, async () => {
    const arns = new Set<string>();
    for await (const page of paginateDescribeListenerCertificates({ client: elb }, { ListenerArn })) {
      for (const { CertificateArn = '' } of page.Certificates ?? []) arns.add(CertificateArn);
    }
    const details: CertificateDetail[] = [];
    // One after the other: ACM allows few calls a second. IAM holds certificates too, which ACM knows nothing of.
    for (const CertificateArn of [...arns].filter((arn) => arn.includes(':acm:'))) {
      const { Certificate } = await acm.send(new DescribeCertificateCommand({ CertificateArn }));
      if (Certificate) details.push(Certificate);
    }
    return details;
  });
}

/** Reads a load balancer's attributes by key. */
export async function readAttributes(
  { elb }: AccountClients,
  { LoadBalancerArn, LoadBalancerName }: LoadBalancer,
): Promise<Reading<Readonly<Record<string, string>>>> {
  return read(`attributes of ${LoadBalancerName}`, async () => {
    const { Attributes = [] } = await elb.send(new DescribeLoadBalancerAttributesCommand({ LoadBalancerArn }));
    return Object.fromEntries(Attributes.map(({ Key = '', Value = '' }) => [Key, Value]));
  });
}

/** Reads every rule of a listener, the default one too. */
export async function readRules(
  { elb }: AccountClients,
  { ListenerArn, Port }: Listener,
): Promise<Reading<readonly Rule[]>> {
  return read(`rules of listener ${Port}`, async () => {
    const rules: Rule[] = [];
    for await (const page of paginateDescribeRules({ client: elb }, { ListenerArn })) rules.push(...(page.Rules ?? []));
    return rules;
  });
}

/** A target group and how its targets are. */
export interface TargetGroupReadings {
  readonly targetGroup: Reading<TargetGroup>;
  readonly health: Reading<readonly TargetHealthDescription[]>;
}

/** Reads a target group by its name, with the health of its targets. */
export async function readTargetGroup({ elb }: AccountClients, name: string): Promise<TargetGroupReadings> {
  const targetGroup = await read(`target group ${name}`, async () => {
    const { TargetGroups } = await elb.send(new DescribeTargetGroupsCommand({ Names: [name] }));
    return TargetGroups?.[0];
  });
  const health = await follow(targetGroup, ({ TargetGroupArn }) =>
    read(`targets of ${name}`, async () => {
      const { TargetHealthDescriptions } = await elb.send(new DescribeTargetHealthCommand({ TargetGroupArn }));
      return (TargetHealthDescriptions ?? []) as readonly TargetHealthDescription[];
    }),
  );
  return { targetGroup, health };
}
