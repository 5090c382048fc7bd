import { tmpdir } from 'node:os';
import { realpathSync } from 'node:fs';
import { runProgram } from './run-program';

const node = (script: string, options?: Parameters<typeof runProgram>[2]) =>
  runProgram(process.execPath, ['-e', script], options);

describe('runProgram', () => {
  it('hands back what a program said, and its code', async () => {
    const script = "process.stderr.write('two'); process.stdout.write('one'); process.exitCode = 3;";
    expect(await node(script)).toEqual({ code: 3, stdout: 'one', stderr: 'two', output: 'onetwo' });
  });

  it('runs it in a folder and with an environment', async () => {
    const cwd = realpathSync(tmpdir());
    const { stdout } = await node('process.stdout.write(process.cwd() + process.env.WORD)', {
      cwd,
      env: { WORD: '!' },
    });
    expect(stdout).toBe(`${cwd}!`);
  });

  it.each([
    ['0 for one that goes well', process.execPath, ['-e', ''], 0],
    ['127 for one that there is not', 'no-program-of-this-name', [], 127],
    ['1 for one that a signal ends', process.execPath, ['-e', "process.kill(process.pid, 'SIGKILL')"], 1],
  ])('has the code %s', async (_, program, args, code) => {
    expect((await runProgram(program, args)).code).toBe(code);
  });
});
