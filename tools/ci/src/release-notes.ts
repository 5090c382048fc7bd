import { UserError } from '@central-ingress/user-error';

/**
 * What the changelog says of a version, without its heading.
 * @param tag e.g. `v1.2.0`
 * @throws UserError when it says nothing
 */
export function releaseNotes(changelog: string, tag: string): string {
  const version = tag.replace(/^v/, '');
  const sections = changelog.split(/^## /m).slice(1);
  const section = sections.find((text) => text.startsWith(`[${version}]`));
  const notes = section?.slice(section.indexOf('\n')).trim();
  if (notes) return `${notes}\n`;
  const known = sections.map((text) => text.slice(1, text.indexOf(']'))).join(', ');
  throw new UserError(
    `CHANGELOG.md: says nothing of ${version}; got sections ${known || 'none'}; expected a section ` +
      `"## [${version}] - <date>" with what has changed. Write it on main, and tag that commit.`,
  );
}
