import { examplePlatform } from '@central-ingress/fixtures';
import { synthesizeConstruct } from '@central-ingress/testing';
import { AlbDashboard } from './alb-dashboard';

interface Widget {
  readonly x: number;
  readonly y: number;
  readonly properties: { readonly title: string; readonly region: string; readonly metrics: readonly string[][] };
}

describe('AlbDashboard', () => {
  const { body } = synthesizeConstruct(
    (scope) =>
      new AlbDashboard(scope, 'page', {
        platform: examplePlatform(),
        owner: 'main',
        albArnSuffix: 'app/acme-main-alb/1',
        webAclName: 'acme-main-alb',
      }),
  ).at('page/dashboard');
  const { widgets } = JSON.parse(body['dashboard_body'] as string) as { widgets: readonly Widget[] };

  it('is one page per internet VPC', () => {
    expect(body['dashboard_name']).toBe('acme-main');
    expect(widgets.map(({ properties }) => properties.title)).toStrictEqual([
      'Requests and connections',
      'Answers by class',
      'Failures of the ALB',
      'Seconds to the first byte, p99',
      'Capacity',
      'Web ACL',
    ]);
  });

  it('shows this ALB and this web ACL, in the platform region', () => {
    const owners = new Set(widgets.flatMap(({ properties }) => properties.metrics.map((metric) => metric[3])));
    expect([...owners]).toStrictEqual(['app/acme-main-alb/1', 'acme-main-alb']);
    expect(widgets.map(({ properties }) => properties.region)).toStrictEqual(Array(6).fill('eu-central-1'));
  });

  it('puts no widget on another', () => {
    expect(new Set(widgets.map(({ x, y }) => `${x},${y}`)).size).toBe(widgets.length);
  });
});
