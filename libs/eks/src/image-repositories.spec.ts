import { examplePlatform, exampleTenant } from '@central-ingress/fixtures';
import { synthesizeConstruct } from '@central-ingress/testing';
import { ImageRepositories } from './image-repositories';

describe('ImageRepositories', () => {
  const stack = synthesizeConstruct(
    (scope) => new ImageRepositories(scope, 'images', { platform: examplePlatform(), tenant: exampleTenant() }),
  );

  it('makes one repository per image, with fixed tags and a scan of each push', () => {
    expect(stack.ofType('aws_ecr_repository').map(({ body }) => body['name'])).toEqual([
      'acme-payments/aws-load-balancer-controller',
      'acme-payments/contour',
      'acme-payments/envoy',
    ]);
    expect(stack.at('images/contour/ecr').body).toEqual({
      name: 'acme-payments/contour',
      image_tag_mutability: 'IMMUTABLE',
      image_scanning_configuration: { scan_on_push: true },
      encryption_configuration: [{ encryption_type: 'AES256' }],
      force_delete: true,
      tags: { Name: 'acme-payments/contour' },
    });
  });

  it('makes one for the sample workload where it is asked for', () => {
    const tenant = { ...exampleTenant(), sampleWorkload: true };
    const withSample = synthesizeConstruct(
      (scope) => new ImageRepositories(scope, 'images', { platform: examplePlatform(), tenant }),
    );
    expect(withSample.at('images/whoami/ecr').body['name']).toBe('acme-payments/whoami');
  });

  it('drops what an interrupted push leaves behind', () => {
    const { policy, ...lifecycle } = stack.at('images/contour/lifecycle').body;
    expect(lifecycle).toEqual({ repository: `\${${stack.at('images/contour/ecr').address}.name}` });
    expect(JSON.parse(policy as string)).toEqual({
      rules: [
        {
          rulePriority: 1,
          description: 'Expire images without a tag after 14 days',
          selection: { tagStatus: 'untagged', countType: 'sinceImagePushed', countUnit: 'days', countNumber: 14 },
          action: { type: 'expire' },
        },
      ],
    });
  });
});
