import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { synthesizedDocuments } from '@central-ingress/ingress';
import { scan } from './checkov';
import { judge } from './judge';
import type { PolicyReport } from './report-text';
import { pythonProgram } from './programs';
import { parseSuppressions, SUPPRESSIONS } from './suppressions';

/**
 * Synthesizes the world and has checkov judge it.
 * @throws UserError when the world, the suppressions or checkov fails
 */
export async function checkPolicy(log: (line: string) => void): Promise<PolicyReport> {
  const suppressions = parseSuppressions(
    readFileSync(join(__dirname, '..', 'suppressions.yaml'), 'utf8'),
    SUPPRESSIONS,
  );
  const program = await pythonProgram('checkov', log);
  const { findings, passed } = await scan(program, synthesizedDocuments({}));
  return { ...judge(findings, suppressions), passed };
}
