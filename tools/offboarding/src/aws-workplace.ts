import { DescribeTargetGroupAttributesCommand } from '@aws-sdk/client-elastic-load-balancing-v2';
import { setTimeout as delay } from 'node:timers/promises';
import { internetVpcOf, isCentral } from '@central-ingress/config';
import type { InternetVpcConfig, TenantConfig, World } from '@central-ingress/config';
import type { TenantHold } from '@central-ingress/contract';
import { clusterName } from '@central-ingress/naming';
import { kindOf, tenantStacks } from '@central-ingress/stack-graph';
import type { StackNode } from '@central-ingress/stack-graph';
import { bucketOf } from '@central-ingress/state-bucket';
import { ALIAS_TTL_SECONDS } from './alias-ttl';
import { balancerLeftovers } from './balancer-leftovers';
import { connectionsOf } from './connected-tenants';
import { logLeftovers } from './log-leftovers';
import { networkLeftovers } from './network-leftovers';
import type { NetworkPlace } from './network-leftovers';
import { readNetworking } from './networking-handover';
import { liveConnections, protectedNlb, recordsToAlb, rulesToTenant, serviceBeforeNlb } from './obstacles';
import { leftoverText } from './offboarding-report';
import { offboardingClients } from './offboarding-clients';
import type { OffboardingClients } from './offboarding-clients';
import { removeLeftover } from './remove-leftover';
import { readState } from './stack-state';
import type { StackState } from './stack-state';
import type { PauseStep, Step } from './steps';
import { readHold, removeHold, writeHold } from './tenant-hold';
import type { Leftover, Workplace } from './workplace';

/** What the workplace of one tenant is made of. */
export interface AwsWorkplaceProps {
  readonly world: World;
  readonly tenant: TenantConfig;
  /** Destroys with Terraform: the addresses and what depends on them, or all that the stack has. */
  readonly destroy: Workplace['destroy'];
  /** Seconds that every pause takes, instead of what is really set. */
  readonly drainSeconds?: number;
  readonly signal?: AbortSignal;
  /** @default the present time */
  readonly now?: () => Date;
}

/** The workplace in AWS, reached with the operator's access to both accounts. @throws StateBucketError */
export async function awsWorkplace(props: AwsWorkplaceProps): Promise<AwsWorkplace> {
  const { platform } = props.world;
  const central = await offboardingClients(platform, platform.centralAccountId);
  return new AwsWorkplace(props, central, await offboardingClients(platform, props.tenant.accountId));
}

/** One tenant's states, holds and resources in its own and in the central account. */
export class AwsWorkplace implements Workplace {
  public readonly destroy: Workplace['destroy'];
  private readonly internetVpc: InternetVpcConfig | undefined;
  private readonly stacks: readonly StackNode[];

  constructor(
    private readonly props: AwsWorkplaceProps,
    private readonly central: OffboardingClients,
    private readonly service: OffboardingClients,
  ) {
    const { world, tenant } = props;
    this.destroy = props.destroy;
    this.internetVpc = isCentral(tenant) ? internetVpcOf(world, tenant) : undefined;
    this.stacks = Object.values(tenantStacks(world.platform, tenant));
  }

  public async isHeld(): Promise<boolean> {
    return (await this.readHold())?.reason === 'offboarding';
  }

  public async hold(): Promise<void> {
    const vpcId = await this.vpcInState();
    await writeHold(this.central.hands.ssm, this.platform, this.name, {
      reason: 'offboarding',
      since: (this.props.now?.() ?? new Date()).toISOString(),
      ...(vpcId ? { vpcId } : {}),
    });
  }

  public async release(): Promise<void> {
    await removeHold(this.central.hands.ssm, this.platform, this.name);
  }

  public async stateOf(stack: StackNode): Promise<StackState> {
    const { s3 } = (stack.accountId === this.central.accountId ? this.central : this.service).eyes;
    return readState(s3, bucketOf(this.platform, stack.accountId), stack.stateKey);
  }

  public async obstacles(step: Step): Promise<readonly string[]> {
    const { tenant } = this.props;
    const { platform, internetVpc } = this;
    const sources = {
      platform,
      tenant,
      ...(internetVpc ? { internetVpc } : {}),
      central: this.central.eyes,
      service: this.service.eyes,
    };
    switch (step.id) {
      case 'hold':
        return [...(await this.otherHold()), ...(await protectedNlb(sources))];
      case 'rules':
        return recordsToAlb(sources);
      case 'connection':
        return rulesToTenant(sources);
      case 'connections wait':
      case 'endpoint service':
        return liveConnections(sources);
      case 'balancers wait':
        return this.balancersInVpc();
      case 'ingress':
        return [...(await protectedNlb(sources)), ...(await serviceBeforeNlb(sources))];
      case 'networking':
        return this.strangersInVpc();
      default:
        return [];
    }
  }

  public async secondsOf({ until, after }: PauseStep): Promise<number> {
    if (this.props.drainSeconds !== undefined) return this.props.drainSeconds;
    return until === 'dns' ? ALIAS_TTL_SECONDS : this.deregistrationSeconds(after);
  }

  public async leftovers(): Promise<readonly Leftover[]> {
    const { accountId, eyes, hands } = this.service;
    const { namePrefix } = this.platform;
    const place = await this.networkPlace();
    // What stands in the network, or writes logs, is in use until the stack is gone that it belongs to.
    const balancers = place && (await this.isGone('addons')) ? await balancerLeftovers(eyes.elb, place) : [];
    const network = place && (await this.isGone('cluster')) ? await networkLeftovers(eyes.ec2, place) : [];
    const logs = (await this.isGone('networking'))
      ? await logLeftovers(hands.logs, { accountId, namePrefix, connectionName: this.name })
      : [];
    return [...balancers, ...network, ...logs, ...(await this.centralLeftovers())];
  }

  public async remove(leftover: Leftover): Promise<void> {
    await removeLeftover(this.service.hands, leftover);
  }

  public async sleep(seconds: number): Promise<void> {
    await delay(seconds * 1000, undefined, this.props.signal ? { signal: this.props.signal } : {});
  }

  private get platform() {
    return this.props.world.platform;
  }

  private get name(): string {
    return this.props.tenant.connectionName;
  }

  private readHold(): Promise<TenantHold | undefined> {
    return readHold(this.central.eyes.ssm, this.platform, this.name);
  }

  private async otherHold(): Promise<readonly string[]> {
    const hold = await this.readHold();
    if (!hold || hold.reason === 'offboarding') return [];
    return [
      `${this.name}: is being moved since ${hold.since}. Finish the move first, or take it back: ` +
        `npx ingress move ${this.name} --cancel`,
    ];
  }

  private async deregistrationSeconds(connection: StackNode): Promise<number> {
    const { resources } = await this.stateOf(connection);
    const groups = resources.filter(({ type }) => type === 'aws_lb_target_group');
    const seconds = await Promise.all(
      groups.map(async ({ attributes }) => {
        const { Attributes = [] } = await this.central.eyes.elb.send(
          new DescribeTargetGroupAttributesCommand({ TargetGroupArn: String(attributes['arn']) }),
        );
        return Number(Attributes.find(({ Key }) => Key === 'deregistration_delay.timeout_seconds')?.Value ?? 0);
      }),
    );
    return Math.max(0, ...seconds);
  }

  private async balancersInVpc(): Promise<readonly string[]> {
    const place = await this.networkPlace();
    const found = place ? await balancerLeftovers(this.service.eyes.elb, place) : [];
    return found.filter(({ kind, proof }) => kind === 'load balancer' && proof).map(leftoverText);
  }

  /** The tenant's network; nothing when it is not known any more, or never was there. */
  private async networkPlace(): Promise<NetworkPlace | undefined> {
    const vpcId = (await this.vpcInState()) ?? (await this.readHold())?.vpcId;
    if (!vpcId) return undefined;
    return {
      accountId: this.service.accountId,
      vpcId,
      cluster: clusterName(this.platform.namePrefix, this.name),
      isStackOfTenant: (stack) => this.stacks.some(({ name }) => name === stack),
    };
  }

  /** What would keep the subnets and the VPC from being deleted, after Terraform has tried for twenty minutes. */
  private async strangersInVpc(): Promise<readonly string[]> {
    const kinds: readonly Leftover['kind'][] = ['load balancer', 'network interface', 'security group'];
    return (await this.leftovers())
      .filter(({ kind }) => kinds.includes(kind))
      .map((leftover) => `${leftoverText(leftover)}: lies in the VPC of ${this.name}; expected nothing. Remove it.`);
  }

  private async centralLeftovers(): Promise<readonly Leftover[]> {
    if (!this.internetVpc || !(await this.isGone('connection'))) return [];
    const { accountId, eyes } = this.central;
    const networking = await readNetworking(this.platform, this.internetVpc.name, eyes.ssm);
    const connections = await connectionsOf(this.platform, this.internetVpc, networking, eyes);
    return connections
      .filter(({ tenant }) => tenant === this.name)
      .map(({ kind, id }) => ({ kind, id, accountId, says: `of ${this.name}` }));
  }

  private stackOf(kind: string): StackNode | undefined {
    return this.stacks.find((stack) => kindOf(stack) === kind);
  }

  private async isGone(kind: string): Promise<boolean> {
    const stack = this.stackOf(kind);
    return !stack || (await this.stateOf(stack)).resources.length === 0;
  }

  private async vpcInState(): Promise<string | undefined> {
    const stack = this.stackOf('networking');
    const { resources } = stack ? await this.stateOf(stack) : { resources: [] };
    const id = resources.find(({ type }) => type === 'aws_vpc')?.attributes['id'];
    return typeof id === 'string' ? id : undefined;
  }
}
