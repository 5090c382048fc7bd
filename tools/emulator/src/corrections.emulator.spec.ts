import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type EmulatorInstallation, ensureEmulator } from './installation';

const WORKSPACE = join(__dirname, '..', '..', '..');

/** Asks for a permission, and looks meanwhile at the bucket as every other call would find it. */
const ASK = `
import json
from moto.s3.models import FakeBucket

statement = {"Action": "s3:GetObject", "Resource": "arn:aws:s3:::state/*", "Principal": "*"}
plain = {"Bool": {"aws:SecureTransport": "false"}}
statements = [{"Effect": "Allow", **statement}, {"Effect": "Deny", "Condition": plain, **statement}]
bucket = FakeBucket("state", "111111111111", "eu-central-1")
bucket.policy = whole = json.dumps({"Version": "2012-10-17", "Statement": statements}).encode()

asked = FakeBucket.get_permission
meanwhile = []

def watched(self, action, resource):
    meanwhile.append(bucket.policy)
    return asked(self, action, resource)

FakeBucket.get_permission = watched
from corrections import correct_moto
correct_moto()
permission = bucket.get_permission("s3:GetObject", "arn:aws:s3:::state/a")
print(json.dumps([permission.name, meanwhile == [whole], bucket.policy == whole]))
`;

describe('correct_moto', () => {
  let installation: EmulatorInstallation;

  beforeAll(async () => {
    installation = await ensureEmulator({ folder: join(WORKSPACE, '.emulator'), log: () => undefined });
  }, 300_000);

  it('leaves the policy of a bucket whole for the calls of others, while one is asked without its conditions', async () => {
    const cwd = join(__dirname, '..', 'python');
    const { stdout } = await promisify(execFile)(installation.python, ['-c', ASK], { cwd });
    expect(JSON.parse(stdout)).toEqual(['PERMITTED', true, true]);
  });
});
