import { exampleDirectTenant, examplePlatform } from '@central-ingress/fixtures';
import { tenantStacks } from '@central-ingress/stack-graph';
import { SynthesizedStack } from '@central-ingress/testing';
import { App } from 'cdktf';
import { DirectRegistrationStack } from './direct-registration-stack';

function synthesize(zone: 'held' | 'looked up'): SynthesizedStack {
  const platform = examplePlatform();
  const example = exampleDirectTenant();
  const { hostedZoneOwner, ...exposure } = example.exposure;
  const held = zone === 'held' && hostedZoneOwner ? { hostedZoneOwner } : {};
  const tenant = { ...example, exposure: { ...exposure, ...held } };
  const { registration: stack } = tenantStacks(platform, tenant);
  return new SynthesizedStack(
    new DirectRegistrationStack(new App({ stackTraces: false }), { platform, stack, tenant }),
  );
}

describe('DirectRegistrationStack', () => {
  it('takes the zone from the internet VPC that holds it', () => {
    const stack = synthesize('held');
    expect(stack.at('networking/parameter').body).toStrictEqual({ name: '/acme/internet-vpc/main/networking' });
    expect(stack.ofType('aws_route53_zone')).toStrictEqual([]);
  });

  it('finds a zone that no internet VPC holds by its name, and hands it over', () => {
    const stack = synthesize('looked up');
    const zone = stack.at('hosted-zone/zone');
    expect(zone.body).toStrictEqual({ name: 'apps.example.com', private_zone: false });
    expect(stack.at('handover/parameter').body).toMatchObject({
      name: '/acme/tenant/partner-api/registration',
      insecure_value: `\${jsonencode({"hostedZoneId" = ${zone.address}.zone_id})}`,
    });
  });
});
