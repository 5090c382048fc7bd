import { REPOSITORY, synthesizedDocuments } from '@central-ingress/ingress';
import { buildNetworkModel } from '@central-ingress/network-model';
import type { SynthesizedStacks } from '@central-ingress/network-model';
import { findingsOf, proveWorld } from '@central-ingress/path-proof';
import { BreakableWorld } from './breakable-world';
import type { Json } from './breakable-world';

const ADDONS = 'payments-addons';
const CONNECTION = 'payments-connection';
const GIVEN = 'arn:aws:acm:eu-central-1:111111111111:certificate/0f00';

/** Changes of the reference set that break nothing: the proof must not cry wolf. */
describe('the proof accepts', () => {
  let reference: SynthesizedStacks;
  beforeAll(async () => {
    reference = synthesizedDocuments({ world: REPOSITORY });
  }, 60_000);

  function prove(change: (world: BreakableWorld) => void) {
    const world = new BreakableWorld(reference);
    change(world);
    const report = proveWorld(buildNetworkModel(world.stacks));
    const steps = report.tenants.flatMap(({ hosts }) =>
      hosts.flatMap((one) => one.steps.map((step) => ({ ...step, host: one.host }))),
    );
    const verdict = (host: string, hop: string) =>
      steps.find((step) => step.host === host && step.hop === hop)?.verdict;
    return { verdict, messages: findingsOf(report).map(({ message }) => message) };
  }

  it('a binding in a manifest, by the number of its port', () => {
    const { verdict, messages } = prove((world) => {
      const read = '${jsondecode(data.aws_ssm_parameter.ingress_parameter_1102256D.insecure_value)';
      world.remove(ADDONS, 'helm_release', 'target-group-binding');
      world.add(ADDONS, 'kubernetes_manifest', 'binding', {
        manifest: {
          metadata: { name: 'pods', namespace: 'projectcontour' },
          spec: {
            targetGroupARN: `${read}.targetGroupArn}`,
            serviceRef: { name: 'envoy', port: 80 },
            networking: {
              ingress: [
                { from: [{ securityGroup: { groupID: `${read}.nlbSecurityGroupId}` } }], ports: [{ port: 8080 }] },
              ],
            },
          },
        },
      });
    });
    expect([verdict('pay.apps.example.com', 'binding'), messages]).toEqual(['ok', []]);
  });

  it('tenants whose addons are not synthesized, as not proven', () => {
    const { verdict, messages } = prove((world) => {
      for (const tenant of ['payments', 'storefront', 'partner-api']) delete world.stacks[`${tenant}-addons`];
    });
    expect(messages).toEqual([]);
    expect(verdict('pay.apps.example.com', 'binding')).toBe('unproven');
    expect(verdict('partner-api.apps.example.com', 'nlb-service')).toBe('unproven');
    expect(verdict('partner-api.apps.example.com', 'pods')).toBe('blocked');
  });

  it('a host whose certificate is given and whose record is kept elsewhere, as not proven', () => {
    const { verdict, messages } = prove((world) => {
      const rule = world.body(CONNECTION, 'aws_lb_listener_rule');
      rule.condition[0].host_header.values.push('pay.example.net');
      world.add(CONNECTION, 'aws_lb_listener_certificate', 'given', {
        listener_arn: rule.listener_arn,
        certificate_arn: GIVEN,
      });
    });
    expect(messages).toEqual([]);
    expect(verdict('pay.example.net', 'record')).toBe('unproven');
    expect(verdict('pay.example.net', 'rule')).toBe('ok');
  });

  it('hosts of one tenant over several rules of one target group', () => {
    const { messages } = prove((world) => {
      const rule = world.body(CONNECTION, 'aws_lb_listener_rule');
      const hosts = rule.condition[0].host_header.values;
      world.add(CONNECTION, 'aws_lb_listener_rule', 'second', {
        ...rule,
        priority: 22,
        condition: [{ host_header: { values: [hosts.pop()] } }],
      });
    });
    expect(messages).toEqual([]);
  });

  it.each<[string, string | undefined, (chart: string) => string]>([
    ['one OCI registry', 'oci://registry.example.com/charts', (chart) => chart],
    ['a folder', undefined, (chart) => `./assets/x_chart_1A2B/3C4D/${chart}-1.2.3.tgz`],
  ])('charts from %s', (_, repository, chartOf) => {
    const { messages } = prove((world) => {
      for (const { resource } of Object.values(world.stacks)) {
        for (const release of Object.values<Json>(resource.helm_release ?? {})) {
          if (release.repository) Object.assign(release, { repository, chart: chartOf(release.chart) });
        }
      }
    });
    expect(messages).toEqual([]);
  });

  it('a public Kubernetes API for named networks', () => {
    const { messages } = prove((world) => {
      const network = world.body('payments-cluster', 'aws_eks_cluster').vpc_config;
      Object.assign(network, { endpoint_public_access: true, public_access_cidrs: ['198.51.100.0/24'] });
    });
    expect(messages).toEqual([]);
  });

  it('a further endpoint, with the policy of AWS', () => {
    const { messages } = prove((world) => {
      const endpoint = { ...world.body('payments-networking', 'aws_vpc_endpoint', 'sts'), policy: undefined };
      const service = 'com.amazonaws.eu-central-1.monitoring';
      world.add('payments-networking', 'aws_vpc_endpoint', 'monitoring', { ...endpoint, service_name: service });
    });
    expect(messages).toEqual([]);
  });

  it('a deployer from an account of its own, which all roles trust', () => {
    const { messages } = prove((world) => {
      for (const [name, document] of Object.entries(world.stacks)) {
        if (!name.endsWith('-roles')) continue;
        const text = JSON.stringify(document).replaceAll('111111111111:role/platform-ci', '999999999999:role/ci');
        world.stacks[name] = JSON.parse(text);
      }
    });
    expect(messages).toEqual([]);
  });
});
