import fc from 'fast-check';
import { shownChange } from './example-plan';
import { EXAMPLE_STACKS } from './example-summary';
import { changesOf } from './planned-change';
import { MARKDOWN_LIMIT, renderMarkdown } from './render-markdown';
import { summarize } from './summary';
import type { StackChanges } from './summary';

describe('renderMarkdown', () => {
  it('shows what is guarded first, then the rows that say something, and folds the changes away', () => {
    expect(renderMarkdown(summarize('plan', EXAMPLE_STACKS))).toMatchInlineSnapshot(`
      "### plan of 4 stacks: 2 to create, 1 to update, 1 to replace, 1 unknown

      > ⛔ main-alb: ALB aws_lb.alb would be replaced (internal, name): it is gone in between. If that is meant: <code>--allow main-alb:aws_lb.alb</code>

      | stack | create | update | replace | destroy |  |
      | --- | --: | --: | --: | --: | --- |
      | main-alb | 1 | 1 | 1 |  |  |
      | payments-ingress | 1 |  |  |  | waits for payments-networking, payments-registration |
      | payments-roles |  |  |  |  | failed |

      1 stack without changes.

      **payments-roles** failed:

      \`\`\`text
      Error: no access

        \`role\` | <b>
      \`\`\`

      <details><summary>main-alb: 2 beside creations</summary>

      - replace <code>aws_lb.alb</code>: forced by internal, name
      - update <code>aws_route53_record.www</code>: ttl

      </details>

      "
    `);
  });

  it('keeps every row of the table to its cells, whatever the names and reasons hold', () => {
    const odd = fc.stringMatching(/^[a-z|`<>\n\r@#*\\_-]{1,12}$/);
    const row = fc.record({ stack: odd, waitsFor: fc.array(odd, { minLength: 1, maxLength: 3 }) });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), (rows) => {
        const stacks = rows.map((more): StackChanges => ({ ...more, status: 'waiting', changes: [] }));
        const table = renderMarkdown(summarize('plan', stacks))
          .split(/[\r\n]/)
          .filter((line) => line.startsWith('|'));
        expect(table).toHaveLength(rows.length + 2);
        expect(new Set(table.map((line) => line.split('|').length))).toEqual(new Set([8]));
        expect(table.slice(2).join('')).not.toMatch(/[<>`@*\\]|(?<![a-z])_|_(?![a-z])/);
      }),
    );
  });

  it('mentions nobody and no issue, and leaves what --allow takes as it is', () => {
    const [lost] = changesOf({ resource_changes: [shownChange('aws_lb.x["_@team_#1"]', 'destroy')] });
    const stack: StackChanges = { stack: 's', status: 'planned', changes: lost ? [lost] : [], waitsFor: [] };
    const shown = (space: string) => `aws_lb.x&#91;"&#95;&#64;${space}team&#95;&#35;${space}1"&#93;`;
    expect(renderMarkdown(summarize('plan', [stack])).split('\n')[2]).toBe(
      `> ⛔ s: ALB ${shown('&#8203;')} would be destroyed. ` + `If that is meant: <code>--allow s:${shown('')}</code>`,
    );
  });

  it('fences a reason so that nothing in it ends the fence', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a`\n]{0,20}$/), (reason) => {
        const failed: StackChanges = { stack: 's', status: 'failed', changes: [], waitsFor: [], reason };
        const text = renderMarkdown(summarize('plan', [failed]));
        const [, fence = ''] = /^(`+)text$/m.exec(text) ?? [];
        expect(text).toContain(`${fence}text\n${reason}\n${fence}\n`);
        expect(reason).not.toContain(fence);
      }),
    );
  });

  it('stays below what one comment may hold, and says that something is left out', () => {
    const stacks = Array.from({ length: 3_000 }, (_, index): StackChanges => {
      const changes = changesOf({ resource_changes: [shownChange('aws_vpc.main', 'destroy')] });
      return { stack: `tenant-${index}-networking`, status: 'planned', changes, waitsFor: [] };
    });
    const text = renderMarkdown(summarize('plan', stacks));
    expect(text.length).toBeLessThanOrEqual(MARKDOWN_LIMIT);
    expect(text.endsWith('\n_The rest is left out here: too long for one comment._\n')).toBe(true);
    // Nothing that still had room is left out.
    const whole = renderMarkdown(summarize('plan', stacks.slice(0, 10)));
    const row = `| tenant-1234-networking |  |  |  | 1 |  |\n`;
    expect(text.length).toBeGreaterThan(MARKDOWN_LIMIT - 2 * row.length);
    expect(whole).not.toContain('left out here');
  });
});
