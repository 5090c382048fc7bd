import { internetVpcOf, isDirect } from '@central-ingress/config';
import type { CentralTenant, DirectTenant, InternetVpcConfig, TenantConfig, World } from '@central-ingress/config';
import { UserError } from '@central-ingress/user-error';
import { expectationOf, hostNames } from './judging/expectation';
import type { Expectation } from './judging/expectation';
import { judgeControlPlane } from './judging/control-plane';
import { judgeDirectDataPlane } from './judging/direct-data-plane';
import { directExpectation, isTlsForClients } from './judging/direct-expectation';
import type { DirectExpectation } from './judging/direct-expectation';
import { judgeDirectControlPlane } from './judging/direct-hops';
import { judgeDataPlane } from './judging/data-plane';
import type { Door } from './judging/data-plane';
import type { ConnectRule } from './probing/connect-to';
import { askDns, systemResolver } from './probing/dns-answer';
import type { NameResolver } from './probing/dns-answer';
import { probePorts } from './probing/direct-probes';
import { probeDoor, probeHost } from './probing/probes';
import type { ProbeSettings } from './probing/probes';
import { LATE, withinTime } from './probing/time-limit';
import { accountClients } from './reading/account-clients';
import type { AccountClients } from './reading/account-clients';
import { readDirectPath } from './reading/direct-path';
import type { DirectPathReadings } from './reading/direct-path';
import { readInternetVpc } from './reading/internet-vpc';
import type { InternetVpcReadings } from './reading/internet-vpc';
import { found, untried, valueOf } from './reading/reading';
import type { Reading } from './reading/reading';
import { readRequestPath } from './reading/request-path';
import type { RequestPathReadings } from './reading/request-path';
import { countVerdicts } from './verification';
import type { Plane, TenantVerification } from './verification';

/** How tenants are verified. */
export interface VerifyOptions {
  /** @default both */
  readonly planes?: readonly Plane[];
  /** Role to assume in each account; default: the operator's access. */
  readonly roleName?: string;
  /** Bound of each probe of the data plane. @default 5 */
  readonly timeoutSeconds?: number;
  readonly connectTo?: readonly ConnectRule[];
  /** @default the resolver of this machine */
  readonly resolver?: NameResolver;
  /** PEM of the authorities whose certificates clients trust. @default those of Node.js */
  readonly trustedCa?: string;
  /** @default the present time */
  readonly now?: Date;
  /** Hears of each tenant that is done. */
  readonly onVerified?: (verification: TenantVerification) => void;
}

/** So long may it take to get into an account. */
const LOGIN_MILLISECONDS = 30_000;
/** Tenants that are looked at side by side: more only meet the limits of the APIs. */
const CONCURRENCY = 4;

/**
 * Verifies tenants hop by hop, in both accounts and from where this runs; nothing is changed anywhere.
 * @throws UserError when the central account cannot be reached; a tenant's account that cannot is told of in its hops
 */
export async function verifyTenants(
  world: World,
  tenants: readonly TenantConfig[],
  options: VerifyOptions = {},
): Promise<readonly TenantVerification[]> {
  const run = new VerificationRun(world, options);
  const results = new Map<TenantConfig, TenantVerification>();
  const waiting = [...tenants];
  const work = async (): Promise<void> => {
    for (let tenant = waiting.shift(); tenant; tenant = waiting.shift()) {
      const verification = await run.verify(tenant);
      results.set(tenant, verification);
      options.onVerified?.(verification);
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, work));
  return tenants.flatMap((tenant) => results.get(tenant) ?? []);
}

/** Keeps what several tenants share, so that it is asked for once. */
class VerificationRun {
  private readonly accounts = new Map<string, Promise<AccountClients>>();
  private readonly internetVpcs = new Map<string, Promise<InternetVpcReadings>>();
  private readonly planes: readonly Plane[];
  private readonly now: Date;
  private readonly settings: ProbeSettings;

  constructor(
    private readonly world: World,
    private readonly options: VerifyOptions,
  ) {
    const milliseconds = (options.timeoutSeconds ?? 5) * 1000;
    this.planes = options.planes ?? ['control', 'data'];
    this.now = options.now ?? new Date();
    this.settings = {
      resolver: options.resolver ?? systemResolver(milliseconds),
      publicName: `elasticloadbalancing.${world.platform.region}.amazonaws.com`,
      connectTo: options.connectTo ?? [],
      milliseconds,
      ...(options.trustedCa ? { trustedCa: options.trustedCa } : {}),
    };
  }

  public async verify(tenant: TenantConfig): Promise<TenantVerification> {
    return isDirect(tenant) ? this.verifyDirect(tenant) : this.verifyCentral(tenant as CentralTenant);
  }

  private async verifyDirect(tenant: DirectTenant): Promise<TenantVerification> {
    const expected = directExpectation(this.world, tenant, this.now);
    const path = this.planes.includes('control') ? await this.readDirect(tenant) : undefined;
    const hops = [
      ...(path ? judgeDirectControlPlane(path, expected) : []),
      ...(this.planes.includes('data') ? await this.probeDirect(expected, path) : []),
    ];
    return { tenant: tenant.connectionName, counts: countVerdicts(hops), hops };
  }

  private async readDirect(tenant: DirectTenant): Promise<DirectPathReadings> {
    const { platform } = this.world;
    const [central, service] = await this.accountsOf(tenant);
    return readDirectPath(platform, tenant, { central, service });
  }

  private accountsOf({ accountId }: TenantConfig): Promise<[AccountClients, Reading<AccountClients>]> {
    return Promise.all([
      this.account(this.world.platform.centralAccountId),
      this.account(accountId).then(found<AccountClients>, unreachable),
    ]);
  }

  private async probeDirect(expected: DirectExpectation, path: DirectPathReadings | undefined) {
    const { tenant } = expected;
    const ports = tenant.exposure.ports.map((port) => ({ port, tls: isTlsForClients(tenant, port) }));
    const hosts = await Promise.all(hostNames(expected).map((host) => probePorts(host, ports, this.settings)));
    const zones = [...(path?.names.zones.values() ?? [])].flatMap((zone) => valueOf(zone) ?? []);
    const addresses = await this.addressesOf(path && valueOf(path.nlb.balancer)?.DNSName);
    const known = { nameServers: zones.flatMap(({ nameServers }) => nameServers), ...(addresses ? { addresses } : {}) };
    return judgeDirectDataPlane(hosts, known, expected);
  }

  private async addressesOf(balancer: string | undefined): Promise<readonly string[] | undefined> {
    if (!balancer) return undefined;
    const dns = await askDns(this.settings.resolver, balancer, this.settings.milliseconds);
    return dns.state === 'answered' ? dns.addresses : undefined;
  }

  private async verifyCentral(tenant: CentralTenant): Promise<TenantVerification> {
    const expected = expectationOf(this.world, tenant, this.now);
    const path = this.planes.includes('control') ? await this.readPath(tenant) : undefined;
    const hops = [
      ...(path ? judgeControlPlane(path, expected) : []),
      ...(this.planes.includes('data') ? await this.probe(expected, path) : []),
    ];
    return { tenant: tenant.connectionName, internetVpc: expected.vpc.name, counts: countVerdicts(hops), hops };
  }

  private async readPath(tenant: CentralTenant): Promise<RequestPathReadings> {
    const [central, service] = await this.accountsOf(tenant);
    const internetVpc = await this.internetVpc(central, internetVpcOf(this.world, tenant));
    return readRequestPath(this.world, tenant, { central, service, internetVpc, now: this.now });
  }

  private account(accountId: string): Promise<AccountClients> {
    const known = this.accounts.get(accountId) ?? this.login(accountId);
    this.accounts.set(accountId, known);
    return known;
  }

  private async login(accountId: string): Promise<AccountClients> {
    const { platform } = this.world;
    const { roleName } = this.options;
    try {
      return await withinTime(accountClients(platform, accountId, roleName), LOGIN_MILLISECONDS);
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      if (code === LATE) throw new UserError(`account ${accountId}: ${message}. Is there a network here?`);
      throw roleName && error instanceof UserError ? new UserError(`--role ${roleName}: ${message}`) : error;
    }
  }

  private internetVpc(central: AccountClients, vpc: InternetVpcConfig): Promise<InternetVpcReadings> {
    const known = this.internetVpcs.get(vpc.name) ?? readInternetVpc(this.world.platform, vpc, central, this.now);
    this.internetVpcs.set(vpc.name, known);
    return known;
  }

  private async probe(expected: Expectation, path: RequestPathReadings | undefined) {
    const check = expected.tenant.exposure.healthCheckPath;
    const hosts = await Promise.all(hostNames(expected).map((host) => probeHost(host, check, this.settings)));
    const first = hosts.find(({ tls }) => tls.state === 'done') ?? hosts[0];
    const door = first && (await probeDoor(first, check, this.settings));
    return judgeDataPlane(hosts, door, await this.doorOf(path), expected);
  }

  private async doorOf(path: RequestPathReadings | undefined): Promise<Door> {
    const zones = [...(path?.names.zones.values() ?? [])].flatMap((zone) => valueOf(zone) ?? []);
    const nameServers = new Map(zones.map((zone) => [zone.name, zone.nameServers]));
    const albAddresses = await this.addressesOf(path && valueOf(path.alb.balancer)?.DNSName);
    return { nameServers, ...(albAddresses ? { albAddresses } : {}) };
  }
}

function unreachable(error: unknown): Reading<AccountClients> {
  if (error instanceof UserError) return untried(error.message);
  throw error;
}
