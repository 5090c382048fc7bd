import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UserError } from '@central-ingress/user-error';
import { scan } from './checkov';

const STACKS = {
  'payments-ingress': {
    terraform: { required_version: '>= 1.10' },
    resource: { aws_lb: { nlb_1A: { '//': { metadata: { path: 'payments-ingress/nlb' } }, name: 'n' } } },
  },
};
const failedCheck = (resource: string) => ({
  check_id: 'CKV_AWS_150',
  check_name: 'Ensure protection',
  file_path: '/payments-ingress.tf.json',
  resource,
});
const report = (failed: readonly object[], summary: object = { passed: 3, parsing_errors: 0 }): string =>
  JSON.stringify({ results: { failed_checks: failed }, summary });

describe('scan', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'checkov-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** Stands for checkov: does what the shell script says. */
  function checkov(script: string): string {
    const program = join(folder, 'checkov');
    writeFileSync(program, `#!/bin/sh\n${script}\n`);
    chmodSync(program, 0o755);
    return program;
  }
  const says = (text: string): string => checkov(`cat <<'END'\n${text}\nEND`);

  it('names each finding by the construct path of its resource', async () => {
    const names = ['resource.nlb_1A', 'aws_lb.nlb_1A', 'aws_lb.gone'];
    const { findings, passed } = await scan(says(report(names.map(failedCheck))), STACKS);
    expect(passed).toBe(3);
    expect(findings).toEqual(
      ['payments-ingress/nlb', 'payments-ingress/nlb', 'aws_lb.gone'].map((resource) => ({
        check: 'CKV_AWS_150',
        wants: 'Ensure protection',
        resource,
      })),
    );
  });

  it('hands over what can be judged, without the rest, and no configuration of the home folder', async () => {
    const seen = join(folder, 'seen');
    await scan(checkov(`ls "$HOME" . > ${seen}; cat *.tf.json >> ${seen}; echo '${report([])}'`), STACKS);
    const { readFileSync } = await import('node:fs');
    const text = readFileSync(seen, 'utf8');
    expect(text).toContain('payments-ingress.tf.json');
    expect(text).toContain('"aws_lb"');
    expect(text).not.toContain('required_version');
  });

  const failure = (said: string): UserError =>
    new UserError(`checkov: could not scan the synthesized stacks; got ${said}.`);
  it.each([
    ['a stack that it cannot read', report([], { passed: 3, parsing_errors: 1 })],
    ['that nothing was judged', report([], { passed: 0, parsing_errors: 0 })],
  ])('rejects %s', async (_, text) => {
    await expect(scan(says(text), STACKS)).rejects.toEqual(failure(text.slice(0, 200)));
  });

  it('rejects a program that fails, in its own words', async () => {
    await expect(scan(checkov('echo "no such option" >&2; exit 2'), STACKS)).rejects.toEqual(failure('no such option'));
  });
});
