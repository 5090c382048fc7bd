import { ConfigError, PLATFORM_FILE, tenantFile } from '@central-ingress/config';
import { exampleDirectTenant, exampleWorld } from '@central-ingress/fixtures';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { loadWorld, readWorldFiles } from './load-world';

const REPOSITORY = join(__dirname, '../../..');
const REFERENCE_SET = [
  'apps/central-internet-account/internet-vpcs/main/internet-vpc.yaml',
  'apps/eks-service-account/tenants/partner-api/tenant.yaml',
  'apps/eks-service-account/tenants/payments/tenant.yaml',
  'apps/eks-service-account/tenants/storefront/tenant.yaml',
  'platform.yaml',
];
const TENANTS = 'apps/eks-service-account/tenants';

describe('readWorldFiles', () => {
  it('reads the reference set, sorted by path', () => {
    expect(readWorldFiles(REPOSITORY).map(({ path }) => path)).toEqual(REFERENCE_SET);
  });
});

describe('loadWorld', () => {
  it('reads the reference set: one internet VPC, a contour, an nginx and a direct tenant, four accounts', () => {
    const { platform, internetVpcs, tenants } = exampleWorld();
    const [payments, storefront] = tenants;
    const pay = { name: 'pay.apps.example.com', certificate: { type: 'wildcard' } };
    // The demo takes the reference set down again, so nothing in it is protected.
    const deletionProtection = false;
    expect(loadWorld(REPOSITORY)).toEqual({
      platform,
      internetVpcs: internetVpcs.map((vpc) => ({ ...vpc, deletionProtection })),
      tenants: [
        { ...exampleDirectTenant(), deletionProtection },
        {
          ...payments,
          exposure: { ...payments?.exposure, hosts: [payments?.exposure.hosts[0], pay] },
          deletionProtection,
        },
        {
          ...storefront,
          deletionProtection,
          ingressController: 'nginx',
          nodegroups: { main: { ...storefront?.nodegroups.main, instanceTypes: ['m6i.xlarge'], maxSize: 9 } },
        },
      ],
    });
  });
});

describe('a folder with a world of its own', () => {
  let folder: string;

  function add(path: string, content: string | Uint8Array): void {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }

  function reported(read: (folder: string) => unknown): readonly string[] {
    try {
      read(folder);
    } catch (error) {
      if (error instanceof ConfigError) return error.message.split('\n');
      throw error;
    }
    return [];
  }

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'world-'));
    for (const path of REFERENCE_SET) cpSync(join(REPOSITORY, path), join(folder, path));
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is the same world as the one it is copied from', () => {
    expect(loadWorld(folder)).toEqual(loadWorld(REPOSITORY));
  });

  it('may hold other files and hidden folders', () => {
    add(`${TENANTS}/README.md`, 'how to add a tenant');
    add(`${TENANTS}/.cache/x`, '');
    add(`${TENANTS}/payments/notes.md`, '');
    expect(loadWorld(folder)).toEqual(loadWorld(REPOSITORY));
  });

  it('may have tenants behind links', () => {
    cpSync(join(folder, TENANTS, 'payments'), join(folder, 'elsewhere'), { recursive: true });
    rmSync(join(folder, TENANTS, 'payments'), { recursive: true });
    symlinkSync(join(folder, 'elsewhere'), join(folder, TENANTS, 'payments'));
    expect(loadWorld(folder)).toEqual(loadWorld(REPOSITORY));
  });

  it('rejects tenant folders without their file, together with the problems of the others', () => {
    add(`${TENANTS}/third/tenant.yml`, '');
    mkdirSync(join(folder, TENANTS, 'fourth'));
    symlinkSync(join(folder, 'nowhere'), join(folder, TENANTS, 'fifth'));
    add(PLATFORM_FILE, '');
    const missing = (name: string, got: string): string =>
      `${tenantFile(name)}: (file): is missing; got ${got}; expected a file tenant.yaml in every folder here. Add the file, or remove the folder.`;
    const folders = [
      `${tenantFile('fifth')}: (file): cannot be read; got a link fifth that leads nowhere; expected a file, or a link to one. Correct the link, or remove it.`,
      missing('fourth', 'an empty folder'),
      missing('third', 'a folder with tenant.yml'),
    ];
    expect(reported(readWorldFiles)).toEqual(folders);
    expect(reported(loadWorld)).toEqual([
      ...folders,
      'platform.yaml: (file): is empty; got no content; expected a mapping of keys. Fill it as docs/configuration.md describes.',
    ]);
  });

  it('rejects files that cannot be read', () => {
    rmSync(join(folder, PLATFORM_FILE));
    mkdirSync(join(folder, PLATFORM_FILE));
    add(tenantFile('payments'), Uint8Array.from([0x61, 0xff, 0xfe]));
    expect(reported(loadWorld)).toEqual([
      `${tenantFile('payments')}: (file): has bytes that are no text; got ERR_ENCODING_INVALID_ENCODED_DATA; expected a file that can be read, in UTF-8. Check what it is and who may read it.`,
      'platform.yaml: (file): cannot be read; got EISDIR; expected a file that can be read, in UTF-8. Check what it is and who may read it.',
    ]);
  });

  it('rejects a file in place of the tenants folder', () => {
    rmSync(join(folder, TENANTS), { recursive: true });
    add(TENANTS, 'not a folder');
    expect(reported(loadWorld)).toEqual([
      `${TENANTS}: (file): cannot be read; got ENOTDIR; expected a file that can be read, in UTF-8. Check what it is and who may read it.`,
    ]);
  });

  it('rejects a file that is a link to nowhere', () => {
    rmSync(join(folder, tenantFile('payments')));
    symlinkSync(join(folder, 'nowhere'), join(folder, tenantFile('payments')));
    expect(reported(loadWorld)).toEqual([
      `${tenantFile('payments')}: (file): cannot be read; got a link tenant.yaml that leads nowhere; expected a file, or a link to one. Correct the link, or remove it.`,
    ]);
  });

  it('rejects a folder without both trees, which would be a world without anything wrong', () => {
    rmSync(join(folder, 'apps'), { recursive: true });
    expect(reported(loadWorld)).toEqual([
      'platform.yaml: (file): has no internet VPCs and no tenants beside it; got neither of the two folders; expected apps/central-internet-account/internet-vpcs or apps/eks-service-account/tenants, which may be empty. Name the right folder with --world, or make one of them.',
    ]);
    expect(readWorldFiles(folder).map(({ path }) => path)).toEqual([PLATFORM_FILE]);
  });

  it('may be without tenants and internet VPCs where a folder for them is', () => {
    rmSync(join(folder, 'apps'), { recursive: true });
    mkdirSync(join(folder, TENANTS), { recursive: true });
    expect(loadWorld(folder)).toMatchObject({ internetVpcs: [], tenants: [] });
  });

  it('rejects a folder that is not there', () => {
    rmSync(folder, { recursive: true });
    expect(reported(loadWorld)).toEqual([
      'platform.yaml: (file): is missing; got no configuration file at all; expected a file with namePrefix, region, centralAccountId and deployerPrincipals. Create it as docs/configuration.md describes, or name the right folder with --world.',
    ]);
  });
});
