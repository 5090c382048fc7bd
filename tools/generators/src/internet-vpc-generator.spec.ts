import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { internetVpcFile, tenantFile } from '@central-ingress/config';
import type { ConfigFile } from '@central-ingress/config';
import { UserError } from '@central-ingress/user-error';
import { loadWorld } from '@central-ingress/world-files';
import { crowdedWorld, removeFromWorld, writeWorld } from './crowded-world';
import { FolderTree } from './folder-tree';
import { generateInternetVpc } from './internet-vpc-generator';
import type { InternetVpcOptions } from './internet-vpc-generator';

describe('generateInternetVpc', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'generators-'));
    writeWorld(folder, crowdedWorld(2));
  });
  afterEach(() => {
    jest.restoreAllMocks();
    rmSync(folder, { recursive: true, force: true });
  });

  function generate(
    options: InternetVpcOptions,
    workspace = folder,
  ): { readonly text: string | undefined; readonly printed: string } {
    let printed = '';
    jest.spyOn(process.stdout, 'write').mockImplementation((text) => Boolean((printed += String(text))));
    const tree = new FolderTree(workspace);
    const whenWritten = generateInternetVpc(tree, options);
    tree.flush();
    void whenWritten();
    return { text: tree.files.get(internetVpcFile(options.name ?? '')), printed };
  }

  it('continues the internet VPC of its name: same domain, whose zone exists, and same AZ ids', () => {
    const { text, printed } = generate({ name: 'door-2' });
    expect(text).toBe(`# yaml-language-server: $schema=../../../../schemas/internet-vpc.schema.json
# A VPC with an internet gateway, its ALB and its WAF. Every key and its default: docs/configuration.md
# May equal that of another internet VPC: nothing is routed between them.
cidr: 10.12.0.0/16
availabilityZoneIds: [euc1-az1, euc1-az2, euc1-az3]
domain: door-0.example.com
hostedZone: lookup
# The ALB cannot be deleted until this is false and deployed.
deletionProtection: true
`);
    expect(printed).toBe(`
door-2: valid. No tenant moves to it by itself.

Next:
  look over the file, and commit it
  npx nx deploy door-2
  npx nx g tenant <connection_name> --internet-vpc door-2
`);
    expect(loadWorld(folder).internetVpcs.map(({ name }) => name)).toEqual(['door-0', 'door-2']);
  });

  it('names commands that lead to another world, which Nx does not know', () => {
    const former = { ...process.env };
    const workspace = mkdtempSync(join(tmpdir(), 'workspace-'));
    process.env['INGRESS_WORLD'] = folder;
    try {
      const { printed } = generate({ name: 'door-2' }, workspace);
      const world = relative(process.cwd(), folder);
      expect(printed).toContain(`  npx ingress deploy door-2 --world ${world}\n`);
      expect(printed).toContain(`  npx nx g tenant <connection_name> --internet-vpc door-2 --world ${world}\n`);
    } finally {
      process.env = former;
      rmSync(workspace, { recursive: true });
    }
  });

  it('creates the zone of a domain that is new', () => {
    expect(generate({ name: 'partners', domain: 'partners.example.com', cidr: '10.13.0.0/16' }).text).toContain(
      'cidr: 10.13.0.0/16\navailabilityZoneIds: [euc1-az1, euc1-az2, euc1-az3]\n' +
        'domain: partners.example.com\nhostedZone: create\n',
    );
  });

  it('says of a second run only that the name is taken, whatever the file asks for by now', () => {
    const door = internetVpcFile('door-0');
    const [, former, tenant] = crowdedWorld(1).map(({ text }) => JSON.parse(text) as Record<string, object>);
    const more = Array.from({ length: 51 }, (_, slot): ConfigFile => {
      const name = `more-${slot}`;
      const exposure = { ...tenant?.['exposure'], slot, hosts: [`${name}.door-0.example.com`] };
      return { path: tenantFile(name), text: JSON.stringify({ ...tenant, connectionName: name, exposure }) };
    });
    const raised = { path: door, text: JSON.stringify({ ...former, quotas: { interfaceEndpoints: 60 } }) };
    writeWorld(folder, [...more, raised]);
    removeFromWorld(folder, crowdedWorld(2).slice(2));
    const message = `door-0: is an internet VPC already, in ${door}; nothing is written. Edit that file, or choose another name.`;
    expect(() => generateInternetVpc(new FolderTree(folder), { name: 'door-0' })).toThrow(new UserError(message));
  });

  it.each<[string, InternetVpcOptions, string]>([
    [
      'a name that is taken',
      { name: 'door-0' },
      `door-0: is an internet VPC already, in ${internetVpcFile('door-0')}; nothing is written. Edit that file, or choose another name.`,
    ],
    [
      'a new name without a domain',
      { name: 'partners' },
      '--domain: is missing, and no internet VPC is there to take it from; expected the domain of its wildcard certificate. Name it like apps.example.com.',
    ],
    [
      'a zone that is created twice',
      { name: 'door-2', hostedZone: 'create' },
      `${internetVpcFile('door-2')}: hostedZone: creates the zone of door-0.example.com, as ${internetVpcFile('door-0')} does; got "create"; expected one internet VPC that creates a zone. Write lookup here, or choose another domain.`,
    ],
    [
      'several options at once',
      { name: 'Bad_Name', hostedZone: 'foo', cidr: 'x', ...{ quota: 3 } },
      [
        '--name: is not valid; got "Bad_Name"; expected 3 to 20 lower-case letters, digits and single hyphens, beginning with a letter. Choose a short name such as payments.',
        '--quota: is no option; got 3; expected --name, --domain, --hosted-zone, --cidr, --availability-zones, --world. Leave it out.',
        '--domain: is missing, and no internet VPC is there to take it from; expected the domain of its wildcard certificate. Name it like apps.example.com.',
        `${internetVpcFile('Bad_Name')}: cidr: is no CIDR block; got "x"; expected an IPv4 block like 10.11.0.0/16. Choose a block like 10.12.0.0/16.`,
        `${internetVpcFile('Bad_Name')}: hostedZone: is not known; got "foo"; expected one of create, lookup. Choose one of them.`,
      ].join('\n'),
    ],
  ])('rejects %s, and writes nothing', (_, options, message) => {
    const tree = new FolderTree(folder);
    expect(() => generateInternetVpc(tree, options)).toThrow(expect.objectContaining({ message }) as Error);
    expect(tree.files.size).toBe(0);
  });
});
