import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import type { HelpContext } from 'commander';
import { bootstrapCommand } from './commands/bootstrap';
import { checkCommand } from './commands/check';
import { costCommand } from './commands/cost';
import { deployCommands } from './commands/deploy';
import { diagramCommand } from './commands/diagram';
import { driftCommand } from './commands/drift';
import { lockCommand } from './commands/lock';
import { mirrorCommand } from './commands/mirror';
import { moveCommand } from './commands/move';
import { offboardCommand } from './commands/offboard';
import { onboardCommand } from './commands/onboard';
import { planCommand } from './commands/plan';
import { quotasCommand } from './commands/quotas';
import { synthCommand } from './commands/synth';
import { validateCommand } from './commands/validate';
import { verifyCommand } from './commands/verify';

const { version } = JSON.parse(readFileSync(join(__dirname, '..', 'package.json'), 'utf8')) as { version: string };

/** Where `help` is asked of a command that is none, commander shows the list of all and does not say why. */
class Program extends Command {
  override help(context?: HelpContext | ((text: string) => string)): never {
    const [word, name] = this.args;
    if (word === 'help' && name && !this.commands.some((command) => command.name() === name)) {
      this.parse([name], { from: 'user' });
    }
    return super.help(context as HelpContext);
  }
}

/** The `ingress` command line with all its commands; parsing throws instead of ending the process. */
export function buildProgram(): Command {
  const program = new Program('ingress')
    .description('One guarded internet door for many private EKS clusters.')
    .version(version, '-V, --version', 'print the version of this checkout')
    .showHelpAfterError('Add --help for the options.')
    .exitOverride();
  for (const command of [
    validateCommand(),
    synthCommand(),
    checkCommand(),
    costCommand(),
    diagramCommand(),
    quotasCommand(),
    bootstrapCommand(),
    mirrorCommand(),
    lockCommand(),
    planCommand(),
    driftCommand(),
    ...deployCommands(),
    onboardCommand(),
    moveCommand(),
    offboardCommand(),
    verifyCommand(),
  ]) {
    program.addCommand(command.copyInheritedSettings(program));
  }
  return program;
}
