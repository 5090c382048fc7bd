import { relative } from 'node:path';
import { UserError } from '@central-ingress/user-error';
import { Command } from 'commander';
import { Demo } from './demo';
import { openStage } from './stage';
import type { Stage } from './stage';
import { untilAborted } from './until-aborted';

const print = (line: string): void => void process.stdout.write(`${line}\n`);

/** Exports that point a shell at the running emulator. */
function exportsOf({ variables, worldFolder }: Stage): string {
  const all = { ...variables, INGRESS_WORLD: worldFolder };
  return Object.entries(all)
    .map(([name, value]) => `export ${name}='${value}'`)
    .join('\n');
}

async function main(keep: boolean): Promise<void> {
  const started = Date.now();
  const controller = new AbortController();
  const stop = (): void => controller.abort(new UserError('Interrupted: the emulator and all in it is gone.'));
  process.on('SIGINT', stop).on('SIGTERM', stop);
  const stage = await openStage('demo', print);
  try {
    const demo = new Demo(stage, print, controller.signal);
    await demo.bootstrap();
    await demo.deploy();
    await demo.showPaths();
    await demo.planAgain();
    if (keep) {
      controller.signal.throwIfAborted();
      print(`\nLeft running until Ctrl-C. To look around in another shell:\n\n${exportsOf(stage)}`);
      await untilAborted(controller.signal);
      return;
    }
    await demo.destroy();
    await demo.showLeftovers();
    print(`\nDone in ${Math.round((Date.now() - started) / 1000)} s.`);
  } catch (error) {
    if (!controller.signal.aborted)
      print(`\nServer logs: ${stage.emulator.logFiles.map((file) => relative('', file)).join(', ')}`);
    throw error;
  } finally {
    await stage.close();
  }
}

new Command('demo')
  .description('Deploy the reference set to an AWS API on loopback, show the request paths, take it all down again.')
  .option('--keep', 'leave everything running until Ctrl-C and print the environment that leads to it')
  .addHelpText('after', '\nExamples:\n  npm run demo\n  npm run demo -- --keep')
  .action(({ keep }: { keep?: boolean }) => main(Boolean(keep)))
  .parseAsync()
  .catch((error: unknown) => {
    process.stderr.write(`\n${error instanceof UserError ? error.message : ((error as Error).stack ?? error)}\n`);
    process.exitCode = 1;
  });
