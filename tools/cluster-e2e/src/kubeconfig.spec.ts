import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { kubernetesConnection } from './kubeconfig';

describe('kubernetesConnection', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kubeconfig-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const server = 'https://192.0.2.1:6443';
  const base64 = (text: string): string => Buffer.from(text).toString('base64');
  const connectionOf = (cluster: object, user: object, current = 'b') => {
    const file = join(folder, 'config');
    const contexts = ['a', 'b'].map((name) => ({
      name,
      context: { cluster: `cluster-${name}`, user: `user-${name}` },
    }));
    const clusters = [
      { name: 'cluster-a', cluster: { server: 'https://192.0.2.2' } },
      { name: 'cluster-b', cluster: { server, ...cluster } },
    ];
    const users = [
      { name: 'user-a', user: { token: 'of a' } },
      { name: 'user-b', user },
    ];
    writeFileSync(file, stringify({ 'current-context': current, contexts, clusters, users }));
    return kubernetesConnection(file);
  };

  it('takes the current context, with what lies in the file itself', () => {
    const data = { 'client-certificate-data': base64('cert'), 'client-key-data': base64('key') };
    expect(connectionOf({ 'certificate-authority-data': base64('ca') }, data)).toEqual({
      server,
      rejectUnauthorized: true,
      ca: Buffer.from('ca'),
      cert: Buffer.from('cert'),
      key: Buffer.from('key'),
    });
    expect(connectionOf({ 'insecure-skip-tls-verify': true }, { token: 'secret' })).toEqual({
      server,
      rejectUnauthorized: false,
      token: 'secret',
    });
  });

  it('reads the files that it names, from its own folder on', () => {
    for (const name of ['ca', 'cert', 'key']) writeFileSync(join(folder, name), `${name} of a file`);
    writeFileSync(join(folder, 'token'), 'secret of a file\n');
    const cluster = { 'certificate-authority': 'ca' };
    const user = {
      'client-certificate': 'cert',
      'client-key': join(folder, 'key'),
      tokenFile: 'token',
      token: 'other',
    };
    expect(connectionOf(cluster, user)).toEqual({
      server,
      rejectUnauthorized: true,
      ca: Buffer.from('ca of a file'),
      cert: Buffer.from('cert of a file'),
      key: Buffer.from('key of a file'),
      token: 'secret of a file',
    });
  });

  it('takes data before a file', () => {
    const cluster = { 'certificate-authority': 'missing', 'certificate-authority-data': base64('ca') };
    expect(connectionOf(cluster, { token: 'secret' }).ca).toEqual(Buffer.from('ca'));
  });

  it.each([
    [{ exec: { command: 'aws' } }, 'exec'],
    [{ 'client-certificate-data': base64('cert') }, 'client-certificate-data'],
    [{}, 'nothing'],
  ])('rejects a user with %j only', (user, has) => {
    expect(() => connectionOf({}, user)).toThrow(
      `the kubeconfig's user "user-b" has ${has}; expected a token, or a client certificate and its key`,
    );
  });

  it('rejects a name that leads nowhere', () => {
    expect(() => connectionOf({}, {}, 'c')).toThrow('the kubeconfig has no context "c"');
  });
});
