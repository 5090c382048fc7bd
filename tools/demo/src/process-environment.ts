/**
 * Makes `environment` this process's own, so that the AWS SDK in it and everything it starts see the same; gives back
 * a function that restores what was.
 */
export function enterEnvironment(environment: NodeJS.ProcessEnv): () => void {
  const former = { ...process.env };
  const replace = (next: NodeJS.ProcessEnv): void => {
    for (const name of Object.keys(process.env)) if (!(name in next)) delete process.env[name];
    Object.assign(process.env, next);
  };
  replace(environment);
  return () => replace(former);
}
