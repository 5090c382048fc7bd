import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UserError } from '@central-ingress/user-error';
import { affectedProjects } from './affected-projects';

describe('affectedProjects', () => {
  let file: string;
  beforeEach(() => (file = join(mkdtempSync(join(tmpdir(), 'affected-')), 'affected.json')));
  afterEach(() => rmSync(join(file, '..'), { recursive: true }));

  it('reads what Nx prints', () => {
    writeFileSync(file, '["central-internet-account","payments"]\n');
    expect(affectedProjects(file)).toEqual(['central-internet-account', 'payments']);
  });

  it.each([
    ['the text without --json', 'central-internet-account\npayments\n', '"central-internet-account\\npayments\\n"'],
    ['another document', '{"payments": true}', '"{\\"payments\\": true}"'],
    ['a list of something else', '[1]', '"[1]"'],
    ['nothing', '', '""'],
  ])('rejects %s', (_, text, got) => {
    writeFileSync(file, text);
    expect(() => affectedProjects(file)).toThrow(
      new UserError(
        `${file}: is no list of projects; got ${got}; expected what nx show projects --affected --json prints. Add --json.`,
      ),
    );
  });

  it('rejects a file that is not there', () => {
    expect(() => affectedProjects(file)).toThrow(
      new UserError(
        `${file}: cannot be read; got ENOENT; expected what nx show projects --affected --json prints. Name it.`,
      ),
    );
  });
});
