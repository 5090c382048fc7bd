import { readFileSync } from 'node:fs';
import { UserError } from '@central-ingress/user-error';

/**
 * The names of the projects that Nx takes as affected.
 * @param file what `nx show projects --affected --json` has printed
 * @throws UserError when it cannot be read, or is something else
 */
export function affectedProjects(file: string): readonly string[] {
  const expected = 'expected what nx show projects --affected --json prints';
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new UserError(`${file}: cannot be read; got ${(error as NodeJS.ErrnoException).code}; ${expected}. Name it.`);
  }
  const projects = parsed(text);
  if (Array.isArray(projects) && projects.every((name) => typeof name === 'string')) return projects;
  throw new UserError(
    `${file}: is no list of projects; got ${JSON.stringify(text.slice(0, 40))}; ${expected}. Add --json.`,
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
