import type { PlatformConfig } from '@central-ingress/config';

/** ARN patterns of our resources in the central account, with `*` where the owner's name stands. */
export class AccountArns {
  constructor(private readonly platform: PlatformConfig) {}

  /** ARN in the platform's region. @param resource e.g. `vpc/*` */
  public regional(service: string, resource: string): string {
    const { region, centralAccountId } = this.platform;
    return `arn:aws:${service}:${region}:${centralAccountId}:${resource}`;
  }

  /** EC2 resources by their types, e.g. `subnet`. */
  public ec2(...types: readonly string[]): readonly string[] {
    return types.map((type) => this.regional('ec2', `${type}/*`));
  }

  /** Roles below our path. @param name e.g. `*-flow-logs-role` */
  public role(name: string): string {
    return `arn:aws:iam::${this.platform.centralAccountId}:role/${this.platform.namePrefix}/${name}`;
  }

  /** A log group, itself and with its streams. */
  public logGroup(name: string): readonly string[] {
    return [this.regional('logs', `log-group:${name}`), this.regional('logs', `log-group:${name}:*`)];
  }

  /** Alarms of ours; they are not told apart by stack. */
  public get alarms(): string {
    return this.regional('cloudwatch', `alarm:${this.platform.namePrefix}-*`);
  }
}
