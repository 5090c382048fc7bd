import { Command } from 'commander';
import { bootstrapCommand } from './commands/bootstrap';
import { checkCommand } from './commands/check';
import { deployCommands } from './commands/deploy';
import { driftCommand } from './commands/drift';
import { planCommand } from './commands/plan';
import { synthCommand } from './commands/synth';
import { validateCommand } from './commands/validate';
import { verifyCommand } from './commands/verify';

/** The `ingress` command line with all its commands; parsing throws instead of ending the process. */
export function buildProgram(): Command {
  const program = new Command('ingress')
    .description('One guarded internet door for many private EKS clusters.')
    .showHelpAfterError('Add --help for the options.')
    .exitOverride();
  for (const command of [
    validateCommand(),
    synthCommand(),
    checkCommand(),
    bootstrapCommand(),
    planCommand(),
    driftCommand(),
    ...deployCommands(),
    verifyCommand(),
  ]) {
    program.addCommand(command.copyInheritedSettings(program));
  }
  return program;
}
