import type { DirectTenant } from '@central-ingress/config';
import { exampleDirectTenant, exampleWorld } from '@central-ingress/fixtures';
import { exampleStack, readable, synthesizeServiceStacks } from '../example-stacks';

function handoverWith(exposure: Partial<DirectTenant['exposure']>) {
  const example = exampleDirectTenant();
  const tenants = [{ ...example, exposure: { ...example.exposure, ...exposure } }];
  const stack = synthesizeServiceStacks({ ...exampleWorld(), tenants }).get('partner-api-ingress');
  return { stack, document: stack?.at('handover/parameter').body['insecure_value'] as string };
}

describe('DirectIngressStack', () => {
  it('is what was reviewed', () => {
    expect(readable(exampleStack('ingress', 'partner-api').json)).toMatchSnapshot();
  });

  it('hands over every requested certificate, the default one first', () => {
    const hosts = Array.from({ length: 11 }, (_, index) => ({ name: `h${index}.apps.example.com` }));
    const { stack, document } = handoverWith({ hosts });
    const arns = ['1', '2'].map(
      (number) => `\${${stack?.at(`certificates/${number}/validation`).address}.certificate_arn}`,
    );
    expect(document).toContain(`"certificateArns" = "${arns.join(',')}"`);
  });

  it.each([
    ['the given certificate', { type: 'arn', certificateArn: 'arn:given' }, 'arn:given'],
    ['nothing where no port ends TLS', { type: 'none' }, ''],
  ] as const)('hands over %s, and then has no business in the central account', (_, certificate, arns) => {
    const { stack, document } = handoverWith({ certificate });
    expect(document).toContain(`"certificateArns" = "${arns}"`);
    expect(stack?.json['provider']?.['aws']).toHaveLength(1);
    expect([...(stack?.blocks().keys() ?? [])]).toEqual(['handover/parameter', 'networking/parameter']);
  });
});
