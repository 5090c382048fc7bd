import { renderVerification } from './render';
import { countVerdicts, hop } from './verification';

describe('renderVerification', () => {
  it('gives a hop one line, and whatever is not as it must be its own with the likely fix', () => {
    const hops = [
      hop('control', 'ALB', 'acme-main-alb', [
        { verdict: 'ok', what: 'state active' },
        { verdict: 'ok', what: 'scheme internet-facing' },
      ]),
      hop('control', 'pods', 'of acme-payments-pods', [
        { verdict: 'ok', what: '1 of 2 healthy' },
        { verdict: 'warn', what: '10.11.3.4:8080 is unhealthy', fix: 'Look at it.' },
        { verdict: 'warn', what: '10.11.3.4:8080 is unhealthy', fix: 'Look at it.' },
      ]),
      hop('data', 'DNS answer', 'payments.apps.example.com', [
        { verdict: 'skipped', what: 'no network' },
        { verdict: 'fail', what: 'it does not resolve', fix: 'Delegate it.' },
      ]),
    ];
    expect(hops.map(({ verdict }) => verdict)).toEqual(['ok', 'warn', 'fail']);
    const verification = { tenant: 'payments', internetVpc: 'main', counts: countVerdicts(hops), hops };
    expect(renderVerification(verification)).toBe(
      [
        'payments, through main: 1 ok, 1 to look at, 1 failed, 0 skipped',
        '  what the AWS APIs say',
        '  ✔ ALB                  acme-main-alb: state active; scheme internet-facing',
        '  ! pods                 of acme-payments-pods: 1 of 2 healthy',
        '                         ! 10.11.3.4:8080 is unhealthy',
        '                           likely fix: Look at it.',
        '  what clients see from here',
        '  ✖ DNS answer           payments.apps.example.com',
        '                         · skipped: no network',
        '                         ✖ it does not resolve',
        '                           likely fix: Delegate it.',
      ].join('\n'),
    );
  });

  it('says of a tenant without an internet VPC that it has an NLB of its own', () => {
    expect(renderVerification({ tenant: 'partner-api', counts: countVerdicts([]), hops: [] })).toBe(
      'partner-api, by an NLB of its own: 0 ok, 0 to look at, 0 failed, 0 skipped',
    );
  });
});
