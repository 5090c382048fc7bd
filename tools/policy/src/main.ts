import { Command } from 'commander';
import { checkPolicy } from './check-policy';
import { reportText } from './report-text';

new Command('policy')
  .description('Have checkov judge the synthesized Terraform JSON of the world.')
  .action(async () => {
    const report = await checkPolicy((line) => void process.stderr.write(`${line}\n`));
    process.stdout.write(`${reportText(report)}\n`);
    if (report.failed.length || report.unused.length) process.exitCode = 1;
  })
  .parseAsync()
  .catch((error: unknown) => {
    process.stderr.write(`${(error as Error).message}\n`);
    process.exitCode = 1;
  });
