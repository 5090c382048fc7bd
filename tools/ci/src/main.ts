import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { CENTRAL_OWNER, centralRoles } from '@central-ingress/stack-graph';
import { loadWorld } from '@central-ingress/world-files';
import { Command, Option } from 'commander';
import { affectedProjects } from './affected-projects';
import { deploymentJobs, watchJobs } from './deployment-jobs';
import type { TenantJob } from './deployment-jobs';
import { releaseNotes } from './release-notes';

interface DeployOptions {
  readonly affected?: string;
  readonly base?: string;
  readonly names?: string;
}

/** Prints what a workflow reads as outputs of a step: one `key=value` a line. */
function print(outputs: Readonly<Record<string, string>>): void {
  Object.entries(outputs).forEach(([key, value]) => process.stdout.write(`${key}=${value}\n`));
}

/** A matrix as JSON; nothing when it would be empty, which GitHub refuses. */
function matrix(jobs: readonly TenantJob[]): string {
  return jobs.length ? JSON.stringify({ include: jobs }) : '';
}

async function deploy({ affected, base, names }: DeployOptions): Promise<void> {
  const { affectedStacks, chooseOwners, worldFolder } = await import('@central-ingress/ingress');
  const folder = worldFolder(undefined);
  const world = loadWorld(folder);
  const all = chooseOwners(world, []);
  const projects = affected === undefined ? undefined : affectedProjects(affected);
  // The app of the central roles is also their Nx project; every other owner is a project of its own name.
  const { app, owner } = centralRoles(world.platform);
  const affectedOwners = projects?.map((project) => (project === app ? owner : project));
  const named = names?.split(/[\s,]+/).filter(Boolean);
  const owners = named?.length ? chooseOwners(world, named) : (affectedOwners ?? all);
  const changed = base ? affectedStacks(world, folder, base) : undefined;
  const jobs = deploymentJobs(world, {
    // What Nx cannot see of the central roles, as they have no folder of their own, the synthesized JSON shows.
    owners: new Set([...owners, ...(changed ? [CENTRAL_OWNER] : [])]),
    rolesChanged: (stack) => changed?.stacks.has(stack) ?? true,
  });
  if (changed?.gone.length) process.stderr.write(`Not in the world any more: ${changed.gone.join(', ')}.\n`);
  print({
    region: world.platform.region,
    central: jobs.centralRoles ? 'true' : '',
    'central-session': jobs.centralRoles ?? '',
    'internet-vpcs': jobs.internetVpcs.join(' '),
    tenants: matrix(jobs.tenants),
  });
}

async function watch(): Promise<void> {
  const { worldFolder } = await import('@central-ingress/ingress');
  const world = loadWorld(worldFolder(undefined));
  print({
    region: world.platform.region,
    'internet-vpcs': world.internetVpcs.map(({ name }) => name).join(' '),
    tenants: matrix(watchJobs(world)),
  });
}

/** Serves until it is ended, and prints where, and the token that it asks for. */
async function serveCache({ bucket }: { readonly bucket: string }): Promise<void> {
  // Loaded here: the AWS SDK costs every other command a fifth of a second.
  const [{ cacheServer }, { s3Store }] = await Promise.all([import('./cache-server'), import('./s3-store')]);
  const token = randomUUID();
  const server = cacheServer(s3Store(bucket), token).listen(0, '127.0.0.1', () => {
    const { port } = server.address() as AddressInfo;
    print({ server: `http://127.0.0.1:${port}`, token });
  });
}

/** Ends with one line on standard error, as workflows show it. */
function fail(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

const program = new Command('ci').description('What the workflows of .github ask of this repository.');
program
  .command('deploy-jobs')
  .description('tell which jobs deploy what differs, as outputs of a workflow step')
  .option('--affected <file>', 'JSON of `nx show projects --affected --json` (default: everything)')
  .option('--base <commit>', 'commit that is deployed, to see which roles stacks differ (default: all of them)')
  .addOption(new Option('--names <names>', 'these owners instead, separated by blanks').conflicts('affected'))
  .addHelpText(
    'after',
    '\nExamples:\n  ci deploy-jobs\n  ci deploy-jobs --affected affected.json --base HEAD~1\n' +
      '  ci deploy-jobs --names "main payments"',
  )
  .action(deploy);
program.command('watch-jobs').description('tell which jobs look at every account').action(watch);
program
  .command('release-notes')
  .description('print what CHANGELOG.md says of a version')
  .argument('<tag>', 'e.g. v1.2.0')
  .action((tag: string) => {
    process.stdout.write(releaseNotes(readFileSync(join(__dirname, '..', '..', '..', 'CHANGELOG.md'), 'utf8'), tag));
  });
program
  .command('cache-server')
  .description("serve Nx's remote cache from a bucket, on loopback, with the credentials at hand")
  .requiredOption('--bucket <name>', 'S3 bucket of the cache')
  .action(serveCache);
program.parseAsync().catch(fail);
