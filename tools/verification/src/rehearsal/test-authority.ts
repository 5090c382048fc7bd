import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A private key with its certificate, in PEM, as `node:tls` takes them. */
export interface TestCertificate {
  readonly key: string;
  readonly cert: string;
}

/** From when to when, e.g. `20200101000000Z`. */
export interface Validity {
  readonly from: string;
  readonly to: string;
}

const KEY = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
const DAY_MILLISECONDS = 24 * 60 * 60 * 1000;
/** What `openssl ca` cannot be told on its command line. */
const CONFIGURATION = `[ca]
default_ca = own
[own]
database = index.txt
serial = serial
new_certs_dir = .
default_md = sha256
policy = names
unique_subject = no
[names]
commonName = supplied
`;

/** A certificate authority for specs, in a folder of its own; made by the `openssl` program. */
export class TestAuthority {
  /** PEM of the authority. */
  public readonly cert: string;
  private readonly folder = mkdtempSync(join(tmpdir(), 'test-authority-'));

  constructor() {
    writeFileSync(join(this.folder, 'ca.cnf'), CONFIGURATION);
    writeFileSync(join(this.folder, 'index.txt'), '');
    this.openssl(
      'req',
      '-x509',
      ...KEY,
      '-days',
      '2',
      '-subj',
      '/CN=Test Authority',
      '-keyout',
      'ca.key',
      '-out',
      'ca.pem',
    );
    this.cert = this.read('ca.pem');
  }

  /** Issues a certificate; the first name is its subject. */
  public issue(names: readonly string[], validity: Validity = days(90)): TestCertificate {
    writeFileSync(join(this.folder, 'names'), `subjectAltName=${names.map((name) => `DNS:${name}`).join(',')}\n`);
    this.openssl('req', '-new', ...KEY, '-subj', `/CN=${names[0]}`, '-keyout', 'host.key', '-out', 'host.csr');
    const dates = ['-startdate', validity.from, '-enddate', validity.to];
    const signer = [
      '-config',
      'ca.cnf',
      '-cert',
      'ca.pem',
      '-keyfile',
      'ca.key',
      '-create_serial',
      '-batch',
      '-notext',
    ];
    this.openssl('ca', ...signer, ...dates, '-extfile', 'names', '-in', 'host.csr', '-out', 'host.pem');
    return { key: this.read('host.key'), cert: this.read('host.pem') };
  }

  /** Removes the folder. */
  public remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  private openssl(...args: readonly string[]): void {
    execFileSync('openssl', args, { cwd: this.folder, stdio: 'pipe' });
  }

  private read(file: string): string {
    return readFileSync(join(this.folder, file), 'utf8');
  }
}

/** From yesterday until so many days from now. */
export function days(count: number): Validity {
  const time = (milliseconds: number) => `${new Date(milliseconds).toISOString().replace(/\D/g, '').slice(0, 14)}Z`;
  return { from: time(Date.now() - DAY_MILLISECONDS), to: time(Date.now() + count * DAY_MILLISECONDS) };
}
