import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { internetVpcFile, tenantFile } from '@central-ingress/config';
import { UserError } from '@central-ingress/user-error';
import { crowdedWorld, writeWorld } from './crowded-world';
import { FolderTree } from './folder-tree';
import type { TenantOptions } from './tenant-fields';
import { generateTenant } from './tenant-generator';

const REPORTING: TenantOptions = { name: 'reporting', account: 444444444444, hosts: 'reporting.door-0.example.com' };

describe('refuseProblems', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'refusals-'));
    writeWorld(folder, crowdedWorld(3));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const NAME_RULE =
    'expected 3 to 20 lower-case letters, digits and single hyphens, beginning with a letter. Choose a short name such as payments.';
  it.each<[string, TenantOptions, readonly string[]]>([
    [
      'that nothing is said',
      {},
      [
        `--name: is missing; got nothing; ${NAME_RULE}`,
        '--account: is missing; got nothing; expected the AWS account of the cluster. Name it like 444444444444.',
        '--hosts: is missing; got nothing; expected the DNS names that it serves. Name it like pay.apps.example.com.',
      ],
    ],
    [
      'several options at once, each once',
      {
        ...REPORTING,
        name: 'Bad_Name',
        hosts: 'team-1-0.door-0.example.com,team-2-0.door-0.example.com,UP.door-0.example.com',
        slot: 2,
        cidr: '10.0.0.0/33',
        ingressController: 'foo',
        ...{ colour: 'red', hostedZnoe: 'x' },
      },
      [
        `--name: is not valid; got "Bad_Name"; ${NAME_RULE}`,
        '--colour: is no option; got red; expected --name, --account, --hosts, --exposure, --internet-vpc, --slot, --hosted-zone, --cidr, --availability-zones, --ingress-controller, --world. Leave it out.',
        '--hosted-znoe: is no option; got x; expected --name, --account, --hosts, --exposure, --internet-vpc, --slot, --hosted-zone, --cidr, --availability-zones, --ingress-controller, --world. Did you mean --hosted-zone?',
        '--hosts: team-1-0.door-0.example.com is served by tenant team-1 already; expected hosts of no other tenant. Choose another one.',
        '--hosts: team-2-0.door-0.example.com is served by tenant team-2 already; expected hosts of no other tenant. Choose another one.',
        '--slot: is taken in door-0 by tenant team-2; got 2; expected a free slot. Take 3, or leave the option out.',
        `${tenantFile('Bad_Name')}: cidr: is no CIDR block; got "10.0.0.0/33"; expected a prefix length of 0 to 32. Choose a block like 10.12.0.0/16.`,
        `${tenantFile('Bad_Name')}: exposure.hosts[2]: has upper-case letters; got "UP.door-0.example.com"; expected a lower-case DNS name of two labels or more, without a trailing dot. Write it in lower case.`,
        `${tenantFile('Bad_Name')}: ingressController: is not known; got "foo"; expected one of contour, nginx. Choose one of them.`,
      ],
    ],
    [
      'a name that leads elsewhere, and two arguments',
      { ...REPORTING, name: '../x', internetVpc: 'door-9', ...{ _: ['more'] } },
      [
        `--name: is not valid; got "../x"; ${NAME_RULE}`,
        'more: is more than the one name; expected one. Generate one after the other.',
        `--internet-vpc: names no internet VPC of this world; got door-9; expected door-0. Correct the name, or add ${internetVpcFile('door-9')}: npx nx g internet-vpc door-9.`,
      ],
    ],
    [
      'words for numbers and types',
      { ...REPORTING, slot: '[1', exposure: 'central' },
      [
        `${tenantFile('reporting')}: exposure.slot: is no number; got "[1"; expected a whole number from 0 to 1999. Take a number that no other tenant of the internet VPC has.`,
      ],
    ],
    [
      'an exposure that is none',
      { ...REPORTING, exposure: 'foo', cidr: 'x' },
      [
        `${tenantFile('reporting')}: cidr: is no CIDR block; got "x"; expected an IPv4 block like 10.11.0.0/16. Choose a block like 10.12.0.0/16.`,
        `${tenantFile('reporting')}: exposure.type: is not known; got "foo"; expected one of central, direct. Choose a known type of exposure.`,
      ],
    ],
    [
      'the taken name alone in a second run',
      { name: 'team-1', account: 200000000001, hosts: 'team-1-0.door-0.example.com', slot: 1 },
      [
        `team-1: is a tenant already, in ${tenantFile('team-1')}; nothing is written. Edit that file, or choose another name.`,
      ],
    ],
  ])('tells %s, and writes nothing', (_, options, lines) => {
    const tree = new FolderTree(folder);
    expect(() => generateTenant(tree, options)).toThrow(new UserError(lines.join('\n')));
    expect(tree.files.size).toBe(0);
  });
});
