import { surviveClosedOutput } from './closed-output';
import { buildProgram } from './program';
import { reportError } from './report-error';

surviveClosedOutput(process.stdout, process.stderr);
buildProgram()
  .parseAsync(process.argv)
  .catch((error: unknown) => {
    process.exitCode = reportError(error, process.stderr);
  });
