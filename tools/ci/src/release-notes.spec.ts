import { UserError } from '@central-ingress/user-error';
import { releaseNotes } from './release-notes';

const CHANGELOG = `# Changelog

## [Unreleased]

## [1.1.0] - 2026-12-01

### Added

- A door. Plan: none.

## [1.0.0] - 2026-11-22

- All of it. Plan: none.
`;

describe('releaseNotes', () => {
  it('gives the section of the version', () => {
    expect(releaseNotes(CHANGELOG, 'v1.1.0')).toBe('### Added\n\n- A door. Plan: none.\n');
    expect(releaseNotes(CHANGELOG, 'v1.0.0')).toBe('- All of it. Plan: none.\n');
  });

  it.each(['v1.1', 'v2.0.0', 'Unreleased'])('rejects %s, of which nothing is written', (tag) => {
    const version = tag.replace('v', '');
    expect(() => releaseNotes(CHANGELOG, tag)).toThrow(
      new UserError(
        `CHANGELOG.md: says nothing of ${version}; got sections Unreleased, 1.1.0, 1.0.0; expected a section ` +
          `"## [${version}] - <date>" with what has changed. Write it on main, and tag that commit.`,
      ),
    );
  });
});
