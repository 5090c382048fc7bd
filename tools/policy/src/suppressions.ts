import { UserError } from '@central-ingress/user-error';
import { parse } from 'yaml';
import { z } from 'zod';

/** The one file that says which checks need not be passed, and why. */
export const SUPPRESSIONS = 'tools/policy/suppressions.yaml';

/** One check that some resources need not pass, and why. */
export interface Suppression {
  /** Id of the check, e.g. `CKV_AWS_150`. */
  readonly check: string;
  /** Construct paths; `*` stands for any part of one that has no slash. */
  readonly resources: readonly string[];
  readonly reason: string;
}

const schema = z.array(
  z.strictObject({
    check: z.string().regex(/^CKV2?_[A-Z]+_\d+$/, 'is no id of a check'),
    resources: z.array(z.string().min(1)).min(1),
    reason: z.string().min(20, 'gives no reason'),
  }),
);

/**
 * Reads the one file of suppressions.
 * @param file its name, for errors
 * @throws UserError when it is not as {@link Suppression} says, or names a check twice
 */
export function parseSuppressions(text: string, file: string): readonly Suppression[] {
  const result = schema.safeParse(parse(text));
  if (!result.success) {
    const [issue] = result.error.issues;
    throw new UserError(
      `${file}: ${issue?.path.join('.')}: ${issue?.message}; expected a list of check, resources and reason. Correct it.`,
    );
  }
  const twice = result.data.map(({ check }) => check).find((check, index, all) => all.indexOf(check) !== index);
  if (twice) throw new UserError(`${file}: ${twice}: is there twice; expected each check once. Join the two.`);
  return result.data;
}

/** Whether a construct path is one that the pattern means. */
export function matches(pattern: string, resource: string): boolean {
  const escaped = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${escaped.join('[^/]*')}$`).test(resource);
}
