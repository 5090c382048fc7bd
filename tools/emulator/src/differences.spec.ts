import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CORRECTED_ANSWERS, EMULATOR_DIFFERENCES, EMULATOR_LIMITS } from './differences';
import type { EmulatorDifference } from './differences';

const linesOf = (file: string) => readFileSync(join(__dirname, '..', 'python', file), 'utf8').split('\n');
const LINES = ['corrections.py', 'server.py'].flatMap(linesOf);
/** What a comment says is corrected there, e.g. `# aws_lb.arn, aws_eks_cluster.*`. */
const correctedBy = (line = '') => /# (aws_\w+\.[\w*]+(?:, aws_\w+\.[\w*]+)*)$/.exec(line)?.[1]?.split(', ') ?? [];
const nameOf = ({ resource, attribute }: EmulatorDifference) => `${resource}.${attribute}`;

describe('CORRECTED_ANSWERS', () => {
  it('are those that the Python files correct', () => {
    const corrected = new Set(LINES.flatMap(correctedBy));
    expect([...corrected].sort()).toEqual(CORRECTED_ANSWERS.map(nameOf).sort());
  });

  it('are named wherever something of an emulator is replaced', () => {
    const replacing = LINES.flatMap((line, index) => (/^\s+([A-Z]\w+|eks)\.\w+ = /.test(line) ? [index] : []));
    const above = (at: number) => (/^\s*#/.test(LINES[at - 1] ?? '') ? correctedBy(LINES[at - 1]) : []);
    const named = (at: number) => correctedBy(LINES[at]).length > 0 || above(at).length > 0;
    expect(replacing).not.toEqual([]);
    expect(replacing.filter((at) => !named(at)).map((at) => LINES[at])).toEqual([]);
  });
});

describe('the lists of differences', () => {
  it('tell of each only once', () => {
    const names = [...EMULATOR_DIFFERENCES, ...CORRECTED_ANSWERS, ...EMULATOR_LIMITS].map(nameOf);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });
});
