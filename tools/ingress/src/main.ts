import { surviveClosedOutput } from './closed-output';
import { buildProgram } from './program';
import { asksForJson, reportError } from './report-error';

surviveClosedOutput(process.stdout, process.stderr);
buildProgram()
  .parseAsync(process.argv)
  .catch((error: unknown) => {
    const json = asksForJson(process.argv.slice(2)) ? process.stdout : undefined;
    process.exitCode = reportError(error, process.stderr, json);
  });
