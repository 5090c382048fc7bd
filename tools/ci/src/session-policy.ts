/**
 * The IAM policy of a session that may do nothing but assume roles of some accounts, as JSON of one line.
 * @param role path and name of the roles, with `*` for the rest, e.g. `/acme/*`
 * @source IAM User Guide, "Session policies": at most 2,048 characters
 */
export function sessionPolicy(accounts: readonly string[], role: string): string {
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Action: 'sts:AssumeRole',
        Resource: [...new Set(accounts)].map((account) => `arn:aws:iam::${account}:role${role}`),
      },
    ],
  });
}
