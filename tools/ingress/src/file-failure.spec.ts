import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileFailure } from './file-failure';
import { REPOSITORY } from './world-folder';

const TREES = ['apps/central-internet-account/internet-vpcs', 'apps/eks-service-account/tenants'];

describe('fileFailure', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'file-failure-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function caught(use: () => unknown): unknown {
    try {
      return use();
    } catch (error) {
      return error;
    }
  }

  const TELL =
    'expected a place that ingress may read and write. See to what is there, to its rights and to the room on the disk.';

  it.each([
    ['EEXIST: file already exists, mkdir', (file: string) => mkdirSync(file, { recursive: true })],
    ['ENOTDIR: not a directory, open', (file: string) => writeFileSync(join(file, 'below'), '')],
  ])('tells %s', (got, use) => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    expect(fileFailure(caught(() => use(file)))).toMatch(`cannot be used; got ${got} '${file}`);
    expect(fileFailure(caught(() => use(file)))).toMatch(TELL);
  });

  it('leaves alone a file that we look for in the wrong place, and all else', () => {
    expect(fileFailure(caught(() => readFileSync(join(folder, 'none'))))).toBeUndefined();
    expect(fileFailure(Object.assign(new Error('no'), { code: 'EACCES' }))).toBeUndefined();
    expect(fileFailure('text')).toBeUndefined();
  });

  it('is no defect of a command', () => {
    for (const part of ['platform.yaml', ...TREES]) {
      cpSync(join(REPOSITORY, part), join(folder, part), { recursive: true });
    }
    const logs = join(folder, '.ingress', 'logs');
    mkdirSync(join(folder, '.ingress'));
    writeFileSync(logs, '');
    const binary = join(REPOSITORY, 'tools', 'ingress', 'bin', 'ingress.cjs');
    const args = [binary, 'mirror', 'storefront', '--check', '--world', folder];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    expect([status, stdout, stderr]).toEqual([
      1,
      '',
      `${logs}: cannot be used; got EEXIST: file already exists, mkdir '${logs}'; ${TELL}\n`,
    ]);
  }, 30_000);
});
