import { buildProgram } from './program';
import { reportError } from './report-error';

buildProgram()
  .parseAsync(process.argv)
  .catch((error: unknown) => {
    process.exitCode = reportError(error, process.stderr);
  });
