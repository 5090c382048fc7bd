import { paginateDescribeVpcEndpoints } from '@aws-sdk/client-ec2';
import type { EC2Client, Tag } from '@aws-sdk/client-ec2';
import {
  DescribeLoadBalancersCommand,
  paginateDescribeListeners,
  paginateDescribeRules,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import type { ElasticLoadBalancingV2Client } from '@aws-sdk/client-elastic-load-balancing-v2';
import type { InternetVpcConfig, PlatformConfig } from '@central-ingress/config';
import type { InternetVpcNetworking } from '@central-ingress/contract';
import { physicalName } from '@central-ingress/naming';
import { tagsOf } from './balancer-leftovers';

/** The APIs that tell who is connected. */
export interface ConnectionClients {
  readonly ec2: EC2Client;
  readonly elb: ElasticLoadBalancingV2Client;
}

/** Something in an internet VPC that leads to a tenant. */
export interface Connection {
  /** Connection name, also of a tenant whose file is gone; none for what another program or person has made. */
  readonly tenant?: string;
  readonly kind: 'listener rule' | 'interface endpoint';
  /** ARN or id. */
  readonly id: string;
}

/**
 * Everything in an internet VPC that leads to a tenant, as AWS tells it: the rules of its ALB, and the endpoints to
 * services that are not AWS's own. States may be lost or belong to tenants whose files are gone; this is what requests
 * really take.
 * @param networking what its network has handed over; nothing when it does not stand
 */
export async function connectionsOf(
  platform: Pick<PlatformConfig, 'namePrefix'>,
  internetVpc: Pick<InternetVpcConfig, 'name'>,
  networking: Pick<InternetVpcNetworking, 'vpcId'> | undefined,
  clients: ConnectionClients,
): Promise<readonly Connection[]> {
  const endpoints = networking ? await endpointsIn(networking.vpcId, clients) : [];
  return [...(await rulesOf(platform, internetVpc, clients)), ...endpoints];
}

async function rulesOf(
  { namePrefix }: Pick<PlatformConfig, 'namePrefix'>,
  { name }: Pick<InternetVpcConfig, 'name'>,
  { elb: client }: ConnectionClients,
): Promise<readonly Connection[]> {
  const Names = [physicalName('load balancer', namePrefix, name, 'alb')];
  const found = await missingIsNothing(client.send(new DescribeLoadBalancersCommand({ Names })));
  const LoadBalancerArn = found?.LoadBalancers?.[0]?.LoadBalancerArn;
  if (!LoadBalancerArn) return [];
  const arns: string[] = [];
  for await (const { Listeners = [] } of paginateDescribeListeners({ client }, { LoadBalancerArn })) {
    for (const { ListenerArn } of Listeners) {
      for await (const { Rules = [] } of paginateDescribeRules({ client }, { ListenerArn })) {
        arns.push(...Rules.filter(({ IsDefault }) => !IsDefault).map(({ RuleArn = '' }) => RuleArn));
      }
    }
  }
  const tags = await tagsOf(client, arns);
  return arns.map((id) => ({ kind: 'listener rule', id, ...ownerIn(tags.get(id)) }));
}

async function endpointsIn(vpcId: string, { ec2: client }: ConnectionClients): Promise<readonly Connection[]> {
  const found: Connection[] = [];
  const ofVpc = { Filters: [{ Name: 'vpc-id', Values: [vpcId] }] };
  for await (const { VpcEndpoints = [] } of paginateDescribeVpcEndpoints({ client }, ofVpc)) {
    for (const { VpcEndpointId: id = '', ServiceName = '', State, Tags } of VpcEndpoints) {
      // A deleted endpoint is told of for a while.
      if (/^delet/i.test(`${State}`) || !ServiceName.startsWith('com.amazonaws.vpce.')) continue;
      found.push({ kind: 'interface endpoint', id, ...ownerIn(Tags) });
    }
  }
  return found;
}

/** The tag `stack` names the stack that made a thing, and `<tenant>-connection` its tenant. */
function ownerIn(tags: readonly Tag[] | undefined): { readonly tenant?: string } {
  const stack = tags?.find(({ Key }) => Key === 'stack')?.Value ?? '';
  const tenant = /^(.+)-(?:connection|bridge)$/.exec(stack)?.[1];
  return tenant ? { tenant } : {};
}

async function missingIsNothing<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof Error && /^LoadBalancerNotFound(Exception)?$/.test(error.name)) return undefined;
    throw error;
  }
}
