import fc from 'fast-check';
import { shownChange } from './example-plan';
import { allowName, guardedChanges, refusal } from './guard';
import { changesOf } from './planned-change';

const changes = changesOf({
  resource_changes: [
    shownChange('aws_lb.alb', 'replace', { before: { load_balancer_type: 'application' }, replace_paths: [['name']] }),
    shownChange('aws_acm_certificate.main', 'replace', {
      actions: ['create', 'delete'],
      replace_paths: [['subject_alternative_names']],
    }),
    shownChange('aws_route53_zone.main', 'destroy'),
    shownChange('aws_vpc.main', 'destroy'),
  ],
});

describe('guardedChanges', () => {
  it('takes a name with the stack, or an address that holds in every stack', () => {
    const allowed = (stack: string) =>
      guardedChanges(stack, changes, ['main-alb:aws_lb.alb', 'aws_route53_zone.main'])
        .filter((change) => change.allowed)
        .map(({ address }) => address);
    expect(allowed('main-alb')).toEqual(['aws_lb.alb', 'aws_route53_zone.main']);
    expect(allowed('other-alb')).toEqual(['aws_route53_zone.main']);
  });

  it('is silenced by exactly its own names, and by no part of them', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), fc.nat(2), (noise, pick) => {
        const [first] = guardedChanges('s', changes, []).slice(pick);
        if (!first) throw new Error('there are three');
        const names = noise.filter((name) => name !== first.address && name !== allowName(first));
        const of = (allow: readonly string[]) =>
          guardedChanges('s', changes, allow).find(({ address }) => address === first.address)?.allowed;
        expect([of(names), of([...names, allowName(first)]), of([...names, first.address])]).toEqual([
          false,
          true,
          true,
        ]);
      }),
    );
  });
});

describe('refusal', () => {
  it('says what would happen, why, in which order, and how to allow it', () => {
    expect(refusal(guardedChanges('main-alb', changes, []))).toBe(
      [
        'main-alb: ALB aws_lb.alb would be replaced (name): it is gone in between.',
        '  If that is meant: --allow main-alb:aws_lb.alb',
        'main-alb: certificate aws_acm_certificate.main would be replaced (subject_alternative_names): the new one is made first.',
        '  If that is meant: --allow main-alb:aws_acm_certificate.main',
        'main-alb: hosted zone aws_route53_zone.main would be destroyed.',
        '  If that is meant: --allow main-alb:aws_route53_zone.main',
      ].join('\n'),
    );
  });

  it('says why a Service keeps its NLB as it is', () => {
    const service = (scheme: string) => ({
      spec: [{ type: 'LoadBalancer' }],
      metadata: [{ annotations: { 'service.beta.kubernetes.io/aws-load-balancer-scheme': scheme } }],
    });
    const changed = changesOf({
      resource_changes: [
        shownChange('kubernetes_service_v1.internet', 'update', {
          before: service('internet-facing'),
          after: service('internal'),
        }),
      ],
    });
    expect(refusal(guardedChanges('partner-api-addons', changed, []))).toBe(
      'partner-api-addons: Service with an NLB kubernetes_service_v1.internet would be changed ' +
        '(service.beta.kubernetes.io/aws-load-balancer-scheme), which AWS cannot do: ' +
        'the load balancer controller makes a second NLB, or leaves the first behind.\n' +
        '  If that is meant: --allow partner-api-addons:kubernetes_service_v1.internet',
    );
  });

  it('is empty when all is allowed', () => {
    const all = guardedChanges('s', changes, []).map(({ address }) => address);
    expect(refusal(guardedChanges('s', changes, all))).toBe('');
  });
});
