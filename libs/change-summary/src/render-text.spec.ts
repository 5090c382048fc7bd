import { EXAMPLE_DRIFT, EXAMPLE_STACKS } from './example-summary';
import { renderText } from './render-text';
import { summarize } from './summary';

describe('renderText', () => {
  it('shows a row per stack, why something is replaced, failures, and what is guarded last', () => {
    expect(renderText(summarize('plan', EXAMPLE_STACKS, ['aws_lb.typo']))).toMatchInlineSnapshot(`
      "plan of 4 stacks: 2 to create, 1 to update, 1 to replace, 1 unknown

        stack             create  update  replace  destroy
        central-roles          ·       ·        ·        ·
        main-alb               1       1        1        ·
        payments-ingress       1       ·        ·        ·  waits for payments-networking, payments-registration
        payments-roles         ·       ·        ·        ·  failed
        total                  2       1        1        ·

      main-alb:
        ± replace aws_lb.alb: forced by internal, name
        ~ update aws_route53_record.www: ttl

      payments-roles failed:
        Error: no access
        
          \`role\` | <b>

      main-alb: ALB aws_lb.alb would be replaced (internal, name): it is gone in between.
        If that is meant: --allow main-alb:aws_lb.alb

      --allow aws_lb.typo: nothing guarded of this name changes."
    `);
  });

  it('says of something guarded that it is allowed', () => {
    const text = renderText(summarize('plan', EXAMPLE_STACKS, ['main-alb:aws_lb.alb']));
    expect(text.split('\n\n').at(-1)).toBe(
      'main-alb: ALB aws_lb.alb would be replaced (internal, name): it is gone in between. Allowed.',
    );
  });

  it('shows drift in the same table, in words of the past', () => {
    expect(renderText(summarize('drift', EXAMPLE_DRIFT))).toMatchInlineSnapshot(`
      "drift of 2 stacks: 1 changed, 1 gone

        stack            changed  gone
        main-networking        1     1
        payments-roles         ·     ·  not deployed
        total                  1     1

      main-networking:
        ~ changed aws_vpc.main: tags
        - gone aws_flow_log.main"
    `);
  });

  it('says when there is nothing', () => {
    const [first] = EXAMPLE_STACKS;
    expect(renderText(summarize('plan', first ? [first] : [])).split('\n')).toEqual([
      'plan of 1 stack: no changes',
      '',
      '  stack          create  update  replace  destroy',
      '  central-roles       ·       ·        ·        ·',
      '  total               ·       ·        ·        ·',
    ]);
    expect(renderText(summarize('drift', [])).split('\n')).toEqual([
      'drift of 0 stacks: nothing has moved',
      '',
      '  stack  changed  gone',
      '  total        ·     ·',
    ]);
  });

  it('keeps a reason of several lines in its row', () => {
    const row = {
      stack: 's',
      status: 'not started' as const,
      changes: [],
      waitsFor: [],
      reason: 'no network\n  at all',
    };
    expect(renderText(summarize('drift', [row])).split('\n')).toEqual([
      'drift of 1 stack: 1 unknown',
      '',
      '  stack  changed  gone',
      '  s            ·     ·  not started: no network at all',
      '  total        ·     ·',
    ]);
  });
});
