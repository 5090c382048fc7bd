import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DeleteVpcEndpointsCommand, DescribeVpcEndpointsCommand, EC2Client } from '@aws-sdk/client-ec2';
import { found, read } from './reading';
import { neededAction, READ_COMMAND, readOnly } from './read-only';

const SOURCES = join(__dirname, '..');
const DOCUMENT = join(SOURCES, '..', '..', '..', 'docs', 'verify.md');
/** A paginator sends the command of its name. */
const READ_PAGINATOR = /^paginate(Get|List|Describe)[A-Z]\w*$/;

/** Every source file of the package that is no spec. */
const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.spec.ts'))
  .map((path) => ({ path, text: readFileSync(join(SOURCES, path), 'utf8') }));

interface Import {
  readonly path: string;
  readonly from: string;
  /** `*` for everything at once. */
  readonly names: readonly string[];
}

/** What a file brings in for use at run time. */
function importsOf({ path, text }: (typeof files)[number]): readonly Import[] {
  const statements = text.matchAll(/^(?:import|export)\s+(type\s+)?([^'"]*?)\s*(?:from\s*)?['"]([^'"]+)['"];/gm);
  const named = [...statements].flatMap(([, isType, clause = '', from = '']) => {
    if (isType) return [];
    const braces = /\{([^}]*)\}/.exec(clause)?.[1];
    const names = braces === undefined ? ['*'] : braces.split(',').map((name) => name.trim().split(' as ')[0] ?? '');
    return [{ path, from, names: names.filter(Boolean) }];
  });
  const dynamic = [...text.matchAll(/\b(?:import|require)\(\s*['"]?([^'")]*)/g)].map(([, from = '']) => ({
    path,
    from,
    names: ['*'],
  }));
  return [...named, ...dynamic];
}

const sdk = files.flatMap(importsOf).filter(({ from }) => from.startsWith('@aws-sdk') || from.startsWith('@smithy'));
const offending = (imports: readonly Import[]) =>
  imports.filter(({ names }) =>
    names.some((name) => !READ_COMMAND.test(name) && !READ_PAGINATOR.test(name) && !/^[A-Z]\w+Client$/.test(name)),
  );

describe('the package', () => {
  it('imports nothing of the AWS SDK but clients and commands that read', () => {
    expect(sdk.length).toBeGreaterThan(8);
    expect(offending(sdk)).toEqual([]);
  });

  it.each([
    "import { DescribeVpcsCommand, ModifyListenerCommand } from '@aws-sdk/client-x';",
    "import {\n  PutObjectCommand as GetObjectCommand,\n} from '@aws-sdk/client-s3';",
    "import * as ec2 from '@aws-sdk/client-ec2';",
    "export { CreateVpcCommand } from '@aws-sdk/client-ec2';",
    "const { EC2 } = await import('@aws-sdk/client-ec2');",
    "const { EC2 } = require('@aws-sdk/client-ec2');",
    "import { EC2 } from '@aws-sdk/client-ec2';",
    "import { paginateDeleteAll } from '@aws-sdk/client-x';",
  ])('would be caught with %j', (text) => {
    expect(offending(importsOf({ path: 'x.ts', text }))).toHaveLength(1);
  });

  it('takes nothing but credentials from the tool that writes state buckets', () => {
    const names = files
      .flatMap(importsOf)
      .filter(({ from }) => from.startsWith('@central-ingress/'))
      .filter(({ from }) => !/\/(addon-values|config|contract|fixtures|naming|testing|user-error)$/.test(from));
    expect(names).toEqual([
      {
        path: join('reading', 'account-clients.ts'),
        from: '@central-ingress/state-bucket',
        names: ['operatorCredentials'],
      },
    ]);
  });

  it('needs exactly the rights that its document lists', () => {
    const actions = sdk.flatMap(({ from, names }) =>
      names
        .filter((name) => !name.endsWith('Client'))
        .map((name) => neededAction(clientOf(from), `${name.replace(/^paginate/, '').replace(/Command$/, '')}Command`)),
    );
    const policy = /```json\n([\s\S]*?)```/.exec(readFileSync(DOCUMENT, 'utf8'))?.[1] ?? '{}';
    const { Statement } = JSON.parse(policy) as { Statement: readonly { Action: readonly string[] }[] };
    // GetWebACLForResource answers with the web ACL, and so needs the right to read that one, and what the ALB has.
    const further = ['elasticloadbalancing:GetLoadBalancerWebACL', 'wafv2:GetWebACL'];
    expect([...new Set([...actions, ...further])].sort()).toEqual(Statement.flatMap(({ Action }) => Action).sort());
  });
});

/** Name of the client class in a package of the SDK. */
function clientOf(from: string): string {
  return sdk.flatMap((each) => (each.from === from ? each.names : [])).find((name) => name.endsWith('Client')) ?? from;
}

describe('readOnly', () => {
  const credentials = { accessKeyId: 'x', secretAccessKey: 'x' };
  const answering = (statusCode: number, body: string) =>
    readOnly(
      new EC2Client({
        region: 'eu-central-1',
        credentials,
        endpoint: 'http://127.0.0.1:1',
        maxAttempts: 1,
        requestHandler: { handle: async () => ({ response: responseOf(statusCode, body) }) },
      }),
    );

  it('sends what reads', async () => {
    const client = answering(200, '<DescribeVpcEndpointsResponse><vpcEndpointSet/></DescribeVpcEndpointsResponse>');
    const reading = await read('endpoints', () => client.send(new DescribeVpcEndpointsCommand({})));
    expect(reading).toMatchObject(found({ $metadata: { httpStatusCode: 200 } }));
  });

  it('rejects what writes before anything is sent', async () => {
    const client = answering(200, '<x/>');
    await expect(client.send(new DeleteVpcEndpointsCommand({ VpcEndpointIds: ['vpce-1'] }))).rejects.toThrow(
      new TypeError('DeleteVpcEndpointsCommand is not sent: only reading is allowed'),
    );
  });

  it('names the right that a refused call needs, also where AWS does not', async () => {
    const body =
      '<Response><Errors><Error><Code>UnauthorizedOperation</Code><Message>No.</Message></Error></Errors></Response>';
    const client = answering(403, body);
    expect(await read('endpoints', () => client.send(new DescribeVpcEndpointsCommand({})))).toEqual({
      state: 'untried',
      reason: 'AccessDenied: needs ec2:DescribeVpcEndpoints',
    });
  });
});

function responseOf(statusCode: number, body: string) {
  return { statusCode, headers: { 'content-type': 'text/xml' }, body: new TextEncoder().encode(body) };
}
