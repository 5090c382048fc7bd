import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { internetVpcFile, tenantFile } from '@central-ingress/config';
import type { ConfigFile } from '@central-ingress/config';
import { UserError } from '@central-ingress/user-error';
import { loadWorld } from '@central-ingress/world-files';
import { crowdedWorld, doorOf, teamOf, writeWorld } from './crowded-world';
import { generateTenant } from './tenant-generator';
import type { TenantOptions } from './tenant-fields';
import { FolderTree } from './folder-tree';

const REPORTING: TenantOptions = { name: 'reporting', account: 444444444444, hosts: 'reporting.door-0.example.com' };
const TEXT = `# yaml-language-server: $schema=../../../../schemas/tenant.schema.json
# One EKS cluster in an account of its own. Every key and its default: docs/configuration.md
connectionName: reporting
accountId: '444444444444'
# May equal that of another tenant: PrivateLink routes nothing between VPCs.
cidr: 10.11.0.0/16
availabilityZoneIds: [euc1-az1, euc1-az2, euc1-az3]
exposure:
  type: central
  internetVpc: door-0
  # The tenant's rule priorities come from it: unique in the internet VPC, and never changed.
  slot: 3
  hosts:
    - reporting.door-0.example.com
ingressController: contour
# The load balancer cannot be deleted until this is false and deployed.
deletionProtection: true
`;

describe('generateTenant', () => {
  let folder: string;
  let printed: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'generators-'));
    printed = '';
    jest.spyOn(process.stdout, 'write').mockImplementation((text) => Boolean((printed += String(text))));
  });
  afterEach(() => {
    jest.restoreAllMocks();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Runs the generator as Nx does, in a workspace with so many tenants. */
  function generate(options: TenantOptions, count = 3, more: readonly ConfigFile[] = []): string {
    writeWorld(folder, [...crowdedWorld(count), ...more]);
    const tree = new FolderTree(folder);
    const whenWritten = generateTenant(tree, options);
    tree.flush();
    void whenWritten();
    return readFileSync(join(folder, tenantFile(options.name ?? '')), 'utf8');
  }

  /** What the generator says when it refuses; nothing may be written then. */
  function refusal(options: TenantOptions, count = 3, more: readonly ConfigFile[] = []): string {
    const files = [...crowdedWorld(count), ...more];
    writeWorld(folder, files);
    const tree = new FolderTree(folder);
    let message = '';
    try {
      generateTenant(tree, options);
    } catch (error) {
      message = (error as Error).message;
    }
    tree.flush();
    for (const { path, text } of files) expect(readFileSync(join(folder, path), 'utf8')).toBe(text);
    expect(readdirSync(join(folder, 'apps/eks-service-account/tenants'))).toHaveLength(count);
    return message;
  }

  it('writes one file with the next free slot, and says what comes next', () => {
    expect(generate(REPORTING)).toBe(TEXT);
    expect(loadWorld(folder).tenants.map(({ connectionName }) => connectionName)).toContain('reporting');
    expect(printed).toBe(`
reporting: valid. It has slot 3 of door-0, where interface endpoints leave room for 46 more.

Next:
  look over the file, and commit it
  npx nx onboard reporting  # roles, network, cluster, images, ingress, and the way to it
  npx ingress verify reporting  # every hop, as it is then
`);
  });

  it('takes the slot that an offboarded tenant has left', () => {
    writeWorld(folder, crowdedWorld(3));
    rmSync(join(folder, 'apps/eks-service-account/tenants', teamOf(1)), { recursive: true });
    const tree = new FolderTree(folder);
    generateTenant(tree, REPORTING);
    expect([...tree.files.values()][0]).toContain('slot: 1\n');
  });

  it('takes what is said: several hosts, one outside of the domain, slot, block, AZ ids, controller', () => {
    const text = generate({
      ...REPORTING,
      hosts: ['a.door-0.example.com,b.door-0.example.com', 'shop.example.org'],
      hostedZone: 'example.org',
      slot: 77,
      cidr: '10.20.0.0/18',
      availabilityZones: 'euc1-az3, euc1-az1, euc1-az2',
      ingressController: 'nginx',
    });
    expect(text).toContain('slot: 77\n');
    expect(text).toContain('cidr: 10.20.0.0/18\navailabilityZoneIds: [euc1-az3, euc1-az1, euc1-az2]\n');
    expect(text).toContain('ingressController: nginx\n');
    expect(text).toContain(`  hosts:
    - a.door-0.example.com
    - b.door-0.example.com
    - name: shop.example.org
      hostedZone: example.org
`);
  });

  it('places a tenant where its hosts belong, and where that is full, in the next one with room', () => {
    expect(generate({ ...REPORTING, hosts: 'x.door-1.example.com' }, 60)).toContain('internetVpc: door-1\n');
    rmSync(folder, { recursive: true });
    const own = { ...REPORTING, hosts: 'x.example.org', hostedZone: 'example.org' };
    // Every tenth of the first 55 is direct and takes no room, so fill it up.
    const filler = Array.from({ length: 5 }, (_, index) => copyOf(`filler-${index}`, 200 + index));
    expect(generate(own, 55, filler)).toContain('internetVpc: door-1\n');
  });

  it('writes a direct tenant, in the zone of the domain that holds its hosts', () => {
    expect(generate({ ...REPORTING, exposure: 'direct' })).toContain(`exposure:
  type: direct
  # Public hosted zone of the central account that holds the hosts.
  hostedZone: door-0.example.com
  hosts:
    - reporting.door-0.example.com
`);
    expect(printed).toContain('reporting: valid. It gets an NLB of its own: no WAF protects it.\n');
  });

  it('gives an account back the zeros that Nx takes from it', () => {
    expect(generate({ ...REPORTING, account: 12345678901 })).toContain("accountId: '012345678901'\n");
  });

  it('quotes a name that YAML would read as something else', () => {
    expect(generate({ ...REPORTING, name: 'null' })).toContain("connectionName: 'null'\n");
  });

  it.each([
    ['--world', true],
    ['INGRESS_WORLD', false],
  ])('writes into another world of %s, with a command that leads there', (_, isOption) => {
    writeWorld(folder, crowdedWorld(1));
    const workspace = mkdtempSync(join(tmpdir(), 'workspace-'));
    const former = { ...process.env };
    if (!isOption) process.env['INGRESS_WORLD'] = folder;
    try {
      const tree = new FolderTree(workspace);
      const whenWritten = generateTenant(tree, isOption ? { ...REPORTING, world: folder } : REPORTING);
      expect([...tree.files.keys(), existsSync(join(folder, tenantFile('reporting')))]).toEqual([false]);
      void whenWritten();
      expect(loadWorld(folder).tenants).toHaveLength(2);
      const world = relative(process.cwd(), folder);
      expect(printed).toContain(`  npx ingress onboard reporting --world ${world}  #`);
      expect(printed).toContain(`  npx ingress verify reporting --world ${world}  #`);
    } finally {
      process.env = former;
      rmSync(workspace, { recursive: true });
    }
  });

  it("names Nx where the world that is named is the workspace's own", () => {
    generate({ ...REPORTING, world: folder });
    expect(printed).toContain('  npx nx onboard reporting  #');
  });

  const FILE = tenantFile('reporting');
  it.each<[string, Partial<TenantOptions>, string]>([
    [
      'a name that is taken',
      { name: teamOf(1) },
      `team-1: is a tenant already, in ${tenantFile('team-1')}; nothing is written. Edit that file, or choose another name.`,
    ],
    [
      'the name of an internet VPC',
      { name: 'door-0' },
      `${tenantFile('door-0')}: connectionName: is the name of the internet VPC in ${internetVpcFile('door-0')}; got "door-0"; expected a name that no internet VPC has, as both have a stack <name>-networking. Choose another name.`,
    ],
    [
      'a slot that is taken',
      { slot: 2 },
      '--slot: is taken in door-0 by tenant team-2; got 2; expected a free slot. Take 3, or leave the option out.',
    ],
    [
      'an internet VPC that is not there',
      { internetVpc: 'door-9' },
      `--internet-vpc: names no internet VPC of this world; got door-9; expected door-0. Correct the name, or add ${internetVpcFile('door-9')}: npx nx g internet-vpc door-9.`,
    ],
    [
      'a host that is taken',
      { hosts: 'team-1-0.door-0.example.com' },
      '--hosts: team-1-0.door-0.example.com is served by tenant team-1 already; expected hosts of no other tenant. Choose another one.',
    ],
    [
      'an account id that is none',
      { account: '4444' },
      `${FILE}: accountId: is not valid; got "4444"; expected an AWS account id of twelve digits in quotes. Write it like '111111111111'.`,
    ],
    [
      'direct hosts that lie nowhere',
      { exposure: 'direct', hosts: 'x.example.org' },
      '--hosts: lie in the domain of no internet VPC; got x.example.org; expected hosts of one zone. Name the public hosted zone of the central account that holds them with --hosted-zone.',
    ],
    [
      'an account of which more than zeros at its beginning are missing',
      { account: 44 },
      `${FILE}: accountId: is not valid; got "44"; expected an AWS account id of twelve digits in quotes. Write it like '111111111111'.`,
    ],
    [
      'what only a central tenant has',
      { exposure: 'direct', slot: 7, internetVpc: 'door-0' },
      '--internet-vpc: is of central tenants only; got door-0; expected none with --exposure direct. Leave one of the two out.\n' +
        '--slot: is of central tenants only; got 7; expected none with --exposure direct. Leave one of the two out.',
    ],
  ])('rejects %s, and writes nothing', (_, options, message) => {
    expect(refusal({ ...REPORTING, ...options })).toBe(message);
  });

  it('rejects a full internet VPC, and names the one to add', () => {
    const filler = Array.from({ length: 50 }, (_, index) => copyOf(`filler-${index}`, index));
    writeWorld(folder, [...crowdedWorld(0), ...filler]);
    const add = (options: Partial<TenantOptions>) => () =>
      generateTenant(new FolderTree(folder), { ...REPORTING, ...options });
    const full = (head: string) =>
      new UserError(
        `${head}: door-0 uses 50 of 50 interface endpoints. Add a further internet VPC: npx nx g internet-vpc door-2.`,
      );
    expect(add({ internetVpc: 'door-0' })).toThrow(full('door-0: has no room for the tenant'));
    expect(add({})).toThrow(full('No internet VPC has room for the tenant'));
  });

  it('rejects a world that is not valid before it adds to it', () => {
    writeWorld(folder, crowdedWorld(1));
    writeFileSync(join(folder, tenantFile(teamOf(0))), 'colour: red\n');
    expect(() => generateTenant(new FolderTree(folder), REPORTING)).toThrow(
      /^apps\/eks-service-account\/tenants\/team-0/,
    );
  });
});

/** A further central tenant of the first internet VPC. */
function copyOf(name: string, slot: number): ConfigFile {
  const [, , first] = crowdedWorld(1);
  const said = JSON.parse(first?.text ?? '') as { exposure: object };
  const exposure = { ...said.exposure, slot, hosts: [`${name}.${doorOf(0)}.example.com`] };
  return { path: tenantFile(name), text: JSON.stringify({ ...said, connectionName: name, exposure }) };
}
